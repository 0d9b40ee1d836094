// Which column is meant was guessed by words in heads: a column of last month's dates was read as this month's. Now
// usual heads go first, then words for meanings still free, then what the cells hold; what is not sure says so.
import { describe, expect, it } from 'vitest';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { NO_HINTS, readReturn } from '#backend/returns/tables/read-return.ts';
import type { ReturnMapping } from '#shared/domain/return-review.ts';
import { type Given, sheetRead, tableOf } from '../returned-sheets.ts';

const TASKS = ['建立冷链食品追溯体系', '开展校园食品安全行动', '严把粮食收储质量关'];

/** A table of three tasks with these columns besides, each a head and its cells. */
function withColumns(
  columns: Readonly<Record<string, readonly Given[]>>,
  more: Parameters<typeof sheetRead>[1] = {},
): ParsedTable {
  const heads = Object.keys(columns).map((head) => head.replace(/^~\d*/, ''));
  const rows = TASKS.map((task, index) => [index + 1, task, ...Object.values(columns).map((cells) => cells[index])]);
  return tableOf(sheetRead([['进展情况表（2021年10月）'], ['序号', '工作任务', ...heads], ...rows], more));
}

const columnOf = (table: ParsedTable, head: string) => table.columns.find((column) => column.head === head);
const texts = (
  table: ParsedTable,
  field: 'narrative' | 'status' | 'percent' | 'problems' | 'nextSteps' | 'reportedOn',
) => table.rows.map(({ fields }) => fields[field]?.text);

const NARRATIVES = ['已检查企业12家', '召开部署会议2次', '入库抽检30批次'];

describe('columns of a return', () => {
  it.each(['上月进展情况', '上次进展情况', '去年进展情况', '进展情况填报人', '进展情况完成时限', '进展情况审核意见'])(
    'are not taken for %s',
    (other) => {
      const table = withColumns({ [other]: ['甲乙丙丁', '甲乙丙丁', '甲乙丙丁'], 进展情况: NARRATIVES });
      expect(texts(table, 'narrative')).toEqual(NARRATIVES);
      expect(table.rows[0]?.fields.narrative?.doubt).toBe('');
      expect(columnOf(table, other)).toMatchObject({ field: null, filled: 3 });
    },
  );

  it('carry the doubt of a head that only holds the word to every cell, filled or not', () => {
    const table = withColumns({ 工作进展与主要成效: [NARRATIVES[0], null, NARRATIVES[2]] });
    const doubt = '由表头“工作进展与主要成效”中的词读作进展情况';
    expect(columnOf(table, '工作进展与主要成效')).toMatchObject({ field: 'narrative', how: 'contained', doubt });
    expect(table.rows.map(({ fields }) => fields.narrative?.doubt)).toEqual([doubt, doubt, doubt]);
  });

  it('name a month that is not the table’s', () => {
    expect(withColumns({ 截至10月底工作进展: NARRATIVES }).rows[0]?.fields.narrative?.doubt).toBe('');
    expect(withColumns({ 截至9月底工作进展: NARRATIVES }).rows[0]?.fields.narrative?.doubt).toContain('写的是 9 月');
  });

  it('of each month are read for the month of the table', () => {
    const table = withColumns({ '9月进展情况': ['九月的事', '九月的事', null], '10月进展情况': NARRATIVES });
    expect(texts(table, 'narrative')).toEqual(NARRATIVES);
    expect(table.rows[0]?.fields.narrative?.doubt).toBe('');
    expect(columnOf(table, '9月进展情况')).toMatchObject({ field: null, filled: 2 });
  });

  it('of what was to be are not taken for what is', () => {
    const table = withColumns({
      计划完成比例: ['80%', '80%', '80%'],
      实际完成比例: ['60%', '50%', '70%'],
      进展情况: NARRATIVES,
    });
    expect(texts(table, 'percent')).toEqual(['60', '50', '70']);
    expect(table.rows[0]?.fields.percent?.doubt).toBe('');
  });

  it('with one meaning twice are doubted when they differ, and not when the other is empty or the same', () => {
    const differ = withColumns({ 进展情况: NARRATIVES, '~1进展情况': ['另一说', null, null] });
    expect(differ.rows[0]?.fields.narrative?.doubt).toContain('内容不同');
    expect(differ.columns[3]).toMatchObject({ field: null, doubt: '与“进展情况”一列含义相同，未读取' });
    const empty = withColumns({ 进展情况: [], '~1进展情况': NARRATIVES });
    expect(texts(empty, 'narrative')).toEqual(NARRATIVES);
    const same = withColumns({ 进展情况: NARRATIVES, '~1进展情况': NARRATIVES });
    expect(same.rows[0]?.fields.narrative?.doubt).toBe('');
  });

  it('of their own question 是否完成 do not disturb the status', () => {
    const table = withColumns({
      是否完成: ['是', '否', '否'],
      进展状态: ['已完成', '推进中', '推进中'],
      进展情况: NARRATIVES,
    });
    expect(texts(table, 'status')).toEqual(['已完成', '推进中', '推进中']);
    expect(table.rows[0]?.fields.status?.doubt).toBe('');
  });

  it('of 是否完成 alone are answered by yes and no', () => {
    const table = withColumns({ 是否完成: ['是', '否', '是'], 进展情况: NARRATIVES });
    expect(texts(table, 'status')).toEqual(['已完成', '推进中', '已完成']);
    expect(table.rows.map(({ fields }) => fields.status?.doubt !== '')).toEqual([false, true, false]);
  });

  it('of status words are the status, whatever their head, with a doubt', () => {
    for (const head of ['目前怎么样', '办得怎样', '']) {
      const table = withColumns({ [head]: ['已完成', '推进中', '推进中'], 进展情况: NARRATIVES });
      expect(texts(table, 'status')).toEqual(['已完成', '推进中', '推进中']);
      expect(table.columns[2]).toMatchObject({ field: 'status', how: 'contents' });
      expect(table.rows[0]?.fields.status?.doubt).not.toBe('');
    }
  });

  it('of percentages and dates likewise, when theirs is missing', () => {
    const table = withColumns({
      进展情况: NARRATIVES,
      干到多少: ['80%', '60%', '100%'],
      哪天: ['2021-10-08', '2021-10-09', '2021-10-09'],
    });
    expect(texts(table, 'percent')).toEqual(['80', '60', '100']);
    expect(texts(table, 'reportedOn')).toEqual(['2021-10-08', '2021-10-09', '2021-10-09']);
    expect(table.rows[0]?.fields.percent?.doubt).not.toBe('');
  });

  it('whose contents contradict their head are doubted', () => {
    const table = withColumns({ 进展状态: NARRATIVES, 进展情况: ['已完成', '推进中', '推进中'] });
    expect(table.rows[0]?.fields.status?.doubt).toContain('按内容读作进展状态');
    expect(texts(table, 'narrative')).toEqual(NARRATIVES);
    const odd = withColumns({ 进展状态: NARRATIVES, 进展情况: ['检查企业3家', '召开会议2次', null] });
    expect(odd.rows[0]?.fields.status).toMatchObject({ readable: false });
    expect(odd.rows[0]?.fields.status?.doubt).toContain('不像进展状态');
    const terse = withColumns({ 进展状态: ['已完成', '推进中', '推进中'], 进展情况: ['已完成', '推进中', '推进中'] });
    expect(terse.rows.every(({ fields }) => fields.narrative?.doubt === '')).toBe(true);
  });

  it('whose contents changed places are read by them, with a doubt', () => {
    const table = withColumns({
      进展状态: ['80%', '60%', '100%'],
      完成比例: ['推进中', '推进中', '已完成'],
      进展情况: NARRATIVES,
    });
    expect(texts(table, 'status')).toEqual(['推进中', '推进中', '已完成']);
    expect(texts(table, 'percent')).toEqual(['80', '60', '100']);
    expect(table.rows[0]?.fields.status?.doubt).toContain('按内容');
    expect(table.rows[0]?.fields.percent?.doubt).toContain('按内容');
  });

  it('under a head that may mean two things are read by what they hold', () => {
    const table = withColumns({ 进度: NARRATIVES, 存在问题: ['缺人手和经费', null, null] });
    expect(texts(table, 'narrative')).toEqual(NARRATIVES);
    expect(table.rows[0]?.fields.narrative?.doubt).toContain('按内容读作进展情况');
  });

  it('under an unknown head are asked about, and nothing is beyond doubt while one may be lost', () => {
    const lost = withColumns({ 主要亮点: NARRATIVES, 签收: ['甲', '乙', '丙'], 完成比例: ['80%', '60%', '100%'] });
    expect(columnOf(lost, '主要亮点')).toMatchObject({ field: null, filled: 3, doubt: '有内容而不认识表头' });
    expect(lost.doubts.join()).toContain('“主要亮点”一列未读取');
    const known = withColumns({
      进展状态: ['推进中'],
      完成比例: ['80%'],
      进展情况: NARRATIVES,
      存在问题: ['缺人'],
      下步措施: ['继续'],
      填报日期: ['2021-10-08'],
      主要亮点: NARRATIVES,
    });
    expect(known.doubts).toEqual([]);
    expect(known.notes.join()).toContain('“主要亮点”一列有 3 格内容，未读取');
  });

  it('under a head nobody lists are read by its words when they suggest one meaning that is free', () => {
    const table = withColumns({ 开展情况怎样: NARRATIVES, 完成比例: ['80%'] });
    expect(texts(table, 'narrative')).toEqual(NARRATIVES);
    expect(table.rows[0]?.fields.narrative?.doubt).not.toBe('');
  });

  it('without a head stand for the one that is missing between its neighbours, with a doubt', () => {
    const table = withColumns({
      进展情况: NARRATIVES,
      '~1': ['人手不足，经费紧张', '缺设备', '无'],
      下步措施: ['继续推进'],
    });
    expect(table.columns[3]).toMatchObject({ field: 'problems', doubt: '没有表头，按所在的位置读作存在问题' });
    expect(table.doubts).toEqual([]);
  });

  it('that share one head are not taken in silence', () => {
    const sheet = sheetRead(
      [
        ['序号', '工作任务', '进展情况', null, '填报日期'],
        [null, null, '定性的话', '定量的话', null],
        [1, TASKS[0], '已开展检查工作', '检查企业12家次', '2021-10-08'],
        [2, TASKS[1], '已开展部署工作', '召开会议2次以上', '2021-10-08'],
      ],
      {
        merges: [
          [1, 3, 1, 4],
          [1, 1, 2, 1],
          [1, 2, 2, 2],
          [1, 5, 2, 5],
        ],
      },
    );
    const table = tableOf(sheet);
    expect(table.lastHeadRow).toBe(2);
    expect(table.rows[0]?.fields.narrative?.doubt).not.toBe('');
    expect(table.columns[3]).toMatchObject({ field: null, filled: 2 });
    expect(table.columns[3]?.doubt).not.toBe('');
  });

  it('that are hidden are doubted', () => {
    const table = withColumns({ 进展情况: NARRATIVES, 存在问题: ['缺人'] }, { hiddenColumns: new Set([4]) });
    expect(table.rows[0]?.fields.problems?.doubt).toContain('隐藏');
    expect(table.rows[0]?.fields.narrative?.doubt).toBe('');
  });
});

describe('columns that a person pointed out', () => {
  const rows: readonly (readonly Given[])[] = [
    ['一览'],
    ['项', '干啥', '咋样了', '啥时候'],
    ['1', TASKS[0], NARRATIVES[0], '2021-10-08'],
    ['2', TASKS[1], NARRATIVES[1], '2021-10-09'],
  ];
  const mapping: ReturnMapping = {
    sheet: '填报表',
    firstHeadRow: 2,
    lastHeadRow: 2,
    columns: [
      { column: 1, field: 'number' },
      { column: 2, field: 'task' },
      { column: 3, field: 'narrative' },
      { column: 4, field: 'reportedOn' },
    ],
  };

  it('are read so, although no head was known', () => {
    expect(() => readReturn([sheetRead(rows)], 'x.xlsx')).toThrow(
      expect.objectContaining({ code: 'RETURN_NOT_RECOGNIZED' }),
    );
    const table = tableOf(sheetRead(rows), 'x.xlsx', { ...NO_HINTS, pointed: mapping });
    expect(texts(table, 'narrative')).toEqual(NARRATIVES.slice(0, 2));
    expect(table.columns.map(({ how, doubt }) => [how, doubt])).toEqual(
      Array.from({ length: 4 }, () => ['pointed', '']),
    );
    expect(table.doubts).toEqual([]);
  });

  it('serve again for a file of the same shape, on any sheet and with other months in its heads', () => {
    const first = tableOf(sheetRead(rows), 'x.xlsx', { ...NO_HINTS, pointed: mapping });
    const hints = { ...NO_HINTS, mappings: new Map([[first.shape, mapping]]) };
    const again = tableOf(sheetRead(rows, { name: '十一月' }), 'y.xlsx', hints);
    expect(texts(again, 'narrative')).toEqual(NARRATIVES.slice(0, 2));
    expect(again.columns[2]).toMatchObject({ field: 'narrative', how: 'remembered' });
    expect(again.shape).toBe(first.shape);
    const other = rows.map((cells, index) => (index === 1 ? ['项', '干啥', '咋样', '啥时候'] : cells));
    expect(() => readReturn([sheetRead(other)], 'x.xlsx', hints)).toThrow(
      expect.objectContaining({ code: 'RETURN_NOT_RECOGNIZED' }),
    );
  });

  it('stand above what the heads say', () => {
    const heads = ['序号', '工作任务', '进展情况', '存在问题'];
    const swapped: ReturnMapping = {
      ...mapping,
      firstHeadRow: 1,
      lastHeadRow: 1,
      columns: [...mapping.columns.slice(0, 2), { column: 4, field: 'narrative' }, { column: 3, field: 'problems' }],
    };
    const table = tableOf(sheetRead([heads, [1, TASKS[0], '甲', '乙']]), 'x.xlsx', { ...NO_HINTS, pointed: swapped });
    expect(table.rows[0]?.fields).toMatchObject({ narrative: { text: '乙' }, problems: { text: '甲' } });
  });
});
