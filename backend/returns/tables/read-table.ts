import { endOfMonth } from 'date-fns/endOfMonth';
import { format } from 'date-fns/format';
import type { ParsedTable, SaidOfTable } from '#backend/returns/parsed-return.ts';
import type { FormIds } from '#backend/sheets/form-format.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { ReturnMapping } from '#shared/domain/return-review.ts';
import type { TableFound } from './find-tables.ts';
import { givenNotes } from './given-columns.ts';
import { ledgerOrForm } from './ledger-or-form.ts';
import { readTaskRows } from './read-rows.ts';
import { rowsAbove } from './rows-above.ts';
import { saidOfTable } from './said-of-table.ts';
import { mappedColumns, type SettledColumns, settleColumns } from './settle-columns.ts';
import { doubtsByPlace, remarkDoubts, remarkNotes } from './sheet-remarks.ts';
import { type FieldColumns, type SortedRow, sortRows } from './table-rows.ts';
import { shapeOf } from './table-shape.ts';

/** A table with what lies around it, before its rows are read. */
export type TablePlace = {
  readonly sheet: SheetRead;
  readonly found: TableFound;
  readonly file: string;
  /** The unit its unit line names, or empty. */
  readonly unit: string;
};

export type TableHints = {
  readonly mapping: ReturnMapping | null;
  readonly how: 'remembered' | 'pointed';
  readonly near: string | null;
};

/** Rows that are read of one table; a plan has a few hundred tasks at the very most. */
const RETURN_ROWS_MAX = 5_000;

/** Columns and rows settle each other; two rounds are usual, more have not been seen. */
const SETTLE_PASSES_MAX = 4;

/** The unit that a table's own unit line names. */
export function unitOf({ above, inherited }: TableFound): string {
  const said = saidOfTable([...inherited, ...above], [], { name: '' }, '').units.find(
    ({ source }) => source === 'unit-line',
  );
  return said?.says ?? '';
}

/** The plan that stands in 《…》 above a table, or empty. */
export function planTitleOf({ above, inherited }: TableFound): string {
  return saidOfTable([...inherited, ...above], [], { name: '' }, '').planTitle;
}

/** The last day of the month a table says it is for, for dates without a year. */
function saidMonthEnd({ periods }: SaidOfTable): string | null {
  const period = periods.find(({ year }) => year !== null);
  if (!period || period.year === null) return null;
  return format(endOfMonth(new Date(period.year, period.month - 1)), 'yyyy-MM-dd');
}

function monthOf(said: SaidOfTable, ids: FormIds | null): number | null {
  const months = new Set([
    ...said.periods.map(({ month }) => month),
    ...(ids ? [Number(ids.periodEndsOn.slice(5, 7))] : []),
  ]);
  const [only] = months;
  return months.size === 1 ? (only ?? null) : null;
}

const isSameColumns = (one: FieldColumns, other: FieldColumns): boolean =>
  one.size === other.size && [...one].every(([field, column]) => other.get(field) === column);
const isSameRows = (some: readonly RowRead[], others: readonly RowRead[]): boolean =>
  some.length === others.length && some.every((row, index) => row === others[index]);

/** First and last row of a table with what is said around it; a remark on any of them is the table's. */
export function rowsAround({ above, block, body }: TableFound): { readonly from: number; readonly to: number } {
  return { from: (above[0]?.number ?? block.firstRow) - 1, to: (body.at(-1)?.number ?? block.lastRow) + 1 };
}

function tasksAmong(sorted: readonly SortedRow[]): readonly RowRead[] {
  return sorted.filter(({ kind }) => kind === 'task' || kind === 'more').map(({ row }) => row);
}

/**
 * Reads one table: its columns, its rows, and what is said around it.
 *
 * @returns the table also when no row of it is a task; whether it is worth keeping is for others to judge
 */
export function readTable(
  { sheet, found, file, unit }: TablePlace,
  ids: FormIds | null,
  hints: TableHints,
): ParsedTable {
  const { block, above, inherited, body } = found;
  const rows = body.slice(0, RETURN_ROWS_MAX);
  const hiddenColumns = sheet.hiddenColumns;
  const settle = (among: readonly RowRead[], month: number | null): SettledColumns => {
    const around = { rows: among, hiddenColumns, month };
    return hints.mapping ? mappedColumns(block, hints.mapping, hints.how, around) : settleColumns(block, around);
  };
  const columnsOf = ({ at }: SettledColumns): FieldColumns =>
    new Map([...at].map(([field, { column }]) => [field, column]));
  // Which rows are tasks is told by the heads alone; then their cells have a say in what the columns are.
  let columns = columnsOf(settle([], null));
  let sorted = sortRows(rows, block, columns);
  const foot = sorted.filter(({ kind }) => kind === 'foot').map(({ row }) => row);
  const said = saidOfTable([...inherited, ...above], foot, sheet, file);
  const month = monthOf(said, ids);
  // Sums and remarks have no vote on what a column holds; a column that got its meaning so may make a row a task.
  let tasks = tasksAmong(sorted);
  let settled = settle(tasks, month);
  for (let pass = 0; !isSameColumns(columnsOf(settled), columns); pass++) {
    columns = columnsOf(settled);
    sorted = sortRows(rows, block, columns);
    const again = tasksAmong(sorted);
    if (pass === SETTLE_PASSES_MAX || isSameRows(again, tasks)) break;
    tasks = again;
    settled = settle(tasks, month);
  }
  const agencyColumn = columns.get('agency') ?? 0;
  const agencies = tasks.map(({ cells }) => (cells.get(agencyColumn)?.text ?? '').trim());
  const { isLedger, doubt } = ledgerOrForm(settled, ids, unit, agencies);
  const near = hints.near ?? saidMonthEnd(said) ?? ids?.periodEndsOn ?? null;
  const asksYesOrNo = /是否/u.test(settled.at.get('status')?.head ?? '');
  const read = readTaskRows(sorted, {
    settled,
    columns,
    context: { near, asksYesOrNo },
    remarks: doubtsByPlace(sheet),
    isLedger,
  });
  const others = rowsAbove(above, block, columns);
  const { from, to } = rowsAround(found);
  const remarks = sheet.remarks.filter(({ row }) => row === null || (row >= from && row <= to));
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    kind: isLedger ? 'ledger' : 'form',
    ids,
    said,
    firstHeadRow: block.firstRow,
    lastHeadRow: block.lastRow,
    columns: settled.columns.map((view) =>
      view.field === 'agency' && !isLedger ? { ...view, field: null, how: null } : view,
    ),
    shape: shapeOf(block),
    rows: read.rows,
    doubts: [
      ...(sheet.hidden ? [`工作表“${sheet.name}”是隐藏的`] : []),
      ...remarkDoubts(remarks),
      ...settled.doubts,
      ...(doubt === '' ? [] : [doubt]),
      ...(body.length > RETURN_ROWS_MAX
        ? [`只读取了前 ${RETURN_ROWS_MAX} 行，后面还有 ${body.length - RETURN_ROWS_MAX} 行`]
        : []),
      ...others.doubts,
      ...(found.loose ? ['没有找到熟悉的进展表头，请核对各列'] : []),
    ],
    notes: [
      ...settled.notes,
      ...read.notes,
      ...givenNotes(tasks, block, (ids?.version ?? 1) > 1),
      ...others.notes,
      ...(found.repeated.length > 0
        ? [`表头在第 ${found.repeated.map(({ number }) => number).join('、')} 行重复出现，已跳过。`]
        : []),
      ...remarkNotes(remarks),
    ],
  };
}

/** Whether any cell that an agency fills in holds anything. */
export function hasFilledRow({ rows }: ParsedTable): boolean {
  return rows.some(({ fields }) =>
    PROGRESS_FIELDS.some((field) => fields[field] && (fields[field].text !== '' || !fields[field].readable)),
  );
}
