import type { ParsedTable, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { hasFilledRow } from './read-table.ts';

const plain = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
const keyOf = ({ taskId, number, taskText, agencyText }: ReturnedRow): string =>
  taskText === '' ? `${taskId ?? number}` : `${plain(taskText)}|${plain(agencyText)}`;

/** What two tables of one file have to agree in before one can be the copy of the other. */
function isSameForm(a: ParsedTable, b: ParsedTable): boolean {
  const unit = ({ said, ids }: ParsedTable): string =>
    plain(said.units.find(({ source }) => source === 'unit-line')?.says ?? ids?.agencyName ?? '');
  const period = ({ said }: ParsedTable): string =>
    said.periods
      .filter(({ source }) => source === 'title')
      .map(({ year, month }) => `${year}-${month}`)
      .join();
  return unit(a) === unit(b) && period(a) === period(b);
}

/** Whether everything the first says stands in the second too. */
function isWithin(part: ParsedTable, whole: ParsedTable): boolean {
  const rows = new Map(whole.rows.map((row) => [keyOf(row), row]));
  return part.rows.every((row) => {
    const other = rows.get(keyOf(row));
    return PROGRESS_FIELDS.every((field) => {
      const cell = row.fields[field];
      if (cell === undefined || (cell.text === '' && cell.readable)) return true;
      return other?.fields[field]?.text === cell.text;
    });
  });
}

const namesUnit = ({ said }: ParsedTable): boolean => said.units.some(({ source }) => source === 'unit-line');
const hasTaskIds = ({ rows }: ParsedTable): boolean => rows.some(({ taskId }) => taskId !== null);

/** A sheet of details with heads like a form's: no unit, no ids, and no task of the form beside it. */
function isForeign(table: ParsedTable, forms: readonly ParsedTable[]): boolean {
  if (hasTaskIds(table) || namesUnit(table)) return false;
  const ours = forms.filter((form) => form !== table && (hasTaskIds(form) || namesUnit(form)));
  const known = new Set(ours.flatMap(({ rows }) => rows.map(keyOf)));
  return ours.length > 0 && !table.rows.some((row) => known.has(keyOf(row)));
}

const nameOf = ({ sheet, firstHeadRow }: ParsedTable): string => `工作表“${sheet}”（表头在第 ${firstHeadRow} 行）`;

export type TablesKept = { readonly tables: readonly ParsedTable[]; readonly notes: readonly string[] };

/**
 * Leaves out what is no return of its own: the empty original beside the filled copy, the same table once more, a sheet
 * of details; each with a note. Visible tables come first.
 */
export function keepTables(all: readonly ParsedTable[]): TablesKept {
  const notes: string[] = [];
  const sorted = all.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  const anyFilled = sorted.some(hasFilledRow);
  const kept: ParsedTable[] = [];
  const without = (table: ParsedTable, reason: string): void => {
    notes.push(`${nameOf(table)}${reason}，未作为另一份读取。`);
  };
  for (const [index, table] of sorted.entries()) {
    const others = sorted.filter((other, at) => at !== index && isSameForm(table, other));
    const whole = others.find((other) => {
      const isWhole = isWithin(table, other);
      // Of two equal ones the first stays.
      return isWhole && (!isWithin(other, table) || sorted.indexOf(other) < index);
    });
    if (table.rows.length === 0 && sorted.some(({ rows }) => rows.length > 0)) without(table, '里没有任务行');
    else if (isForeign(table, sorted)) without(table, '没有填报单位和任务标识，任务也与填报表不同');
    else if (anyFilled && !hasFilledRow(table) && others.some(hasFilledRow)) without(table, '没有填写');
    else if (whole && hasFilledRow(whole)) without(table, `的内容都在工作表“${whole.sheet}”中`);
    else kept.push(table);
  }
  return { tables: kept, notes };
}
