import type { Size, Spot } from './geometry.ts';

/** A row of a grid, named for ever by its id. */
export type SheetRow = { readonly id: string };

/** A sheet as it is shown, filters and hidden columns considered: what spots are counted in. */
export type Sheet<Row extends SheetRow = SheetRow> = {
  readonly rows: readonly Row[];
  /** Ids of the columns. */
  readonly columns: readonly string[];
};

export function sheetSize({ rows, columns }: Sheet): Size {
  return { rows: rows.length, columns: columns.length };
}

/** The spot that shows a row in a column, or `undefined` when it is not shown. */
export function spotOf(sheet: Sheet, rowId: string, columnId: string): Spot | undefined {
  const row = sheet.rows.findIndex((candidate) => candidate.id === rowId);
  const column = sheet.columns.indexOf(columnId);
  return row < 0 || column < 0 ? undefined : { row, column };
}

/** Whether the same rows stand in the same columns, whatever is written in them. */
export function sameShape(one: Sheet, other: Sheet): boolean {
  return (
    one.rows.length === other.rows.length &&
    one.columns.length === other.columns.length &&
    one.columns.every((id, index) => id === other.columns[index]) &&
    one.rows.every((row, index) => row.id === other.rows[index]?.id)
  );
}
