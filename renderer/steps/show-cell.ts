import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { matrixShown } from '#renderer/state/queries.ts';
import { currentScreen, showScreen } from '#renderer/state/screen.ts';
import { revealCells, select, setFilter, useWindowState } from '#renderer/state/window-state.ts';
import { viewShowing } from '#renderer/view/view-showing.ts';
import { changeView, currentView } from '#renderer/view/view-state.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { CellRef } from '#shared/domain/step.ts';
import { showInLedger } from './show-in-ledger.ts';

/**
 * Brings the clerk to cells, the first in view: what hides it is taken away, and nothing else.
 *
 * With the ledger in front it is there, if the ledger has a line for the cell; else in the matrix.
 *
 * @param manner `go` puts the cursor there, `show` leaves it where it is
 * @param columnId the column of the ledger that is meant, where that is known
 */
export function showCells(
  cells: readonly CellRef[],
  manner: 'go' | 'show' = 'go',
  columnId: string | null = null,
): void {
  const first = cells[0];
  if (!first) return;
  if (currentScreen() === 'ledger' && showInLedger(cells, manner === 'go', columnId)) return;
  const matrix = matrixShown();
  // A task that a step has taken out of the plan is nowhere to go to.
  if (matrix && !isThere(first, matrix.tasks)) return;
  // Another period's rows may still be on their way; the grid waits for them with the wish.
  if (matrix) takeAwayWhatHides(first, matrix);
  showScreen('matrix');
  if (first.taskId !== null) select({ taskId: first.taskId, agencyId: first.agencyId });
  revealCells(cells, manner === 'go');
}

function takeAwayWhatHides(cell: CellRef, matrix: Parameters<typeof viewShowing>[1]): void {
  const { rows } = matrixStore.getState().sheet;
  const isShown = (taskId: TaskId) => rows.some((row) => row.task.id === taskId);
  const change = viewShowing(cell, matrix, currentView(), useWindowState.getState().filter, isShown);
  if (change.unfilter) setFilter('');
  if (Object.keys(change.view).length > 0) changeView(change.view);
}

function isThere({ taskId }: CellRef, tasks: readonly MatrixTask[]): boolean {
  return taskId === null || tasks.some((task) => task.id === taskId);
}
