// A ledger's page ended inside a merged task: number and words, which stand in the middle of the cell, were on neither
// page.
import { expect, it } from 'vitest';
import { tableFonts } from '#backend/excel/fonts.ts';
import { PageFlow, pageCapacity, USUAL_MARGINS } from '#backend/excel/page-flow.ts';
import type { PagePlan, SheetPlan } from '#backend/excel/sheet-plan.ts';
import type { Table } from '#backend/excel/table.ts';
import { tableSheet } from '#backend/excel/table-sheet.ts';

type Line = { readonly task: number; readonly agency: number };

/** A table of tasks with so many agencies each; a section row before each tenth task. */
function aTable(agencies: readonly number[], isMerged = true): Table<Line> {
  const joined = isMerged ? { mergeKey: ({ task }: Line) => task } : {};
  return {
    sheetName: '台账',
    title: '台账',
    unitLine: { left: '填报单位：县政府办', right: '' },
    columns: [
      { head: '序号', width: 5, align: 'center', cell: ({ task }) => task, ...joined },
      { head: '任务', width: 30, align: 'left', cell: ({ task }) => `第 ${task} 项任务`, ...joined },
      { head: '单位', width: 90, align: 'left', cell: ({ agency }) => `第 ${agency} 个单位` },
    ],
    items: agencies.flatMap((count, task) => [
      ...(task % 10 === 0 ? [{ kind: 'section', ordinal: task / 10 + 1, title: '部分' } as const] : []),
      ...Array.from({ length: count }, (_, agency) => ({ kind: 'row', row: { task: task + 1, agency } }) as const),
    ]),
    totals: [],
    notes: [],
    fonts: tableFonts(),
    paper: 'A4',
    frozenColumns: 0,
  };
}

function laidOut(sheet: SheetPlan) {
  const rows = [...sheet.rows];
  const ends = sheet.pageEnds?.() ?? [];
  const pages = [...ends, rows.length].map((end, index) => rows.slice(ends[index - 1] ?? 0, end));
  return { rows, ends, pages, merges: [...sheet.merges].filter(({ top, bottom }) => bottom > top) };
}

const heightOf = (rows: readonly { readonly height?: number }[]): number =>
  rows.reduce((sum, { height = 0 }) => sum + height, 0);

/** A4 across: some 500 points high. */
const CAPACITY = pageCapacity({ paper: 'A4', orientation: 'landscape', margins: USUAL_MARGINS }, [5.71, 30.71, 90.71]);

it('no page ends inside a merged cell, none is fuller than a page, and each is as full as the next block allows', () => {
  const { ends, pages, merges } = laidOut(tableSheet(aTable(Array.from({ length: 60 }, (_, task) => (task % 7) + 1))));
  expect(ends.length).toBeGreaterThan(5);
  for (const end of ends) expect(merges.filter(({ top, bottom }) => top <= end && end < bottom)).toEqual([]);
  for (const [index, page] of pages.entries()) {
    const heads = index === 0 ? 0 : heightOf([{ height: 27 }]);
    expect(heightOf(page) + heads).toBeLessThanOrEqual(CAPACITY);
    if (index < pages.length - 1) expect(heightOf(page)).toBeGreaterThan(CAPACITY / 2);
  }
});

it('a section row never stands alone at the end of a page', () => {
  for (let first = 1; first < 40; first++) {
    const { ends, rows } = laidOut(tableSheet(aTable([first, ...Array.from({ length: 25 }, () => 2)])));
    // A section row shows its number in the first cell and its words in the second.
    for (const end of ends) expect(rows[end - 1]?.cells[1]?.value).not.toBe('部分');
  }
});

it('a task of more rows than a page holds is parted, and says on each page which it is', () => {
  const { rows, merges, ends } = laidOut(tableSheet(aTable([120])));
  const numbers = rows.flatMap(({ cells }, index) => (cells[0]?.value === 1 ? [index + 1] : []));
  expect(numbers.length).toBeGreaterThan(3);
  expect(merges.filter(({ left }) => left === 1).map(({ top }) => top)).toEqual(numbers);
  expect(ends).toEqual(numbers.slice(1).map((row) => row - 1));
  expect(rows.filter(({ cells }) => cells[1]?.value === '第 1 项任务').length).toBe(numbers.length);
});

it('sums, notes and signature are never alone on the last page, nor with a single row', () => {
  for (let rows = 20; rows < 60; rows++) {
    for (const foot of [true, false]) {
      const table = {
        ...aTable([rows], false),
        ...(foot ? { totals: SUMS, notes: ['注：'], signature: ['填报人：'] } : {}),
      };
      const { pages, ends } = laidOut(tableSheet(table));
      if (ends.length === 0) continue;
      const last = (pages.at(-1) ?? []).filter(({ cells }) => cells[2]?.value?.toString().startsWith('第 ')).length;
      expect(last, `${rows} rows`).toBeGreaterThanOrEqual(2);
      for (const page of pages.slice(0, -1)) expect(page.length).toBeGreaterThan(3);
    }
  }
});

it('a chart that does not fit below its table lies on a page of its own, with the row above it', () => {
  const chart = { title: '完成率', categories: 1, values: 0 };
  const { rows, ends } = laidOut(tableSheet({ ...aTable([12], false), chart }));
  expect(ends).toEqual([rows.length - 2]);
});

const WIDE: PagePlan = { paper: 'A3', orientation: 'landscape', repeatRows: [3, 3] };

it.each([
  [30, undefined],
  [120, 3],
])('a matrix of %i agencies is read without a glass', (agencies, pages) => {
  const table = { ...aTable([4], false), ...WIDE, notes: ['注：● 牵头'], signature: ['填报人：'], frozenColumns: 2 };
  const narrow = { width: 4.3, align: 'center', cell: () => '●' } as const;
  const columns = [
    ...table.columns.slice(0, 2).map((column, at) => ({ ...column, width: [5, 52][at] ?? 1 })),
    ...Array.from({ length: agencies }, (_, agency) => ({ head: `${agency}`, ...narrow })),
  ];
  const sheet = tableSheet({ ...table, columns });
  expect(sheet.page?.across?.pages).toBe(pages);
  laidOut(sheet);
  const merges = [...sheet.merges];
  const title = merges.find(({ top }) => top === 1);
  // What stands above and below is on the first page as a whole.
  const wide = sheet.columns.slice(0, title?.right).reduce((sum, { width }) => sum + width * 5.25 + 3.75, 0);
  const letters = ((420 - 25.4) * 72) / 25.4 / wide;
  expect(letters * 11).toBeGreaterThan(6);
  if (pages !== undefined) expect(title?.right).toBeLessThan(columns.length / 2);
  else expect(title?.right).toBe(columns.length);
  expect(Math.max(...merges.filter(({ top }) => top > 7).map(({ right }) => right))).toBe(title?.right);
});

const SUMS = [{ label: '合计', over: 2, cells: [60] }];

it('a sheet has no more page ends than Excel takes', () => {
  const flow = new PageFlow(100, 20, 20);
  for (let row = 1; row <= 5_000; row++) flow.place(row, 60);
  expect(flow.breaks.length).toBeLessThanOrEqual(1_026);
});
