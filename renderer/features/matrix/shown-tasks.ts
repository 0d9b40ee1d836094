import type { AgencyView, MatrixTask, SectionView } from '#shared/domain/views.ts';
import { buildRows, flatRows, type MatrixRow } from '../../grid/matrix-rows.ts';
import type { MatrixView } from '../../state/matrix-view.ts';
import { type MatrixWish, passingTasks, taskTests } from './matrix-filter.ts';
import { sortTasks } from './sort-tasks.ts';

/** The parts of a view that decide which tasks are shown and in which order; widths, zoom and folds do not. */
export type TaskWish = Omit<MatrixWish, 'query'> & Pick<MatrixView, 'hiddenTasks' | 'sort'>;

/**
 * Tasks that pass the filters and are not hidden, sorted; those of folded sections are among them.
 *
 * @param query words of the quick filter
 */
export function shownTasks(
  tasks: readonly MatrixTask[],
  agencies: readonly AgencyView[],
  wish: TaskWish,
  query: string,
): readonly MatrixTask[] {
  const hidden = new Set(wish.hiddenTasks);
  const passing = passingTasks(tasks, taskTests(agencies, { ...wish, query }));
  return sortTasks(hidden.size === 0 ? passing : passing.filter((task) => !hidden.has(task.id)), wish.sort);
}

/** The rows of the grid: under their sections in the plan's order, without headings when sorted otherwise. */
export function rowsOf(
  sections: readonly SectionView[],
  shown: readonly MatrixTask[],
  { foldedSections, sort }: Pick<MatrixView, 'foldedSections' | 'sort'>,
): readonly MatrixRow[] {
  return sort ? flatRows(shown) : buildRows(sections, shown, foldedSections);
}
