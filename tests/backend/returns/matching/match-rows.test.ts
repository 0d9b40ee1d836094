import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLedger } from '#backend/returns/matching/match-ledger.ts';
import { matchRows } from '#backend/returns/matching/match-rows.ts';
import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import { aRow, aTask, NAMES, TASKS, TEXTS, WOODS } from '../returned-rows.ts';

const [FIRST = '', SECOND = ''] = TEXTS;

function matchOne(row: Partial<ReturnedRow>, tasks = TASKS) {
  const { matched, left } = matchRows([aRow(row)], tasks);
  return { task: matched[0]?.task.number, doubt: matched[0]?.doubt, left };
}

describe('the task of a returned row', () => {
  it.each<readonly [string, Partial<ReturnedRow>, number, string]>([
    ['by its id', {}, 1, ''],
    ['by its id when the text was shortened', { taskText: '建立追溯体系' }, 1, ''],
    ['by its id when the text was lengthened', { taskText: `${FIRST}（牵头科室：监管股，分管领导已审）` }, 1, ''],
    ['by its id when words in the middle were changed', { taskText: FIRST.replace('逐步', '稳步推进、') }, 1, ''],
    ['by its id when there is no text', { taskText: '' }, 1, ''],
    ['by its id when the text is another', { taskText: '追溯平台' }, 1, '任务文字与发出时不同，按标识对应'],
    ['by number and text when the id stands beside another', { number: '7', taskText: SECOND }, 7, ''],
    ['by text against number and id, with a doubt', { taskText: SECOND }, 7, '标识与任务文字不一致，按任务文字对应'],
    ['by number and text', { taskId: null, number: '7.', taskText: SECOND }, 7, ''],
    ['by the whole text alone', { taskId: null, number: '2', taskText: `${SECOND} ` }, 7, ''],
    ['by the whole text with a number before it', { taskId: null, number: '', taskText: `7．${SECOND}` }, 7, ''],
    ['by text when the id is of no task of ours', { taskId: 999, taskText: SECOND }, 7, ''],
    ['by number and a text much alike', { taskId: null, number: '7', taskText: SECOND.replace('积极', '') }, 7, ''],
  ])('is found %s', (_, row, task, doubt) => {
    expect(matchOne(row)).toMatchObject({ task, doubt });
  });

  it('is found, and what was written behind its text is named', () => {
    const { notes } = matchRows(
      [aRow({ taskText: `${FIRST}\n进展：已移送案件 2 起` }), aRow({ taskText: `${FIRST}★` })],
      TASKS,
    );
    expect(notes).toEqual(['第 5 行的工作任务后面多了“进展：已移送案件2起”，没有读取。']);
  });

  it('is found by a text that is alike, and its likeness is said', () => {
    const { task, doubt } = matchOne({ taskId: null, number: '', taskText: '加强农田污染防治，积极推进农艺调控措施' });
    expect(task).toBe(7);
    expect(doubt).toMatch(/^没有标识，按相近的任务文字对应（相似 \d+%）$/);
  });

  it('is not guessed by a number alone', () => {
    const { task, left } = matchOne({ taskId: null, number: '7', taskText: '别的任务内容' });
    expect(task).toBeUndefined();
    expect(left).toMatchObject([{ rowNumber: 5, number: '7', taskText: '别的任务内容', nearest: null }]);
    expect(matchOne({ taskId: null, number: '7', taskText: '' }).task).toBeUndefined();
  });

  it('is named as the nearest when it is too far', () => {
    const { left } = matchOne({ taskId: null, number: '', taskText: '加强耕地保护和设施农业用地管理' });
    expect(left[0]?.nearest).toMatchObject({ number: 7 });
    expect(left[0]?.nearest?.likeness).toBeLessThan(0.6);
  });

  it('is told by the number where two tasks have the same words', () => {
    const twins = [aTask(1, 1, '开展专项整治行动。'), aTask(2, 2, '开展专项整治行动。')];
    const row = { taskId: null, taskText: '开展专项整治行动' };
    expect(matchOne({ ...row, number: '2' }, twins)).toMatchObject({ task: 2, doubt: '' });
    const { matched } = matchRows([aRow({ ...row, number: '' }), aRow({ ...row, number: '' })], twins);
    expect(matched.map(({ task }) => task.number).toSorted()).toEqual([1, 2]);
    expect(matched.every(({ doubt }) => doubt.includes('也相近'))).toBe(true);
  });

  it('goes to the row that is most like it, whichever comes first', () => {
    const far = { taskId: null, number: '', taskText: '加强污染防治，推进农艺调控' };
    const near = { taskId: null, number: '', taskText: '加强耕地的污染防治，积极推进农艺调控' };
    const { matched, left } = matchRows([aRow(far), aRow({ ...near, rowNumber: 6 })], TASKS);
    expect(matched.map(({ row, task }) => [row.rowNumber, task.number])).toEqual([[6, 7]]);
    expect(left).toHaveLength(1);
  });

  it('notes once that the hidden column stayed where it was', () => {
    const rows = [aRow({ number: '7', taskText: SECOND }), aRow({ taskId: 107, number: '1', taskText: FIRST })];
    const { matched, notes, missing } = matchRows(rows, TASKS);
    expect(matched.map(({ task, doubt }) => [task.number, doubt])).toEqual([
      [7, ''],
      [1, ''],
    ]);
    expect(notes).toHaveLength(1);
    expect(missing).toEqual([]);
  });

  it('is found in a table of five thousand changed rows in a moment', () => {
    const words = '检查抽检培训宣传排查整改督导调度企业门店学校乡镇食堂市场农资粮食'.match(/../g) ?? [];
    const content = (seed: number): string =>
      Array.from({ length: 20 }, (_, index) => words[(seed * (index + 7) + index * seed) % words.length]).join('') +
      seed;
    const tasks = Array.from({ length: 5_000 }, (_, index) =>
      aTask(index + 1, index + 1, `第${index}类${content(index)}`),
    );
    const rows = tasks.map((task) => aRow({ taskId: null, number: '', taskText: `本年${task.content}等` }));
    const started = performance.now();
    const { matched } = matchRows(rows, tasks);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(new Set(matched.map(({ task }) => task)).size).toBe(matched.length);
  });
});

describe('any rows', () => {
  const words = fc.constantFrom(
    '加强',
    '耕地',
    '污染',
    '防治',
    '建立',
    '追溯',
    '体系',
    '校园',
    '食品',
    '安全',
    '推进',
    '监测',
  );
  const sentence = fc.array(words, { minLength: 4, maxLength: 10 }).map((parts) => parts.join(''));
  const tasks = fc
    .uniqueArray(sentence, { minLength: 1, maxLength: 8 })
    .map((contents) => contents.map((content, index) => aTask(index + 1, index + 1, content)));

  it('are each one task at most, and a task that words leave open is one row', () => {
    const row = fc.record({
      taskText: sentence,
      number: fc.constantFrom('', '1', '2', '3'),
      taskId: fc.constantFrom(null, null, 1, 2, 99),
    });
    fc.assert(
      fc.property(tasks, fc.array(row, { maxLength: 10 }), (own, drawn) => {
        const rows = drawn.map((one, index) => aRow({ ...one, rowNumber: index + 5 }));
        const { matched, left } = matchRows(rows, own);
        expect(matched.length + left.length).toBe(rows.length);
        expect(new Set(matched.map((match) => match.row)).size).toBe(matched.length);
        const open = matched.filter(({ doubt }) => doubt.includes('相近'));
        const unnamed = open.filter((match) => match.row.taskId === null || match.row.taskId > own.length);
        for (const { task } of unnamed) expect(matched.filter((other) => other.task === task)).toHaveLength(1);
      }),
    );
  });

  it('in any order find the tasks they were taken from', () => {
    fc.assert(
      fc.property(tasks, (own) => {
        const rows = own.toReversed().map((task) => aRow({ taskId: null, number: '', taskText: task.content }));
        expect(matchRows(rows, own).matched.map(({ task }) => task.content)).toEqual(
          rows.map(({ taskText }) => taskText),
        );
      }),
    );
  });
});

describe('the rows of a ledger', () => {
  const own = [...TASKS, aTask(101, 1, FIRST, WOODS)];
  const ledgerRow = (agencyText: string, row: Partial<ReturnedRow> = {}) => aRow({ taskId: null, agencyText, ...row });

  it('are found by task and unit', () => {
    const { matched, left } = matchLedger([ledgerRow('农业农村局'), ledgerRow('泽州县林业局')], own, NAMES);
    expect(matched.map(({ task, doubt }) => [task.agencyName, task.number, doubt])).toEqual([
      ['县农业农村局', 1, ''],
      ['县林业局', 1, ''],
    ]);
    expect(left).toEqual([]);
  });

  it('count for each unit of a cell, with a doubt', () => {
    const { matched } = matchLedger([ledgerRow('牵头单位：县农业农村局\n配合单位：县林业局')], own, NAMES);
    expect(matched.map(({ task }) => task.agencyName)).toEqual(['县农业农村局', '县林业局']);
    expect(matched.every(({ doubt }) => doubt.includes('一格写有 2 个单位'))).toBe(true);
  });

  it('are left over when the unit is unknown, or does not owe the task', () => {
    const rows = [ledgerRow('县气象局'), ledgerRow('县林业局', { taskText: SECOND, number: '7' }), ledgerRow('')];
    const { matched, left, notes } = matchLedger(rows, own, NAMES);
    expect(matched).toEqual([]);
    expect(left).toHaveLength(3);
    expect(left[1]?.nearest?.number).toBe(7);
    expect(notes.join()).toContain('县气象局');
  });
});
