// A ledger's page ended inside a merged task: number and words, which stand in the middle of the cell, were on neither
// page.
import { expect, it } from 'vitest';
import { tableFonts } from '#backend/excel/fonts.ts';
import { PageFlow, pageCapacity, USUAL_MARGINS } from '#backend/excel/page-flow.ts';
import type { SheetPlan } from '#backend/excel/sheet-plan.ts';
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

it('a table without merged cells leaves its page ends to the program that prints it', () => {
  expect(tableSheet(aTable([200], false)).pageEnds).toBeUndefined();
});

it('a sheet has no more page ends than Excel takes', () => {
  const flow = new PageFlow(100, 20, 20);
  for (let row = 1; row <= 5_000; row++) flow.place(row, 60);
  expect(flow.breaks.length).toBeLessThanOrEqual(1_026);
});
