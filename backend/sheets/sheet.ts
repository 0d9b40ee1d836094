/** A sheet of a workbook, new or old. */
export type SheetTable = {
  readonly table: RawTable;
  readonly hidden: boolean;
  /** Rows with words that the sheet does not show, as after filtering. */
  readonly hiddenRows: number;
};

/** Rows that are read of a sheet; a table of tasks has a few hundred. */
export const SHEET_ROWS_MAX = 20_000;

/**
 * A date as a plan writes it, so that its reader knows it: 2021年10月8日.
 *
 * @param monthOnly the cell shows no day, and so means the month
 */
export function chineseDate(isoDate: string, monthOnly: boolean): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${Number(month)}月${monthOnly ? '' : `${Number(day)}日`}`;
}

/** One cell of a table from outside. Line breaks inside it are `\n`. */
export type RawCell = {
  readonly text: string;
  /** Zero-based place of the first cell of the merged block it belongs to, or its own. */
  readonly originRow: number;
  readonly originColumn: number;
};

/** A table as its file gives it; empty cells may be left out. */
export type RawTable = {
  /** Name of the sheet, else empty. */
  readonly name: string;
  readonly rows: readonly ReadonlyMap<number, RawCell>[];
};
