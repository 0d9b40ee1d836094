import { matchLedger } from '#backend/returns/matching/match-ledger.ts';
import { type Assignment, matchRows, type RowMatches } from '#backend/returns/matching/match-rows.ts';
import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import { type NameBook, nameBook } from '#backend/returns/words/name-book.ts';
import { writtenNumber } from '#backend/returns/words/task-index.ts';
import { type AgencyId, AgencyIdSchema } from '#shared/domain/ids.ts';
import type { FillRow, TemplateFillInput } from './fill-input.ts';
import type { FormBody } from './form-body.ts';
import { columnFor, type FormColumn } from './form-columns.ts';

export type FormMatches = {
  /** Rows of ours by the numbers of the form's rows. */
  readonly matched: ReadonlyMap<number, FillRow>;
  /** Rows of the form that are none of ours. */
  readonly foreign: readonly number[];
  readonly notes: readonly string[];
};

type TheirRow = { readonly row: ReturnedRow; readonly agencyId: AgencyId | null };

/** A row for a task and not for an agency is matched as if one agency owed everything. */
const NOBODY = AgencyIdSchema.parse(1);

/**
 * Finds out which of the form's rows, filled last month, are which of ours: by number and words, as returns are. Rows
 * whose words are ours to the letter, which is nearly all of them, are settled first and cost next to nothing.
 */
export function matchFormRows(
  body: FormBody,
  columns: readonly FormColumn[],
  input: Pick<TemplateFillInput, 'rows' | 'rowsAre' | 'agencies' | 'home'>,
): FormMatches {
  const sure = bySureNumbers(body, columns, input);
  if (sure !== null) return { matched: sure, foreign: [], notes: [] };
  const theirs = theirRows(body, columns);
  if (theirs.length === 0) return { matched: new Map(), foreign: [], notes: [] };
  const names = nameBook(input.agencies, input.home);
  const withAgency = input.rowsAre === 'duty' && columnFor(columns, 'unit', 'agency') !== undefined;
  const found = new Map<string, AgencyId | null>();
  const agencyOf = (text: string): AgencyId | null => {
    if (!found.has(text)) found.set(text, names.find(text));
    return found.get(text) ?? null;
  };
  const rows = theirs.map((row): TheirRow => ({ row, agencyId: withAgency ? agencyOf(row.agencyText) : null }));
  const matched = new Map<number, FillRow>();
  const taken = new Set<FillRow>();
  const settle = (number: number, row: FillRow): void => {
    if (taken.has(row)) return;
    taken.add(row);
    matched.set(number, row);
  };
  for (const [number, row] of toTheLetter(rows, input.rows, withAgency)) settle(number, row);
  const open = rows.filter(({ row }) => !matched.has(row.rowNumber)).map(({ row }) => row);
  const left = input.rows.filter((row) => !taken.has(row));
  const notes: string[] = [];
  if (open.length > 0 && left.length > 0) {
    const { matches, rowOf } = byLikeness(open, left, withAgency ? names : null);
    for (const { row, task, doubt } of matches.matched) {
      const own = rowOf.get(task);
      if (own === undefined || taken.has(own)) continue;
      settle(row.rowNumber, own);
      if (doubt !== '') notes.push(`第 ${row.rowNumber} 行对应任务 ${own.number}：${doubt}。`);
    }
  }
  const foreign = rows.filter(({ row }) => !matched.has(row.rowNumber)).map(({ row }) => row.rowNumber);
  return { matched, foreign, notes };
}

/**
 * The rows when each of them says the number of one row of ours and its very words, as in a form that was filled here
 * last month. `null`: some row needs to be looked at more closely, so all are.
 */
function bySureNumbers(
  body: FormBody,
  columns: readonly FormColumn[],
  { rows, rowsAre }: Pick<TemplateFillInput, 'rows' | 'rowsAre'>,
): ReadonlyMap<number, FillRow> | null {
  const [text, number] = [columnFor(columns, 'task', 'group'), columnFor(columns, 'number')];
  if (text === undefined || number === undefined) return null;
  if (rowsAre === 'duty' && columnFor(columns, 'unit', 'agency') !== undefined) return null;
  /** `null` for a number that several have, and for one that is settled. */
  const byNumber = new Map<number, FillRow | null>();
  for (const row of rows) byNumber.set(row.number, byNumber.has(row.number) ? null : row);
  const matched = new Map<number, FillRow>();
  for (const row of body.rows) {
    if (row.kind !== 'task') continue;
    const said = row.text(number.column);
    const words = row.text(text.column);
    const own = /^[0-9]+$/.test(said) ? byNumber.get(Number(said)) : undefined;
    if (!own || words === '' || (own.title !== words && own.content !== words)) return null;
    matched.set(row.number, own);
    byNumber.set(own.number, null);
  }
  return matched;
}

function theirRows(body: FormBody, columns: readonly FormColumn[]): readonly ReturnedRow[] {
  const [text, number] = [columnFor(columns, 'task', 'group'), columnFor(columns, 'number')];
  const [unit, section] = [columnFor(columns, 'unit', 'agency'), columnFor(columns, 'section')];
  let heading = '';
  let above = { number: '', taskText: '' };
  const rows: ReturnedRow[] = [];
  for (const row of body.rows) {
    const says = (column: FormColumn | undefined): string => (column === undefined ? '' : row.text(column.column));
    if (row.kind === 'heading') heading = row.heading;
    if (row.kind !== 'task') continue;
    const agencyText = says(unit);
    const own = { number: says(number), taskText: says(text) };
    // Rows of one task whose words stand in the first alone, not merged.
    if (own.taskText === '' && own.number === '' && agencyText !== '') own.taskText = above.taskText;
    if (own.taskText === above.taskText && own.number === '') own.number = above.number;
    above = own;
    const said = says(section) || heading;
    const about = said === '' ? {} : { section: said };
    rows.push({ rowNumber: row.number, taskId: null, ...own, ...about, agencyText, fields: {}, base: null, doubt: '' });
  }
  return rows;
}

/** Rows whose words are a task's own and no other's, with the same number where they have one. */
function toTheLetter(
  theirs: readonly TheirRow[],
  ours: readonly FillRow[],
  withAgency: boolean,
): readonly (readonly [number, FillRow])[] {
  const byWords = new Map<string, FillRow[]>();
  const add = (words: string, row: FillRow): void => {
    if (words === '') return;
    const key = keyOf(words, withAgency ? (row.agency?.id ?? null) : null);
    const known = byWords.get(key);
    if (known === undefined) byWords.set(key, [row]);
    else if (!known.includes(row)) known.push(row);
  };
  for (const row of ours) {
    add(asWritten(row.content), row);
    if (row.title !== row.content) add(asWritten(row.title), row);
  }
  const times = new Map<string, number>();
  const keyed = theirs.map((each) => {
    const key = keyOf(asWritten(each.row.taskText), withAgency ? each.agencyId : null);
    times.set(key, (times.get(key) ?? 0) + 1);
    return { ...each, key };
  });
  return keyed.flatMap(({ row, agencyId, key }): (readonly [number, FillRow])[] => {
    if (withAgency && agencyId === null) return [];
    const own = byWords.get(key) ?? [];
    const number = writtenNumber(row.number);
    const numbered = own.filter((each) => each.number === number);
    const [one] = numbered.length > 0 ? numbered : own;
    const isOnly = numbered.length === 1 || (own.length === 1 && times.get(key) === 1);
    return one && isOnly ? [[row.rowNumber, one]] : [];
  });
}

/** Blanks and line breaks are the form's; anything more that differs is for likeness to judge. */
function asWritten(text: string): string {
  return /\s/u.test(text) ? text.replace(/\s+/gu, '') : text;
}

function keyOf(words: string, agencyId: AgencyId | null): string {
  return `${agencyId ?? ''}/${words}`;
}

function byLikeness(
  open: readonly ReturnedRow[],
  left: readonly FillRow[],
  names: NameBook | null,
): { readonly matches: RowMatches; readonly rowOf: ReadonlyMap<Assignment, FillRow> } {
  const rowOf = new Map<Assignment, FillRow>();
  const assignments = left.map((row): Assignment => {
    const { taskId, number, title, content, agency } = row;
    const assignment = {
      taskId,
      number,
      title,
      content,
      agencyId: agency?.id ?? NOBODY,
      agencyName: agency?.name ?? '',
    };
    rowOf.set(assignment, row);
    return assignment;
  });
  return { matches: names ? matchLedger(open, assignments, names) : matchRows(open, assignments), rowOf };
}
