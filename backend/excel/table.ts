import type { Paper } from '#shared/domain/layout.ts';
import type { LightColour } from '#shared/domain/light.ts';
import type { TableFonts } from './fonts.ts';
import type { CellContent, PagePlan } from './sheet-plan.ts';

/**
 * A table for superiors: title, unit line, heads, rows with section rows between, totals, notes, signature, chart.
 * {@link file://./table-sheet.ts} turns it into a sheet; a new layout is a new value of this type.
 */
export type TableColumn<Row> = {
  readonly head: string;
  /**
   * Heads above this one, from the top. Neighbours with the same heads down to a row stand under one merged head there;
   * a column with fewer of them than the table has rows of heads has its own head merged down to the lowest.
   */
  readonly groups?: readonly string[];
  /** In column units: about half a Chinese character of 11 points each. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  /** The head's characters stand one below the other. */
  readonly verticalHead?: boolean;
  readonly cell: (row: Row) => CellContent;
  /** It numbers the rows: where a row stands, not what it says. Two sendings are compared without it. */
  readonly isNumbering?: boolean;
  /** A share of 1, shown as a percentage; in the sums below too. */
  readonly percent?: boolean;
  /** Rows that follow each other with the same key share one merged cell. */
  readonly mergeKey?: (row: Row) => number | string;
  /** The colour of the light a cell tells of: a quiet fill, and ink in print in colour; its text says it in words. */
  readonly light?: (row: Row) => LightColour | null;
};

export type TableItem<Row> =
  | { readonly kind: 'section'; readonly ordinal: number; readonly title: string }
  | { readonly kind: 'row'; readonly row: Row };

/** A row below the table: its label stands over the first columns, one content for each column after them. */
export type TableTotal = { readonly label: string; readonly over: number; readonly cells: readonly CellContent[] };

/** Bars of one column's numbers by another's words, below the table. Columns count from 0. */
export type TableChart = { readonly title: string; readonly categories: number; readonly values: number };

export type Table<Row> = {
  readonly sheetName: string;
  /** Empty: no row for it. */
  readonly title: string;
  /** Both empty: no row for it. */
  readonly unitLine: { readonly left: string; readonly right: string };
  readonly columns: readonly TableColumn<Row>[];
  /** Gone through once, a row at a time, so that a great table is never there as a whole; an array will do. */
  readonly items: Iterable<TableItem<Row>>;
  /**
   * What a row is about, the same in every export, wherever it stands: `12/县公安局` (number of the task, full name of
   * the agency), `12`, `县公安局`. By it two sendings are compared; left out, by the first column.
   */
  readonly rowKey?: (row: Row) => string;
  /** Read after the last item: a generator may add up while the rows go by. */
  readonly totals: Iterable<TableTotal>;
  readonly notes: readonly string[];
  /** Lines at the foot: 填报人：　审核人：　单位负责人：. */
  readonly signature?: readonly string[];
  readonly chart?: TableChart;
  readonly fonts: TableFonts;
  readonly paper: Paper;
  /** Left out: landscape. */
  readonly orientation?: PagePlan['orientation'];
  /** Millimetres; left out: the usual ones. */
  readonly margins?: PagePlan['margins'];
  /** Columns that stay in sight while scrolling sideways. */
  readonly frozenColumns: number;
};
