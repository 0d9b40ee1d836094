import type { TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import type { CellRef } from '#shared/domain/step.ts';
import { type MatrixView, NO_FILTERS } from './matrix-view.ts';
import { shownTasks } from './shown-tasks.ts';

/**
 * @param isShown whether a task stands in the grid now: a row that an edit has put outside of its filter stays there
 * @returns what must change so that a cell, a task or an agency is on show, nothing else: the grid builds its columns
 *   anew for a list that only looks the same. `unfilter`: the filters, the quick one included, must go
 */
export function viewShowing(
  { taskId, agencyId }: Pick<CellRef, 'taskId' | 'agencyId'>,
  { overview, tasks }: { readonly overview: Overview; readonly tasks: readonly MatrixTask[] },
  view: MatrixView,
  query: string,
  isShown: (taskId: TaskId) => boolean = () => false,
): { readonly view: Partial<MatrixView>; readonly unfilter: boolean } {
  const hiddenTasks = view.hiddenTasks.filter((id) => id !== taskId);
  const passes =
    taskId === null ||
    isShown(taskId) ||
    shownTasks(tasks, overview.agencies, { ...view, hiddenTasks }, query).some((task) => task.id === taskId);
  const sectionId = tasks.find((task) => task.id === taskId)?.sectionId;
  const kind = overview.agencies.find((agency) => agency.id === agencyId)?.kind;
  const lists = {
    hiddenTasks,
    hiddenAgencies: view.hiddenAgencies.filter((id) => id !== agencyId),
    foldedSections: view.foldedSections.filter((id) => id !== sectionId),
    foldedKinds: view.foldedKinds.filter((folded) => folded !== kind),
  };
  const shortened = LISTS.filter((name) => lists[name].length < view[name].length);
  return {
    unfilter: !passes,
    view: { ...(passes ? {} : NO_FILTERS), ...Object.fromEntries(shortened.map((name) => [name, lists[name]])) },
  };
}

const LISTS = ['hiddenTasks', 'hiddenAgencies', 'foldedSections', 'foldedKinds'] as const;
