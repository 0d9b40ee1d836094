import type { TaskId } from '#shared/domain/ids.ts';
import type { CellRef } from '#shared/domain/views.ts';
import { useGridSelection } from '../../grid/selection/selection-store.ts';
import { matrixShown } from '../../state/queries.ts';
import { changeView, currentView } from '../../state/view-state.ts';
import { revealCells, select, setFilter, useWindowState } from '../../state/window-state.ts';
import { viewShowing } from './view-showing.ts';

/**
 * Brings the clerk to cells, the first in view: what hides it is taken away, and nothing else.
 *
 * @param manner `go` puts the cursor there, `show` leaves it where it is
 */
export function showCells(cells: readonly CellRef[], manner: 'go' | 'show' = 'go'): void {
  const first = cells[0];
  const matrix = matrixShown();
  if (!first || !matrix) return;
  const query = useWindowState.getState().filter;
  const { tasks } = useGridSelection.getState().sheet;
  const isShown = (taskId: TaskId) => tasks.some((row) => row.task.id === taskId);
  const change = viewShowing(first, matrix, currentView(), query, isShown);
  if (change.unfilter) setFilter('');
  if (Object.keys(change.view).length > 0) changeView(change.view);
  if (first.taskId !== null) select({ taskId: first.taskId, agencyId: first.agencyId });
  revealCells(cells, manner === 'go');
}
