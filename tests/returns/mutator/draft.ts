import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { cellKey } from '../office/progress-cells.ts';
import { type Book, type BookCell, type BookRow, type BookSheet, cellOf, columnAt, isEmpty, taskRows } from './book.ts';
import { PERIOD, type SentForm, type World } from './world.ts';

/**
 * What a careful person makes of a cell. `land`: anybody reads this value. `either`: it may land with this value or be
 * asked about. `ask`: nobody can tell; it must be asked about, and nothing may land.
 */
export type How = 'land' | 'either' | 'ask';
export type Truth = { readonly value: string; readonly how: How };

/** What is left on the sheet that tells whose it is, for when, and which row is which. */
export type Evidence = {
  ids: boolean;
  unit: boolean;
  month: boolean;
  rowIds: boolean;
  numbers: boolean;
  texts: boolean;
};

/** A returned form on its way to being damaged, with the truth about every cell that was filled in. */
export type Draft = {
  readonly world: World;
  readonly form: SentForm;
  /** The workbook and sheet that were filled in. */
  book: Book;
  sheet: BookSheet;
  /** All files that come in one go, `book` among them. */
  files: Book[];
  /** Files that came and were taken in before. */
  earlier: Book[];
  /** By cell key; a cell that is not named must stay as it is. */
  readonly truth: Map<string, Truth>;
  /** What the form went out with, where that was something. */
  readonly sent: ReadonlyMap<string, { readonly cell: BookCell; readonly value: string }>;
  /** Words that stand on the sheet and in no cell: they must be told. */
  readonly remarks: string[];
  /** Cells the clerk changes after the form went out. */
  readonly clerk: Map<string, string>;
  readonly evidence: Evidence;
  /** The files that came before were received and not yet taken in. */
  earlierIsUnread: boolean;
  /** A filled form of another agency, for those who send two in one workbook. */
  readonly another: (() => Draft) | null;
  /** The very same file comes twice, the second time under another name. */
  comesTwice: boolean;
  /** More than one sheet or block matters, so that it cannot become a file of one sheet. */
  needsSheets: boolean;
  hasMerges: boolean;
  /** A formula without its result stands in it, which only an .xlsx can hold. */
  hasUncounted: boolean;
};

export type FilledCell = {
  readonly row: BookRow;
  readonly cell: BookCell;
  readonly key: string;
  readonly value: string;
};

/** The key of a cell of the form's agency in the period the form is for. */
export function keyOf(draft: Draft, row: BookRow, field: ProgressField): string {
  const task = draft.form.tasks.find(({ id }) => id === row.task);
  if (!task) throw new Error('the row is about no task of the form');
  return cellKey({ task: task.number, agency: draft.form.agency, period: PERIOD, field });
}

/** Cells of a column that were filled in and whose truth is still that they land. */
export function filled(draft: Draft, field: ProgressField): FilledCell[] {
  const column = columnAt(draft.sheet, field);
  return taskRows(draft.sheet).flatMap((row) => {
    const cell = row.cells[column];
    const key = keyOf(draft, row, field);
    const truth = draft.truth.get(key);
    return cell && truth?.how === 'land' && !isEmpty(cell) ? [{ row, cell, key, value: truth.value }] : [];
  });
}

/** Cells of a column that the form went out with and nobody changed. */
export function untouched(draft: Draft, field: ProgressField): FilledCell[] {
  const column = columnAt(draft.sheet, field);
  return taskRows(draft.sheet).flatMap((row) => {
    const cell = row.cells[column];
    const key = keyOf(draft, row, field);
    return cell && !draft.truth.has(key) && !isEmpty(cell) ? [{ row, cell, key, value: '' }] : [];
  });
}

/** Writes a cell in another way, and says what is then read in it. */
export function rewrite(
  draft: Draft,
  { cell, key, value }: FilledCell,
  written: Partial<BookCell>,
  truth: Partial<Truth> = {},
): void {
  Object.assign(cell, cellOf(null), written);
  draft.truth.set(key, { value, how: 'land', ...truth });
}

/** All that was to land may now be asked about as well. */
export function soften(draft: Draft, keys: Iterable<string> = draft.truth.keys()): void {
  for (const key of keys) {
    const truth = draft.truth.get(key);
    if (truth?.how === 'land') draft.truth.set(key, { ...truth, how: 'either' });
  }
}

/** Nothing may land. */
export function mustAsk(draft: Draft, keys: Iterable<string> = draft.truth.keys()): void {
  for (const key of keys) draft.truth.set(key, { value: draft.truth.get(key)?.value ?? '', how: 'ask' });
}

export function keysOf(draft: Draft, field: ProgressField): string[] {
  return [...draft.truth.keys()].filter((key) => key.endsWith(`/${field}`));
}

export function keysOfRow(draft: Draft, row: BookRow): string[] {
  return PROGRESS_FIELDS.map((field) => keyOf(draft, row, field)).filter((key) => draft.truth.has(key));
}

/** What is left to go by decides how much may be asked. */
export function weighEvidence(draft: Draft): void {
  const { ids, unit, month, rowIds, numbers, texts } = draft.evidence;
  // What was altered after another file was copied differs from it.
  const comesWithOthers = draft.earlierIsUnread || draft.files.length > 1;
  if (comesWithOthers || (!ids && !(unit && month)) || (!rowIds && !(numbers && texts))) soften(draft);
}
