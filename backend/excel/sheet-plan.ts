import type { Paper } from '#shared/domain/layout.ts';

/**
 * A sheet as plain values: what the layouts compute and {@link file://./workbook.ts} writes.
 * Positions are fixed here, once; nothing is inserted or moved afterwards (pitfall 26).
 */
export type CellContent = string | number | null | { readonly date: string };

type Edge = { readonly style: 'thin' };

/** One style object may serve many cells: the writer freezes it, so that no cell can change another's looks. */
export type CellStyle = {
  readonly font: { readonly name: string; readonly size: number; readonly bold: boolean };
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

export type PagePlan = {
  readonly paper: Paper;
  /** Rows that repeat on every page, from row number to row number. */
  readonly repeatRows: readonly [number, number];
};

/** What Excel checks while a person types into the block. */
export type ValidationPlan = SheetBlock & {
  readonly check:
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    | { readonly kind: 'fraction' }
    | { readonly kind: 'date' };
  readonly prompt: string;
};

export type SheetPlan = {
  readonly name: string;
  /** `veryHidden`: not even listed under "unhide". */
  readonly state: 'visible' | 'veryHidden';
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly RowPlan[];
  readonly merges: readonly SheetBlock[];
  readonly validations: readonly ValidationPlan[];
  readonly page?: PagePlan;
  /** How many rows and columns stay in sight while scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
};
