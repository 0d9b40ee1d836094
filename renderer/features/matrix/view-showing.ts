import type { CellRef, MatrixTask, Overview } from '#shared/domain/views.ts';
import { type MatrixView, NO_FILTERS } from '../../state/matrix-view.ts';
import { shownTasks } from './shown-tasks.ts';

/**
 * @returns what must change so that a cell, a task or an agency is on show, and whether the filters, the quick one included, must go
 */
export function viewShowing(
  { taskId, agencyId }: Pick<CellRef, 'taskId' | 'agencyId'>,
  { overview, tasks }: { readonly overview: Overview; readonly tasks: readonly MatrixTask[] },
  view: MatrixView,
  query: string,
): { readonly view: Partial<MatrixView>; readonly unfilter: boolean } {
  const hiddenTasks = view.hiddenTasks.filter((id) => id !== taskId);
  const passes =
    taskId === null ||
    shownTasks(tasks, overview.agencies, { ...view, hiddenTasks }, query).some((task) => task.id === taskId);
  const sectionId = tasks.find((task) => task.id === taskId)?.sectionId;
  const kind = overview.agencies.find((agency) => agency.id === agencyId)?.kind;
  return {
    unfilter: !passes,
    view: {
      ...(passes ? {} : NO_FILTERS),
      hiddenTasks,
      hiddenAgencies: view.hiddenAgencies.filter((id) => id !== agencyId),
      foldedSections: view.foldedSections.filter((id) => id !== sectionId),
      foldedKinds: view.foldedKinds.filter((folded) => folded !== kind),
    },
  };
}
