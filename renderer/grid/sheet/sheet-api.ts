import type { Column } from 'ag-grid-community';
import type { SheetRow } from './selection/sheet.ts';

/** A row as the grid holds it. */
export type SheetNode = {
  readonly data?: SheetRow | undefined;
  readonly rowIndex: number | null;
  readonly rowTop: number | null;
  readonly rowHeight?: number | null | undefined;
};

/** A width that was changed, and by what. */
export type WidthChange = { readonly finished: boolean; readonly source: string; readonly column: Column | null };

/**
 * The part of the grid's api that grid/sheet uses. The grid's own type is bound to one type of rows in both directions;
 * this one every grid passes for, whatever its rows are.
 */
export type SheetApi = {
  isDestroyed(): boolean;
  getAllDisplayedColumns(): Column[];
  getDisplayedLeftColumns(): Column[];
  getColumn(columnId: string): Column | null;
  setColumnWidths(widths: { key: string; newWidth: number }[]): void;
  getDisplayedRowCount(): number;
  getDisplayedRowAtIndex(index: number): SheetNode | undefined;
  getRowNode(rowId: string): SheetNode | undefined;
  getVerticalPixelRange(): { top: number; bottom: number };
  ensureIndexVisible(index: number): void;
  ensureColumnVisible(column: Column | string): void;
  getFocusedCell(): { readonly rowIndex: number; readonly column: Column } | null;
  setFocusedCell(rowIndex: number, column: Column | string): void;
  startEditingCell(where: { rowIndex: number; colKey: Column; key?: string }): void;
  stopEditing(cancel?: boolean): void;
  getCellEditorInstances(): { getValue(): unknown }[];
  flashCells(where?: { rowNodes?: SheetNode[]; columns?: (Column | string)[] }): void;
  resetRowHeights(): void;
  refreshHeader(): void;
  addEventListener(name: SheetEvent, listener: () => void): void;
  addEventListener(name: 'columnResized', listener: (event: WidthChange) => void): void;
  removeEventListener(name: SheetEvent, listener: () => void): void;
  removeEventListener(name: 'columnResized', listener: (event: WidthChange) => void): void;
};

type SheetEvent = 'modelUpdated' | 'displayedColumnsChanged' | 'columnResized' | 'viewportChanged';
