import { expect, it } from 'vitest';
import { ledgerWidths } from '#renderer/grid/ledger/ledger-columns.ts';
import { replaceRows, sameCells } from '#renderer/state/replace-ledger-rows.ts';
import { changedColumn } from '#renderer/view/changed-column.ts';
import { LEDGER_COLUMNS, ledgerText } from '#renderer/view/ledger-lines.ts';
import { type LedgerWish, linesBut, shownLines } from '#renderer/view/ledger-view.ts';
import { TaskIdSchema } from '#shared/domain/ids.ts';
import { aRow, linesOf } from '../a-ledger.ts';

const ROWS = [
  aRow(1, 1, { status: 'done', percent: 100, narrative: '全部完成' }),
  aRow(1, 2, { narrative: '已开工' }),
  aRow(2, 1, { status: 'in-progress', percent: 9 }),
];
const LINES = linesOf(ROWS);
const ALL: LedgerWish = { filters: {}, lights: [], sort: null, query: '' };

const ids = (wish: Partial<LedgerWish>, lines = LINES, before: typeof LINES = []) =>
  shownLines(lines, [], { ...ALL, ...wish }, before).map(({ row }) => `${row.taskId}/${row.agencyId}`);

it('ticks, conditions and the words above leave lines out', () => {
  expect(ids({})).toEqual(['1/1', '1/2', '2/1']);
  expect(ids({ filters: { status: { test: null, ticked: [''] } } })).toEqual(['1/2']);
  expect(ids({ filters: { narrative: { test: { operator: 'contains', text: '完成' }, ticked: null } } })).toEqual([
    '1/1',
  ]);
  expect(ids({ lights: ['overdue'] })).toEqual([]);
  expect(ids({ query: '开工' })).toEqual(['1/2']);
  expect(ids({ query: '第1项' })).toEqual(['1/1', '1/2']);
});

it('the list of a column counts what the other columns let through', () => {
  const filters = { agency: { test: null, ticked: ['单位1'] }, status: { test: null, ticked: ['已完成'] } };
  expect(linesBut(LINES, filters, 'status')).toHaveLength(2);
});

it('percentages are sorted by value, statuses by their list, empty cells last both ways', () => {
  expect(ids({ sort: { by: 'percent', descending: false } })).toEqual(['2/1', '1/1', '1/2']);
  expect(ids({ sort: { by: 'percent', descending: true } })).toEqual(['1/1', '2/1', '1/2']);
  expect(ids({ sort: { by: 'status', descending: false } })).toEqual(['2/1', '1/1', '1/2']);
});

it('an edit takes no line away and moves none until the clerk asks anew', () => {
  const wish = { filters: { status: { test: null, ticked: [''] } } };
  const before = shownLines(LINES, [], { ...ALL, ...wish });
  const edited = linesOf(ROWS.with(1, aRow(1, 2, { status: 'done' })));
  expect(ids(wish, edited, before)).toEqual(['1/2']);
  expect(ids(wish, edited)).toEqual([]);
});

it('an unchanged row keeps its line, so that the grid leaves it alone', () => {
  expect(linesOf(ROWS)[0]).toBe(LINES[0]);
});

it('rows read again take the places of the old ones; another order is told apart', () => {
  const fresh = [aRow(1, 1, { percent: 50 }), aRow(1, 2)];
  const task = [TaskIdSchema.parse(1)];
  expect(sameCells(ROWS, fresh, task)).toBe(true);
  expect(replaceRows(ROWS, fresh).map(({ percent }) => percent)).toEqual([50, null, 9]);
  expect(sameCells(ROWS, fresh.toReversed(), task)).toBe(false);
  expect(sameCells(ROWS, fresh.slice(1), task)).toBe(false);
});

it('a step that was taken back leads to the column it had changed', () => {
  const cell = { taskId: TaskIdSchema.parse(1), agencyId: aRow(1, 2).agencyId, periodId: null };
  expect(changedColumn(ROWS, ROWS.with(1, aRow(1, 2, { problems: '缺地', narrative: '已开工' })), [cell])).toBe(
    'problems',
  );
  expect(changedColumn(ROWS, ROWS, [cell])).toBeNull();
});

// A bar without a word stood there, and also where the status had only been carried over.
it('says 未核查 where it was reported done and nobody has looked', () => {
  const rows = [{ status: 'done' }, { status: 'done', carried: true }, { status: 'in-progress' }] as const;
  const lines = linesOf(rows.map((progress, index) => aRow(1, index + 1, progress)));
  expect(lines.map((line) => ledgerText(line, 'verification'))).toEqual(['未核查', '', '']);
});

// Under 红黄绿 the cell read 已完… and its sign was cut off.
it('has room for a status and the sign of its light, up to 填报日期, on a screen of 1366 beside the panel', () => {
  const widthOf = ledgerWidths(LEDGER_COLUMNS, 1010);
  expect(widthOf('status')).toBeGreaterThanOrEqual(80);
  const shown = LEDGER_COLUMNS.slice(0, LEDGER_COLUMNS.indexOf('reportedOn') + 1);
  expect(shown.reduce((sum, column) => sum + widthOf(column), 0)).toBeLessThanOrEqual(990);
});
