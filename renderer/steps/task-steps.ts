import { toAppError } from '#renderer/bridge/app-error.ts';
import { client } from '#renderer/bridge/client.ts';
import type { RowPlace } from '#renderer/grid/matrix/matrix-actions.ts';
import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { tasksSelected } from '#renderer/grid/matrix/selected-cells.ts';
import { matrixShown, planIdShown } from '#renderer/state/queries.ts';
import { runStep, succeeded } from '#renderer/state/run-step.ts';
import { showError, showNotice } from '#renderer/ui/toasts.ts';
import { buildRows } from '#renderer/view/matrix-rows.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { showCells } from './show-cell.ts';
import { undo } from './undo.ts';

/** Changes of the plan's structure from the matrix; they speak of the rows that are selected. Each is one step. */

/** Puts a blank task beside the selected ones and the cursor on its title. */
export async function insertTask(where: 'above' | 'below'): Promise<void> {
  const tasks = tasksSelected();
  const beside = where === 'above' ? tasks[0] : tasks.at(-1);
  if (beside === undefined) return;
  await insertAt(where === 'above' ? { before: beside } : { after: beside });
}

export async function insertAt(place: RowPlace): Promise<void> {
  const outcome = await runStep(() => client.task.insert({ planId: planIdShown(), place }));
  if (succeeded(outcome)) showCells(outcome.touched);
}

/** Takes the selected tasks out of the plan; nothing of them is lost, and the notice offers the way back. */
export async function removeTasks(): Promise<void> {
  const taskIds = tasksSelected();
  if (taskIds.length === 0) return;
  const next = rowLeft(taskIds);
  const outcome = await runStep(() => client.task.remove({ planId: planIdShown(), taskIds: [...taskIds] }));
  if (!succeeded(outcome)) return;
  if (next !== null) showCells([{ taskId: next, agencyId: null, periodId: null }]);
  showNotice(`删除了 ${taskIds.length} 项任务`, '责任、进展和已发的填报表都还在，撤销即可恢复。', {
    label: '撤销',
    run: () => void undo(outcome.stepId),
  });
}

/** The row the cursor goes to when rows are taken out: the next one below them, else the last one above. */
function rowLeft(removed: readonly TaskId[]): TaskId | null {
  const rows = matrixStore.getState().sheet.rows.map((row) => row.task.id);
  const last = rows.findLastIndex((id) => removed.includes(id));
  const left = rows.slice(last + 1).find((id) => !removed.includes(id));
  return left ?? rows.slice(0, Math.max(0, last)).findLast((id) => !removed.includes(id)) ?? null;
}

/** The last move under way: the next one must see where it left the rows, however fast a held key repeats. */
let lastMove: Promise<void> = Promise.resolve();

/** Moves the selected tasks by one row of what is shown; at the edge of a section they go over into the next one. */
export function moveTasks(direction: -1 | 1): Promise<void> {
  // One that failed has said so, and must not take the keys away from those after it.
  lastMove = lastMove
    .then(() => moveByOne(direction))
    .then(nextFrame)
    .catch((reason: unknown) => showError(toAppError(reason)));
  return lastMove;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

async function moveByOne(direction: -1 | 1): Promise<void> {
  const matrix = matrixShown();
  const shown = new Set(matrixStore.getState().sheet.rows.map((row) => row.task.id));
  // What was read, not what is painted: a held key is faster than the grid.
  const rows = buildRows(
    matrix?.overview.sections ?? [],
    (matrix?.tasks ?? []).filter((task) => shown.has(task.id)),
  ).flatMap((row) => (row.kind === 'task' ? [row.task] : []));
  const selected = new Set(tasksSelected());
  const taskIds = rows.filter((task) => selected.has(task.id)).map((task) => task.id);
  const edge = direction === -1 ? taskIds[0] : taskIds.at(-1);
  const index = rows.findIndex((task) => task.id === edge);
  const own = rows[index];
  const neighbour = rows[index + direction];
  if (!own || !neighbour) return;
  const sameSection = own.sectionId === neighbour.sectionId;
  const before = direction === -1 ? sameSection : !sameSection;
  await moveTo(taskIds, before ? { before: neighbour.id } : { after: neighbour.id });
}

export async function moveTo(taskIds: readonly TaskId[], place: RowPlace): Promise<void> {
  const outcome = await runStep(() => client.task.move({ planId: planIdShown(), taskIds: [...taskIds], place }));
  if (succeeded(outcome)) showCells(outcome.touched);
}

export async function renumberTasks(): Promise<void> {
  await runStep(() => client.task.renumber({ planId: planIdShown() }));
}
