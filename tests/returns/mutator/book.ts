import type { ProgressField } from '#shared/domain/progress.ts';

/** What stands in a cell, as any writer can write it. */
export type Content =
  | null
  | string
  | number
  | boolean
  /** ISO date, `time` as 17:30. */
  | { readonly date: string; readonly time?: string }
  | { readonly runs: readonly { readonly text: string; readonly struck?: boolean }[] }
  /** `null`: the file holds no result. */
  | { readonly formula: string; readonly result: string | number | null }
  | { readonly error: '#N/A' | '#DIV/0!' | '#REF!' };

export type BookCell = {
  content: Content;
  format: string;
  struck?: boolean;
  comment?: string;
  /** Rows and columns of the merged block that begins here; `all`: to the last column. */
  down?: number;
  across?: number | 'all';
};

export type ColumnKind = 'number' | 'task' | 'role' | 'target' | 'task-id' | 'extra' | ProgressField;
export type BookColumn = { readonly kind: ColumnKind; hidden: boolean };

export type BookRow = {
  readonly kind: 'above' | 'head' | 'task' | 'other';
  /** The task it is about, in rows of tasks. */
  readonly task: number | null;
  hidden: boolean;
  cells: BookCell[];
};

export type BookSheet = {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  columns: BookColumn[];
  rows: BookRow[];
  isProtected?: boolean;
  /** The heads have arrows for filtering. */
  hasFilter?: boolean;
};

/** What a file is: the container and, for words, how they are encoded. */
export const FILE_KINDS = [
  'xlsx',
  'xlsb',
  'xls',
  'ods',
  'html',
  'csv',
  'csv-gb18030',
  'tsv-utf16',
  'xml-2003',
  'docx',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Something odd about the parts of an .xlsx that does not matter to a reader. */
export type OddPart =
  | 'properties'
  | 'strict'
  | 'prefixed'
  | 'inline-strings'
  | 'text-box'
  | 'picture'
  | 'extra-parts'
  | 'dates-from-1904';

export type Book = {
  fileName: string;
  kind: FileKind;
  sheets: BookSheet[];
  oddParts: OddPart[];
  /** Words of the text box, when there is one, and the name of the sheet it stands on. */
  box: { readonly text: string; readonly sheet: string } | null;
  isZipped: boolean;
};

export function cellOf(content: Content, format = 'General'): BookCell {
  return { content, format };
}

export function isEmpty(cell: BookCell | undefined): boolean {
  return cell === undefined || cell.content === null || cell.content === '';
}

/** Where the column of that kind stands, or -1. */
export function columnAt(sheet: BookSheet, kind: ColumnKind): number {
  return sheet.columns.findIndex((column) => column.kind === kind);
}

export function headRows(sheet: BookSheet): BookRow[] {
  return sheet.rows.filter(({ kind }) => kind === 'head');
}

export function taskRows(sheet: BookSheet): BookRow[] {
  return sheet.rows.filter(({ kind, task }) => kind === 'task' && task !== null);
}

/** A row of the sheet's width; `cells` from the first column on. */
export function rowOf(sheet: BookSheet, kind: BookRow['kind'], contents: readonly Content[]): BookRow {
  const cells = Array.from({ length: sheet.columns.length }, (_, index) => cellOf(contents[index] ?? null));
  return { kind, task: null, hidden: false, cells };
}

/** Puts a column of somebody's own into the sheet. Rows above the heads keep their words in the first column. */
export function insertColumn(
  sheet: BookSheet,
  at: number,
  head: string,
  contentOf: (row: BookRow, index: number) => Content,
): void {
  let index = 0;
  for (const row of sheet.rows) {
    const isAbove = row.kind === 'above';
    const content = row.kind === 'head' ? head : row.kind === 'task' ? contentOf(row, index++) : null;
    row.cells.splice(isAbove ? row.cells.length : at, 0, cellOf(isAbove ? null : content));
  }
  sheet.columns.splice(at, 0, { kind: 'extra', hidden: false });
}

export function removeColumn(sheet: BookSheet, at: number): void {
  // A block that reaches over the column gets narrower, as in any office program.
  for (const row of sheet.rows) {
    for (const [column, cell] of row.cells.entries()) {
      const { across } = cell;
      if (row.kind === 'above' || typeof across !== 'number') continue;
      if (column < at && at < column + across) cell.across = across - 1;
    }
  }
  for (const row of sheet.rows) row.cells.splice(row.kind === 'above' ? row.cells.length - 1 : at, 1);
  sheet.columns.splice(at, 1);
}

/** Puts the columns into another order, given as their present places. */
export function orderColumns(sheet: BookSheet, order: readonly number[]): void {
  const pick = <Part>(parts: readonly Part[]): Part[] => order.flatMap((place) => parts[place] ?? []);
  for (const row of sheet.rows) if (row.kind !== 'above') row.cells = pick(row.cells);
  sheet.columns = pick(sheet.columns);
}

export function copyOf<Part extends Book | BookSheet | BookRow>(part: Part): Part {
  return structuredClone(part);
}
