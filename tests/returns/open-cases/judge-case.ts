import { PROGRESS_FIELD_LABELS, type ProgressField } from '#shared/domain/progress.ts';
import type { ReturnFileReview, ReturnItem, ReturnReview } from '#shared/domain/return-review.ts';
import { type CellName, cellKey, type ProgressCells } from '../office/progress-cells.ts';
import type { Expected, OpenCase } from './read-case.ts';

/**
 * What became of a cell. `landed`: as expected. `offered`: the right value, to be chosen by the clerk. `asked`: an item
 * that cannot be read or says something else and is not chosen, a held file, a row or column that is asked about.
 * `note`: only a note tells of it. `wrong`: another value stands there now, or it was lost without a word.
 */
export const VERDICTS = ['landed', 'offered', 'asked', 'note', 'wrong', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type JudgedCell = {
  readonly cell: string;
  readonly verdict: Verdict;
  readonly expected: string;
  readonly landed: string;
};

const ASKED = '?';

/**
 * Compares the cells of a data file before and after taking in a case with what a careful person reads in it.
 * A cell that changed although nobody names it is wrong too.
 *
 * @param elsewhere what other cases expect of the very same files
 */
export function judgeCase(
  { expected, alsoFilled }: Pick<OpenCase, 'expected' | 'alsoFilled'>,
  elsewhere: readonly Expected[],
  review: ReturnReview,
  before: ProgressCells,
  after: ProgressCells,
): readonly JudgedCell[] {
  const judged = expected.map((cell): JudgedCell => {
    const key = cellKey(cell);
    const landed = after.get(key) ?? '';
    const changed = landed !== (before.get(key) ?? '');
    return { cell: key, expected: cell.value, landed, verdict: verdictOf(cell, landed, changed, review) };
  });
  const named = new Set([...expected, ...elsewhere].map(cellKey));
  return [
    ...judged,
    ...strayCells(named, before, after).filter(({ cell, landed }) => !alsoFilled.has(`${cell}=${landed}`)),
  ];
}

function strayCells(named: ReadonlySet<string>, before: ProgressCells, after: ProgressCells): readonly JudgedCell[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !named.has(key) && before.get(key) !== after.get(key))
    .map((key) => ({
      cell: key,
      verdict: 'wrong' as const,
      expected: before.get(key) ?? '',
      landed: after.get(key) ?? '',
    }));
}

function verdictOf(cell: Expected, landed: string, changed: boolean, review: ReturnReview): Verdict {
  if (cell.value === ASKED) return changed ? 'wrong' : 'asked';
  if (landed === cell.value) return 'landed';
  if (changed) return 'wrong';
  return howAsked(cell, cell.value, review) ?? (isNoted(cell, cell.value, review) ? 'note' : 'wrong');
}

/** How the clerk is asked about a value that did not land; `undefined`: not at all. */
export function howAsked(cell: CellName, value: string, review: ReturnReview): Verdict | undefined {
  const { files } = review;
  const isOf = ({ taskNumber, agencyName }: ReturnItem): boolean =>
    taskNumber === cell.task && agencyName === cell.agency;
  const items = files.flatMap((file) => file.items).filter((item) => isOf(item) && item.field === cell.field);
  if (items.some(({ theirs, offers }) => theirs === value || offers.includes(value))) return 'offered';
  if (items.length > 0) return 'asked';
  // Under another head, but before the clerk's eyes: 未启动 as a percentage that cannot be read.
  const shows = ({ theirs, doubt }: ReturnItem): boolean => theirs === value || doubt.includes(`“${value}”`);
  if (value !== '' && files.some((file) => file.items.some((item) => isOf(item) && shows(item)))) return 'asked';
  if (files.some((file) => file.held !== null || leavesRow(file, cell, value) || asksColumn(file, cell.field)))
    return 'asked';
  return files.some(({ refusal }) => refusal !== null) ? 'refused' : undefined;
}

function leavesRow({ leftRows }: ReturnFileReview, { task, field }: CellName, value: string): boolean {
  return leftRows.some(
    (row) =>
      row.nearest?.number === task ||
      row.number === String(task) ||
      (value !== '' && (row.fields[field] ?? '').includes(value)),
  );
}

/** A filled column that nobody reads and the clerk is asked about, while none is read as the field. */
function asksColumn({ columns }: ReturnFileReview, field: ProgressField): boolean {
  return (
    !columns.some((column) => column.field === field) &&
    columns.some((column) => column.field === null && column.filled > 0 && column.doubt !== '')
  );
}

/** Whether a note speaks of the cell: its task, its column, its words, or the sheet it stands on. */
export function isNoted({ task, field }: CellName, value: string, { files }: ReturnReview): boolean {
  const words = [PROGRESS_FIELD_LABELS[field], '工作表', ...(value === '' ? [] : [value])];
  const number = new RegExp(`(?<!\\d)${task}(?!\\d)`, 'u');
  return files
    .flatMap(({ notes, doubts }) => [...notes, ...doubts])
    .some((note) => number.test(note) || words.some((word) => note.includes(word)));
}
