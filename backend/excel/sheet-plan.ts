import type { Paper } from '#shared/domain/layout.ts';

/**
 * A sheet as plain values: what the layouts compute and {@link file://./write-workbook.ts} writes.
 * Positions are fixed here, once; nothing is inserted or moved afterwards (pitfall 26).
 */
export type CellContent = string | number | null | { readonly date: string } | CellFormula;

/**
 * A formula and what it gives now. SECURITY: of the program's own making; a text from outside never becomes a part of it.
 * Without the leading `=`; only functions that Excel 2010, WPS and LibreOffice all know.
 */
export type CellFormula = { readonly formula: string; readonly result: string | number };

type Edge = { readonly style: 'thin' };

/** One style object may serve many cells, and should: the writer knows a look that it has seen by its object. */
export type CellStyle = {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    /** What a program without the font looks for in its place: another one for Chinese (GB 2312), of one pitch. */
    readonly charset: 134;
    readonly family: 3;
    readonly color?: { readonly argb: string };
  };
  readonly alignment: {
    readonly horizontal: 'left' | 'center' | 'right';
    readonly vertical: 'middle' | 'top';
    readonly wrapText: boolean;
    readonly textRotation?: 'vertical';
  };
  readonly border?: { readonly top: Edge; readonly left: Edge; readonly bottom: Edge; readonly right: Edge };
  readonly fill?: { readonly type: 'pattern'; readonly pattern: 'solid'; readonly fgColor: { readonly argb: string } };
  readonly numFmt?: string;
  readonly protection?: { readonly locked: boolean };
};

export type CellPlan = { readonly value: CellContent; readonly style: CellStyle };

export type RowPlan = {
  /** Points; absent: left to the program that opens the file. */
  readonly height?: number;
  /** Whether the row grows by itself when more is typed into it; else its height stays. */
  readonly grows?: boolean;
  readonly hidden?: boolean;
  /** From column 1 on; `null` leaves the cell out. */
  readonly cells: readonly (CellPlan | null)[];
};

/** Rows and columns count from 1, both ends included. */
export type SheetBlock = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A colour by what stands there: the formula is written for the block's first cell and moves with each. */
export type ConditionPlan = SheetBlock & {
  readonly formula: string;
  /** Colours as RRGGBB. */
  readonly fill?: string;
  readonly font?: string;
};

export type PagePlan = {
  readonly paper: Paper;
  /** Left out: landscape. */
  readonly orientation?: 'landscape' | 'portrait';
  /** Millimetres; left out: the usual ones. */
  readonly margins?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Rows that repeat on every page, from row number to row number. */
  readonly repeatRows: readonly [number, number];
  /** A table too wide to be read on one page's width: so many pages side by side, the first columns on each. */
  readonly across?: { readonly pages: number; readonly repeatColumns: number };
  /**
   * The sheet is handed out by itself: its pages are counted from 1, and no number of all pages is printed, which a
   * program counts over all sheets that are printed together.
   */
  readonly ownPages?: boolean;
};

/** What Excel checks while a person types into the block. */
export type ValidationPlan = SheetBlock & {
  readonly check:
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    | { readonly kind: 'fraction' }
    | { readonly kind: 'date' }
    /** Any number, none below zero unless `signed`. */
    | { readonly kind: 'number'; readonly signed: boolean };
  readonly prompt: string;
};

/** Rows of one column: `B5:B24` is column 2 with one stretch; sections part a table into several. */
export type ChartCells = {
  readonly column: number;
  readonly stretches: readonly { readonly top: number; readonly bottom: number }[];
};

/** A native chart of upright bars: its words and numbers are those of cells, and change with them. */
export type ChartPlan = {
  readonly title: string;
  /** What the bars show, for the legend and for who opens the data. */
  readonly seriesName: string;
  readonly categories: ChartCells & { readonly texts: readonly string[] };
  readonly values: ChartCells & { readonly numbers: readonly (number | null)[]; readonly format: string };
  /** The row it lies in, of so many points, from column to column. */
  readonly place: { readonly row: number; readonly height: number; readonly left: number; readonly right: number };
};

export type SheetPlan = {
  readonly name: string;
  /** `veryHidden`: not even listed under "unhide". */
  readonly state: 'visible' | 'veryHidden';
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Gone through once, a row at a time; a generator makes them as they are written. */
  readonly rows: Iterable<RowPlan>;
  /** Read after the last row. */
  readonly merges: Iterable<SheetBlock>;
  readonly validations: readonly ValidationPlan[];
  readonly conditions?: readonly ConditionPlan[];
  /** Whether cells that are not said to be open cannot be typed over. Without a password: anybody can lift it. */
  readonly isProtected?: boolean;
  /** Names of the workbook for cells of this sheet: `表单标识` → a block. */
  readonly names?: readonly { readonly name: string; readonly block: SheetBlock }[];
  readonly page?: PagePlan;
  /** Rows after which a new page begins, from the top; read after the last row. */
  readonly pageEnds?: () => readonly number[];
  /** Whether there is one is known before the rows, what it shows after the last one. */
  readonly chart?: () => ChartPlan;
  /** How many rows and columns stay in sight while scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
};
