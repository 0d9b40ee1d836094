// Between the tasks of a returned form stand headings, sums, remarks, column numbers, rows over two lines. A remark that
// was taken for a task, or a second line that went nowhere, cost what the agency had written.
import { describe, expect, it } from 'vitest';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { type Given, sheetRead, tableOf } from '../returned-sheets.ts';

const HEADS = ['序号', '工作任务', '进展状态', '完成比例', '进展情况', '存在问题'];
const TASKS = ['建立冷链食品追溯体系', '开展校园食品安全行动', '严把粮食收储质量关'];
const task = (number: number, narrative: Given, ...more: Given[]): readonly Given[] => [
  number,
  TASKS[number - 1],
  '推进中',
  '50%',
  narrative,
  ...more,
];

const table = (rows: readonly (readonly Given[])[], more: Parameters<typeof sheetRead>[1] = {}): ParsedTable =>
  tableOf(sheetRead([HEADS, ...rows], more));
const tasksOf = ({ rows }: ParsedTable) => rows.map(({ taskText }) => taskText);

describe('rows that are no tasks', () => {
  it.each([
    [
      'a heading over all columns',
      ['一、严格管控'],
      [[2, 1, 2, 6]],
      '分类标题行，未作为任务读取：第 2 行“一、严格管控”',
    ],
    ['a heading in its cell alone', ['（二）强化监管'], [], '分类标题行，未作为任务读取：第 2 行“（二）强化监管”'],
    ['a sum', ['合 计', null, null, '60%', '共3项'], [], '合计行，未作为任务读取：第 2 行“合 计 60% 共3项”'],
    ['a sum in the task column', [null, '小计', null, '60%'], [], '合计行'],
    ['a remark', ['注：数据截至10月8日'], [[2, 1, 2, 6]], '表下说明，未作为任务读取：第 2 行“注：数据截至10月8日”'],
    ['a signature', [null, '填报人：张某', null, '审核人：李某'], [], '表下说明'],
    ['a day alone', [null, null, null, null, null, '2021年10月8日'], [], '表下说明'],
    ['a number prepared and left empty', [4], [], '只有序号的行'],
  ] as const)('are named: %s', (_, row, merges, note) => {
    for (const at of [0, 1]) {
      const rows: (readonly Given[])[] = [task(1, '甲已开展'), task(2, '乙已开展')];
      rows.splice(at, 0, row);
      const shifted = merges.map(([top, left, bottom, right]) => [top + at, left, bottom + at, right] as const);
      const read = table(rows, { merges: shifted });
      expect(tasksOf(read)).toEqual(TASKS.slice(0, 2));
      expect(read.notes.join()).toContain(note.replace('第 2 行', `第 ${2 + at} 行`));
      expect(read.rows.every(({ fields }) => fields.narrative?.doubt === '')).toBe(true);
    }
  });

  it.each([
    [[1, 2, 3, 4, 5, 6]],
    [['（1）', '（2）', '（3）', '（4）', '（5）', '（6）']],
    [['①', '②', '③', '④', '⑤', '⑥']],
    [['甲', '乙', 1, 2, 3, 4]],
    [[1, 2, null, 4, 5, 6]],
  ])('are left out when they only count the columns: %j', (row) => {
    expect(tasksOf(table([row, task(1, '甲已开展')]))).toEqual([TASKS[0]]);
  });

  it('give the heading to the tasks below', () => {
    const read = table([['一、严格管控'], task(1, '甲已开展'), ['二、强化监管'], task(2, '乙已开展')]);
    expect(read.rows.map(({ section }) => section)).toEqual(['一、严格管控', '二、强化监管']);
  });

  it('leave blank rows without a trace', () => {
    const read = table([[], task(1, '甲已开展'), ['', '  '], task(2, '乙已开展')]);
    expect(tasksOf(read)).toEqual(TASKS.slice(0, 2));
    expect(read.notes.filter((note) => !note.startsWith('没有找到') && !note.startsWith('表中的'))).toEqual([]);
  });
});

describe('a row over two lines', () => {
  it('belongs to the task above, joined with a doubt', () => {
    const [row] = table([
      task(1, '已检查12家'),
      [null, null, null, null, '又检查5家', '缺人'],
      [null, null, null, null, '培训2次'],
    ]).rows;
    expect(row?.fields.narrative).toMatchObject({
      text: '已检查12家\n又检查5家\n培训2次',
      doubt: '与第 3 行合并；与第 4 行合并',
      place: null,
    });
    expect(row?.fields.problems).toMatchObject({
      text: '缺人',
      doubt: '写在下面的第 3 行',
      place: { row: 3, column: 6 },
    });
  });

  it('that contradicts the first cannot be read', () => {
    const [row] = table([task(1, '已检查12家'), [null, null, '已完成', '80%']]).rows;
    expect(row?.fields.status).toMatchObject({
      text: '推进中 / 已完成',
      readable: false,
      offers: ['推进中', '已完成'],
    });
    expect(row?.fields.percent).toMatchObject({ readable: false, offers: ['50', '80'] });
  });

  it('is one task also when number and task are merged over both', () => {
    const read = table([task(1, '已检查12家'), [null, null, null, null, '又检查5家'], task(2, '乙已开展')], {
      merges: [
        [2, 1, 3, 1],
        [2, 2, 3, 2],
        [2, 3, 3, 3],
        [2, 4, 3, 4],
      ],
    });
    expect(tasksOf(read)).toEqual(TASKS.slice(0, 2));
    expect(read.rows[0]?.fields.narrative?.text).toBe('已检查12家\n又检查5家');
    expect(read.rows[0]?.fields.status).toMatchObject({ text: '推进中', doubt: '' });
  });

  it('after a sum or a remark is nobody’s, and is listed as a row of its own', () => {
    const read = table([task(1, '已检查12家'), ['合计'], [null, null, null, null, '另有说明的话']]);
    expect(read.rows.map(({ fields }) => fields.narrative?.text)).toEqual(['已检查12家', '另有说明的话']);
    expect(read.rows[1]).toMatchObject({ number: '', taskText: '' });
  });
});

describe('merged cells', () => {
  it('over two tasks count for both, with a doubt on the second', () => {
    const read = table([task(1, '两项一并推进'), task(2, null)], { merges: [[2, 5, 3, 5]] });
    expect(read.rows.map(({ fields }) => [fields.narrative?.text, fields.narrative?.doubt])).toEqual([
      ['两项一并推进', ''],
      ['两项一并推进', '与其他行合并的单元格'],
    ]);
  });

  it('of one number over two tasks leave them two', () => {
    const read = table(
      [
        [1, TASKS[0], null, null, '甲已开展'],
        [null, TASKS[1], null, null, '乙已开展'],
      ],
      { merges: [[2, 1, 3, 1]] },
    );
    expect(read.rows.map(({ number, taskText }) => [number, taskText])).toEqual([
      ['1', TASKS[0]],
      ['1', TASKS[1]],
    ]);
  });

  it('across two fields stand in the first, and say nothing of the second', () => {
    const [row] = table([task(1, '进展和问题写在一起')], { merges: [[2, 5, 2, 6]] }).rows;
    expect(row?.fields.narrative).toMatchObject({ text: '进展和问题写在一起', doubt: '与存在问题合并的单元格' });
    expect(row?.fields.problems).toBeUndefined();
  });
});

describe('rows of tasks', () => {
  it('are read though a filter hides them, with a note', () => {
    const read = table([task(1, '甲已开展'), task(2, '乙已开展')], { hiddenRows: [3] });
    expect(tasksOf(read)).toEqual(TASKS.slice(0, 2));
    expect(read.notes).toContain('有 1 行被筛选或隐藏，也已读取。');
  });

  it('that stand twice in the same words count once, and otherwise both', () => {
    const same = table([task(1, '甲已开展'), task(1, '甲已开展')]);
    expect(same.rows).toHaveLength(1);
    expect(same.notes).toContain('第 3 行与第 2 行完全相同，只读取一次。');
    expect(table([task(1, '甲已开展'), task(1, '又开展了')]).rows).toHaveLength(2);
  });

  it('are found without a column of numbers, and by number alone', () => {
    const words = tableOf(
      sheetRead([
        ['工作任务', '进展情况'],
        [TASKS[0], '甲已开展'],
        [TASKS[1], null],
      ]),
    );
    expect(tasksOf(words)).toEqual(TASKS.slice(0, 2));
    const numbers = tableOf(
      sheetRead([
        ['序号', '进展情况'],
        [1, '甲已开展'],
        [2, null],
      ]),
    );
    expect(numbers.rows.map(({ number }) => number)).toEqual(['1', '2']);
  });
});

describe('the ledger of another office', () => {
  const LEDGER = ['序号', '重点工作', '责任单位', '完成情况'];

  it('says in each row whose it is, also where the task is merged down over its units or written once', () => {
    const rows: readonly (readonly Given[])[] = [
      ['食品安全工作台账（2021年10月）'],
      LEDGER,
      [1, TASKS[0], '县公安局', '已侦办3起'],
      [null, null, '县教育局、县卫健体局', '已检查12所'],
      [2, TASKS[1], '县公安局', '已开展'],
      [null, TASKS[2], null, '也已开展'],
    ];
    const merged = tableOf(
      sheetRead(rows, {
        merges: [
          [3, 1, 4, 1],
          [3, 2, 4, 2],
        ],
      }),
    );
    const loose = tableOf(sheetRead(rows));
    for (const read of [merged, loose]) {
      expect(read.kind).toBe('ledger');
      expect(read.rows.map(({ taskText, agencyText }) => [taskText, agencyText])).toEqual([
        [TASKS[0], '县公安局'],
        [TASKS[0], '县教育局、县卫健体局'],
        [TASKS[1], '县公安局'],
        [TASKS[2], '县公安局'],
      ]);
      expect(read.rows[3]?.doubt).toBe('单位承接上一行');
    }
    expect(loose.rows[1]?.doubt).toBe('序号和任务承接上一行');
    expect(merged.rows[1]?.doubt).toBe('');
  });

  it('takes 填报单位 or 单位 before 责任单位 and 牵头单位', () => {
    const read = tableOf(
      sheetRead([
        ['序号', '工作任务', '牵头单位', '责任单位', '单位', '进展情况'],
        [1, TASKS[0], '甲局', '乙局', '丙局', '已开展'],
      ]),
    );
    expect(read.rows[0]?.agencyText).toBe('丙局');
  });
});
