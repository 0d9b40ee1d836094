import type { Column } from 'ag-grid-community';
import type { SheetApi } from '../sheet-api.ts';
import type { GridSheet } from '../sheet-model.ts';
import { ROW_HEIGHT } from '../theme.ts';
import type { Spot } from './geometry.ts';
import type { Ground } from './moves.ts';
import type { Selection } from './selection.ts';
import type { SheetStore } from './selection-store.ts';
import { sheetSize } from './sheet.ts';

/** Selects, brings `show` into view (the active cell when left out), and lets the active cell have the focus. */
export function choose(
  api: SheetApi,
  store: SheetStore,
  selection: Selection,
  show: Spot | null = selection.active,
): void {
  store.putSelection(selection);
  if (show) bringIntoView(api, store, show);
  const place = gridPlace(api, store, selection.active);
  if (!place) return;
  const focused = api.getFocusedCell();
  const there = focused?.rowIndex === place.rowIndex && focused.column === place.column;
  // The grid's idea of the focus outlives the page's: after a click elsewhere the keys would go nowhere.
  const hasKeys = document.activeElement?.classList.contains('ag-cell-focus') ?? false;
  if (!there || !hasKeys) api.setFocusedCell(place.rowIndex, place.column);
}

function bringIntoView(api: SheetApi, store: SheetStore, spot: Spot): void {
  const place = gridPlace(api, store, spot);
  if (!place) return;
  // The first row comes with the heading above it.
  api.ensureIndexVisible(spot.row === 0 ? 0 : place.rowIndex);
  api.ensureColumnVisible(place.column);
}

/** The grid's own words for a spot; `undefined` when it is not shown. */
export function gridPlace(
  api: SheetApi,
  store: SheetStore,
  spot: Spot,
): { readonly rowIndex: number; readonly column: Column } | undefined {
  const { sheet } = store.getState();
  const rowIndex = api.getRowNode(sheet.rows[spot.row]?.id ?? '')?.rowIndex;
  const column = api.getColumn(sheet.columns[spot.column] ?? '');
  return rowIndex == null || !column ? undefined : { rowIndex, column };
}

/** The ground the cursor moves on. */
export function groundOf(api: SheetApi, { model, store }: GridSheet): Ground {
  const { sheet } = store.getState();
  const { top, bottom } = api.getVerticalPixelRange();
  const rowHeight = api.getRowNode(sheet.rows[0]?.id ?? '')?.rowHeight ?? ROW_HEIGHT;
  return {
    ...sheetSize(sheet),
    frozen: api.getDisplayedLeftColumns().length,
    // One row of the last page stays in sight, as in a worksheet.
    page: Math.max(1, Math.floor((bottom - top) / rowHeight) - 1),
    isFilled: ({ row, column }) => {
      const there = sheet.rows[row];
      return there !== undefined && model.textOf(there, sheet.columns[column] ?? '') !== '';
    },
  };
}
