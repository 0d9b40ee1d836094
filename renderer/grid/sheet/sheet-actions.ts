import type { AppError } from '#shared/errors.ts';

/** Where a menu of a cell belongs: a point in the window and the cell it speaks of. */
export type CellSpot = { readonly x: number; readonly y: number; readonly rowId: string; readonly columnId: string };

/** A column's head: which column, where on the screen, and what takes the focus afterwards. */
export type HeaderSpot = {
  readonly columnId: string;
  readonly box: DOMRect;
  readonly focusBack: () => HTMLElement | null;
};

/** What a clerk does in a grid besides changing cells, which goes through the sheet's model. */
export type SheetActions = {
  /** `choices`: the short list of what a cell can hold, where it has one. */
  readonly onCellMenu: (spot: CellSpot, wanted: 'menu' | 'choices') => void;
  /** Alt+Enter: what stands behind a cell. */
  readonly onDetail: (rowId: string, columnId: string) => void;
  /** Something was typed where nothing can be entered. */
  readonly onReadOnly: (columnId: string) => void;
  /** Something cannot be done and was not. */
  readonly onProblem: (error: AppError) => void;
  readonly onFilter: (spot: HeaderSpot) => void;
  /** A width drawn by hand, in px at a zoom of 1. */
  readonly onWidth: (columnId: string, width: number) => void;
  readonly onZoom: (steps: number) => void;
};
