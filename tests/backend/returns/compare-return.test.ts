import { describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form.ts';
import { compareReturn, type ProgressTexts } from '#backend/returns/compare-return.ts';
import type { MatchableTask } from '#backend/returns/match-rows.ts';
import type { ReturnedCell, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { readReturn } from '#backend/returns/read-return.ts';
import { type TaskId, TaskIdSchema } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { formInput } from '../excel/seed-world.ts';

const EMPTY: ProgressTexts = { status: '', percent: '', narrative: '', problems: '', nextSteps: '', reportedOn: '' };

const TASKS: readonly MatchableTask[] = [
  {
    taskId: TaskIdSchema.parse(101),
    number: 1,
    title: '建立追溯体系',
    content: '建立追溯体系，逐步引导批发市场信息化。',
  },
  {
    taskId: TaskIdSchema.parse(107),
    number: 7,
    title: '加强耕地污染防治',
    content: '加强耕地污染防治。积极推进农艺调控。',
  },
];
const [FIRST, SECOND] = TASKS.map(({ taskId }) => taskId);
const TEXTS = TASKS.map(({ content }) => content);

function readable(text: string, doubt = ''): ReturnedCell {
  return { text, readable: true, doubt };
}

function aRow(row: Partial<ReturnedRow>, fields: Partial<Record<ProgressField, string>> = {}): ReturnedRow {
  const cells = Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, readable(fields[field] ?? '')]));
  return {
    rowNumber: 5,
    taskId: FIRST ?? null,
    number: '1',
    taskText: TEXTS[0] ?? '',
    ...row,
    fields: { ...cells, ...row.fields },
  };
}

type Texts = Partial<ProgressTexts>;

/** One row for the first task: what was sent, what came back, what stands. */
function compareOne(base: Texts | null, theirs: Texts, ours: Texts) {
  return compareReturn({
    parsed: { rows: [aRow({}, theirs)], notes: [] },
    base: base && new Map(FIRST === undefined ? [] : [[FIRST, { ...EMPTY, ...base }]]),
    ours: new Map(FIRST === undefined ? [] : [[FIRST, { ...EMPTY, ...ours }]]),
    assignments: TASKS.slice(0, 1),
  });
}

describe('one returned cell, three ways', () => {
  it.each([
    ['nobody changed it', 'a', 'a', 'a', []],
    ['only they changed it', 'a', 'b', 'a', ['proposed']],
    ['only we changed it', 'a', 'a', 'b', []],
    ['both changed it, differently', 'a', 'b', 'c', ['conflict']],
    ['both changed it to the same', 'a', 'b', 'b', []],
    ['they filled it in', '', 'b', '', ['proposed']],
    ['we filled it in meanwhile, they did too', '', 'b', 'c', ['conflict']],
    ['they cleared it', 'a', '', 'a', ['proposed']],
    ['they cleared it, we changed it', 'a', '', 'b', ['conflict']],
  ] as const)('is judged rightly when %s', (_, base, theirs, ours, states) => {
    const { items, unchangedCells } = compareOne({ narrative: base }, { narrative: theirs }, { narrative: ours });
    expect(items.map(({ state }) => state)).toEqual(states);
    expect(unchangedCells).toBe(PROGRESS_FIELDS.length - states.length);
  });

  it('carries all three values and the place it belongs to', () => {
    expect(compareOne({ narrative: 'a' }, { narrative: 'b' }, { narrative: 'c' }).items).toEqual([
      {
        id: 0,
        taskId: FIRST,
        taskNumber: 1,
        taskTitle: '建立追溯体系',
        field: 'narrative',
        base: 'a',
        theirs: 'b',
        ours: 'c',
        state: 'conflict',
        doubt: '',
      },
    ]);
  });

  it('is not changed by blanks at its ends or by other line ends', () => {
    const { items } = compareOne({ narrative: ' 甲 \r\n乙　' }, { narrative: '甲\n乙' }, { narrative: ' 甲 \r\n乙　' });
    expect(items).toEqual([]);
  });

  it('says that it was cleared', () => {
    expect(compareOne({ narrative: 'a' }, {}, { narrative: 'a' }).items[0]?.doubt).toBe('对方清空了此格');
  });

  it('cannot be an empty status', () => {
    const [item] = compareOne({ status: '推进中' }, {}, { status: '推进中' }).items;
    expect(item).toMatchObject({ state: 'unreadable', doubt: '对方清空了进展状态，状态不能为空' });
  });

  it('is a conflict when nobody knows what was sent, unless ours is empty', () => {
    expect(compareOne(null, { narrative: 'b' }, { narrative: 'c' }).items[0]).toMatchObject({
      state: 'conflict',
      doubt: '没有发出记录，无法判断是谁改动的',
    });
    expect(compareOne(null, { narrative: 'b' }, {}).items[0]?.state).toBe('proposed');
    expect(compareOne(null, {}, { narrative: 'c' }).items).toEqual([]);
  });

  it('is shown and left alone when it cannot be read', () => {
    const status = { text: '差不多', readable: false, doubt: '“差不多”不是进展状态' };
    const { items } = compareReturn({
      parsed: { rows: [aRow({ fields: { status } })], notes: [] },
      base: new Map(),
      ours: new Map(),
      assignments: TASKS,
    });
    expect(items).toMatchObject([{ field: 'status', theirs: '差不多', state: 'unreadable', doubt: status.doubt }]);
  });

  it('is not touched when its column is gone', () => {
    const row = { ...aRow({}), fields: { narrative: readable('b') } };
    const { items, unchangedCells } = compareReturn({
      parsed: { rows: [row], notes: [] },
      base: new Map(FIRST === undefined ? [] : [[FIRST, { ...EMPTY, problems: 'x' }]]),
      ours: new Map(FIRST === undefined ? [] : [[FIRST, { ...EMPTY, problems: 'x' }]]),
      assignments: TASKS,
    });
    expect(items.map(({ field }) => field)).toEqual(['narrative']);
    expect(unchangedCells).toBe(0);
  });
});

describe('finding the task of a returned row', () => {
  function match(row: Partial<ReturnedRow>): {
    task: TaskId | undefined;
    doubt: string | undefined;
    notes: readonly string[];
  } {
    const { items, notes } = compareReturn({
      parsed: { rows: [aRow(row, { narrative: '已开展' })], notes: [] },
      base: new Map(),
      ours: new Map(),
      assignments: TASKS,
    });
    return { task: items[0]?.taskId, doubt: items[0]?.doubt, notes };
  }

  it.each([
    ['by its id', {}, FIRST, ''],
    ['by its id when the text was shortened', { taskText: '建立追溯体系' }, FIRST, ''],
    ['by its id when the text was rewritten', { taskText: '追溯平台' }, FIRST, '任务文字与发出时不同，按标识对应'],
    [
      'by its text when the id stands beside another',
      { taskText: TEXTS[1] ?? '' },
      SECOND,
      '标识与任务文字不一致，按任务文字对应',
    ],
    [
      'by number and text',
      { taskId: null, number: '7.', taskText: TEXTS[1] ?? '' },
      SECOND,
      '没有标识，按序号和任务文字对应',
    ],
    ['by text alone', { taskId: null, number: '2', taskText: `${TEXTS[1]} ` }, SECOND, '没有标识，仅按任务文字对应'],
    [
      'by text when the id is of no task of ours',
      { taskId: 999, taskText: TEXTS[1] ?? '' },
      SECOND,
      '没有标识，仅按任务文字对应',
    ],
  ])('works %s', (_, row, task, doubt) => {
    expect(match(row)).toMatchObject({ task, doubt });
  });

  it('does not guess by a number alone', () => {
    const { task, notes } = match({ taskId: null, number: '7', taskText: '别的任务内容' });
    expect(task).toBeUndefined();
    expect(notes).toContain('第 5 行“别的任务内容”未能对应到本单位的任务，未读取。');
    expect(notes).toContain('回收表中没有这些任务：1、7，按未改动处理。');
  });

  it('joins two rows of one task: texts one below the other, other differences shown', () => {
    const { items, notes } = compareReturn({
      parsed: {
        rows: [
          aRow({ rowNumber: 5 }, { narrative: '甲', percent: '50' }),
          aRow({ rowNumber: 6 }, { narrative: '乙', percent: '60', status: '推进中' }),
        ],
        notes: [],
      },
      base: new Map(),
      ours: new Map(),
      assignments: TASKS.slice(0, 1),
    });
    expect(items).toMatchObject([
      { field: 'status', theirs: '推进中', state: 'proposed' },
      { field: 'percent', theirs: '50 / 60', state: 'unreadable' },
      { field: 'narrative', theirs: '甲\n乙', state: 'proposed', doubt: '由同一任务的两行合并' },
    ]);
    expect(notes).toEqual(['第 5 行与第 6 行都是任务 1，已合并比较。']);
  });

  it('numbers its items on from where the last file ended', () => {
    const { items } = compareReturn({
      parsed: { rows: [aRow({}, { narrative: 'a', problems: 'b' })], notes: [] },
      base: new Map(),
      ours: new Map(),
      assignments: TASKS,
      firstId: 40,
    });
    expect(items.map(({ id }) => id)).toEqual([40, 41]);
  });
});

describe('a form that comes back untouched', () => {
  it('asks nobody anything', async () => {
    const input = formInput('县市场监督管理局');
    const sent = new Map(input.rows.map(({ taskId, progress }) => [taskId, progressTexts(progress)]));
    const compared = compareReturn({
      parsed: await readReturn(await buildForm(input), 'x.xlsx'),
      base: sent,
      ours: sent,
      assignments: input.rows.map((row) => ({ ...row, title: row.content })),
    });
    expect(compared).toEqual({ items: [], notes: [], unchangedCells: input.rows.length * PROGRESS_FIELDS.length });
  });
});
