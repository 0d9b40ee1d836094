import type { GridApi } from 'ag-grid-community';
import type { RevealWish } from '#renderer/state/window-state.ts';
import { agencyColumnId, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import { type MatrixRow, taskRowId } from '#renderer/view/matrix-rows.ts';
import type { CellRef } from '#shared/domain/step.ts';

/** More flashing cells than this say nothing and cost a frame each. */
const FLASH_MAX = 300;

/**
 * Scrolls to the first cell and, if wished, puts the cursor on it and lets all of them flash.
 *
 * @returns false when the first cell's row is not in the grid yet
 */
export function revealInGrid(api: GridApi<MatrixRow>, { cells, focus }: Omit<RevealWish, 'seq'>): boolean {
  const first = cells[0];
  if (!first) return true;
  const column = first.agencyId === null ? null : api.getColumn(agencyColumnId(first.agencyId));
  if (first.taskId === null) {
    if (column) api.ensureColumnVisible(column);
    return true;
  }
  const node = api.getRowNode(taskRowId(first.taskId));
  if (!node || node.rowIndex === null) return false;
  const shown = column ?? TITLE_COLUMN;
  api.ensureNodeVisible(node);
  api.ensureColumnVisible(shown);
  if (!focus) return true;
  api.setFocusedCell(node.rowIndex, shown);
  for (const { rowNodes, columns } of flashes(api, cells.slice(0, FLASH_MAX))) api.flashCells({ rowNodes, columns });
  return true;
}

/** Cells by their column: the grid measures its page for each call, which for three hundred calls takes a frame or ten. */
function flashes(api: GridApi<MatrixRow>, cells: readonly CellRef[]) {
  const byColumn = Map.groupBy(cells, ({ agencyId }) => (agencyId === null ? TITLE_COLUMN : agencyColumnId(agencyId)));
  return [...byColumn]
    .filter(([column]) => api.getColumn(column) !== null)
    .map(([column, inColumn]) => ({
      columns: [column],
      rowNodes: inColumn.flatMap(({ taskId }) => (taskId === null ? [] : (api.getRowNode(taskRowId(taskId)) ?? []))),
    }))
    .filter(({ rowNodes }) => rowNodes.length > 0);
}
