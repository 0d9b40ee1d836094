import { getGridApi } from 'ag-grid-community';
import type { ShownMatrix } from '#renderer/state/window-state.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { TaskId } from '#shared/domain/ids.ts';

/** Name of the one grid, by which other screens ask what it shows. */
export const MATRIX_GRID_ID = 'matrix';

/** The tasks and agencies on show just now, with every filter and fold; `null` before the grid is there. */
export function shownMatrix(): ShownMatrix | null {
  const api = getGridApi(MATRIX_GRID_ID);
  if (!api) return null;
  const taskIds: TaskId[] = [];
  for (let index = 0; index < api.getDisplayedRowCount(); index++) {
    // The grid with this name is made by MatrixGrid, whose rows these are.
    const row: MatrixRow | undefined = api.getDisplayedRowAtIndex(index)?.data;
    if (row?.kind === 'task') taskIds.push(row.task.id);
  }
  const agencyIds = api
    .getAllDisplayedColumns()
    .map((column) => agencyOfColumn(column.getColId()))
    .filter((id) => id !== null);
  return { taskIds, agencyIds };
}
