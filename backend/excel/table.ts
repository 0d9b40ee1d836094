import type { Paper } from '#shared/domain/layout.ts';
import type { LightColour } from '#shared/domain/light.ts';
import type { TableFonts } from './fonts.ts';
import type { CellContent } from './sheet-plan.ts';

/**
 * A table for superiors: title, unit line, heads, rows with section rows between, totals, notes.
 * {@link file://./table-sheet.ts} turns it into a sheet; a new layout is a new value of this type.
 */
export type TableColumn<Row> = {
  readonly head: string;
  /** Neighbours with the same group stand under one merged head above their own. */
  readonly group?: string;
  /** In column units: about half a Chinese character of 11 points each. */
  readonly width: number;
  readonly align: 'left' | 'center';
  /** The head's characters stand one below the other. */
  readonly verticalHead?: boolean;
  readonly cell: (row: Row) => CellContent;
  /** A share of 1, shown as a percentage. */
  readonly percent?: boolean;
  /** Rows that follow each other with the same key share one merged cell. */
  readonly mergeKey?: (row: Row) => number;
  /** The colour of the light a cell tells of, for print in colour; its text says it in words. */
  readonly light?: (row: Row) => LightColour | null;
};

export type TableItem<Row> =
  | { readonly kind: 'section'; readonly ordinal: number; readonly title: string }
  | { readonly kind: 'row'; readonly row: Row };

/** A row below the table: its label stands over the first columns, one content for each column after them. */
export type TableTotal = { readonly label: string; readonly over: number; readonly cells: readonly CellContent[] };

export type Table<Row> = {
  readonly sheetName: string;
  readonly title: string;
  readonly unitLine: { readonly left: string; readonly right: string };
  readonly columns: readonly TableColumn<Row>[];
  readonly items: readonly TableItem<Row>[];
  /**
   * What a row is about, the same in every export, wherever it stands: `12/县公安局` (number of the task, full name of
   * the agency), `12`, `县公安局`. By it two sendings are compared; left out, by the first column.
   */
  readonly rowKey?: (row: Row) => string;
  readonly totals: readonly TableTotal[];
  readonly notes: readonly string[];
  readonly fonts: TableFonts;
  readonly paper: Paper;
  /** Columns that stay in sight while scrolling sideways. */
  readonly frozenColumns: number;
};
