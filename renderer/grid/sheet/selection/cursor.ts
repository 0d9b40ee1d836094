import type { Column, GridApi } from 'ag-grid-community';
import { textAt } from '#renderer/grid/matrix/matrix-sheet.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import { ROW_HEIGHT } from '../theme.ts';
import type { Spot } from './geometry.ts';
import type { Ground } from './moves.ts';
import type { Selection } from './selection.ts';
import { putSelection, useGridSelection } from './selection-store.ts';
import { sheetSize } from './sheet.ts';

/** Selects, brings `show` into view (the active cell when left out), and lets the active cell have the focus. */
export function choose(api: GridApi<MatrixRow>, selection: Selection, show: Spot | null = selection.active): void {
  putSelection(selection);
  if (show) bringIntoView(api, show);
  const place = gridPlace(api, selection.active);
  if (!place) return;
  const focused = api.getFocusedCell();
  const there = focused?.rowIndex === place.rowIndex && focused.column === place.column;
  // The grid's idea of the focus outlives the page's: after a click elsewhere the keys would go nowhere.
  const hasKeys = document.activeElement?.classList.contains('ag-cell-focus') ?? false;
  if (!there || !hasKeys) api.setFocusedCell(place.rowIndex, place.column);
}

function bringIntoView(api: GridApi<MatrixRow>, spot: Spot): void {
  const place = gridPlace(api, spot);
  if (!place) return;
  // The first row comes with the heading above it.
  api.ensureIndexVisible(spot.row === 0 ? 0 : place.rowIndex);
  api.ensureColumnVisible(place.column);
}

/** The grid's own words for a spot; `undefined` when it is not shown. */
export function gridPlace(
  api: GridApi<MatrixRow>,
  spot: Spot,
): { readonly rowIndex: number; readonly column: Column } | undefined {
  const { sheet } = useGridSelection.getState();
  const rowIndex = api.getRowNode(sheet.tasks[spot.row]?.id ?? '')?.rowIndex;
  const column = api.getColumn(sheet.columns[spot.column] ?? '');
  return rowIndex == null || !column ? undefined : { rowIndex, column };
}

/** The ground the cursor moves on. */
export function groundOf(api: GridApi<MatrixRow>): Ground {
  const { sheet } = useGridSelection.getState();
  const { top, bottom } = api.getVerticalPixelRange();
  const rowHeight = api.getRowNode(sheet.tasks[0]?.id ?? '')?.rowHeight ?? ROW_HEIGHT;
  return {
    ...sheetSize(sheet),
    frozen: api.getDisplayedLeftColumns().length,
    // One row of the last page stays in sight, as in a worksheet.
    page: Math.max(1, Math.floor((bottom - top) / rowHeight) - 1),
    isFilled: (spot) => textAt(sheet, spot) !== '',
  };
}
