import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type {
  ReturnColumnField,
  ReturnColumnView,
  ReturnFileReview,
  ReturnMapping,
} from '#shared/domain/return-review.ts';

export type HeadRows = { readonly first: number; readonly last: number };

/** What a person has pointed out so far: rows of the heads, and what each column is read as. */
export type MappingDraft = {
  readonly headRows: HeadRows;
  readonly fields: ReadonlyMap<number, ReturnColumnField>;
  /** Columns whose meaning a person has settled in this dialog. */
  readonly settled: ReadonlySet<number>;
};

/** No form has more rows of heads; a click far below is a new head, not a longer one. */
const MOST_HEAD_ROWS = 5;

/** Begins with what the program has found. */
export function startMapping(file: Pick<ReturnFileReview, 'headRows' | 'columns'>): MappingDraft {
  return {
    headRows: file.headRows ?? { first: 1, last: 1 },
    fields: new Map(file.columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const]))),
    settled: new Set(),
  };
}

/** Reads a column as something, or not at all. What another column was read as before is taken from that one. */
export function setMeaning(draft: MappingDraft, column: number, field: ReturnColumnField | null): MappingDraft {
  const others = [...draft.fields].filter(([other, meaning]) => other !== column && meaning !== field);
  return {
    ...draft,
    fields: new Map(field === null ? others : [...others, [column, field]]),
    settled: new Set([...draft.settled, column]),
  };
}

/**
 * A row's number was clicked: a row beside the heads joins them, the outermost one of several leaves them, any other
 * row is the head from now on.
 */
export function pointHeadRow({ first, last }: HeadRows, row: number): HeadRows {
  const several = last > first;
  if (row === first && several) return { first: first + 1, last };
  if (row === last && several) return { first, last: last - 1 };
  if (row >= first && row <= last) return { first, last };
  const grown = { first: Math.min(first, row), last: Math.max(last, row) };
  const isBeside = row === first - 1 || row === last + 1;
  return isBeside && grown.last - grown.first < MOST_HEAD_ROWS ? grown : { first: row, last: row };
}

/** Why the columns cannot be read like this, for the clerk; `null` when they can. */
export function mappingProblem({ fields }: MappingDraft): string | null {
  const meanings = new Set(fields.values());
  if (!['number', 'task', 'task-id'].some((field) => meanings.has(field as ReturnColumnField))) {
    return '请指出“序号”或“任务内容”是哪一列，否则不知道每行是哪项任务。';
  }
  if (!PROGRESS_FIELDS.some((field) => meanings.has(field))) return '请至少指出一列填报内容，例如“进展情况”。';
  return null;
}

/** Whether anything is other than what the program has found. */
export function isMappingChanged(file: Pick<ReturnFileReview, 'headRows' | 'columns'>, draft: MappingDraft): boolean {
  const before = startMapping(file);
  const same = (column: number): boolean => before.fields.get(column) === draft.fields.get(column);
  return (
    file.headRows === null ||
    before.headRows.first !== draft.headRows.first ||
    before.headRows.last !== draft.headRows.last ||
    ![...before.fields.keys(), ...draft.fields.keys()].every(same)
  );
}

export function toMapping(sheet: string, { headRows, fields }: MappingDraft) {
  return {
    sheet,
    firstHeadRow: headRows.first,
    lastHeadRow: headRows.last,
    columns: [...fields].toSorted(([one], [other]) => one - other).map(([column, field]) => ({ column, field })),
  } satisfies ReturnMapping;
}

/** Whether a column waits for a person: it has a doubt, or is filled and not read, and nobody has settled it. */
export function isUnclear(view: ReturnColumnView | undefined, draft: MappingDraft, column: number): boolean {
  return !draft.settled.has(column) && view !== undefined && view.doubt !== '';
}
