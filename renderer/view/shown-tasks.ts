import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { LightKey } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import { type MatrixWish, passingTasks, taskTests } from './matrix-filter.ts';
import { buildRows, flatRows, type MatrixRow } from './matrix-rows.ts';
import type { MatrixView } from './matrix-view.ts';
import { sortTasks } from './sort-tasks.ts';

/** The parts of a view that decide which tasks are shown and in which order; widths, zoom and folds do not. */
export type TaskWish = Omit<MatrixWish, 'query'> &
  Pick<MatrixView, 'hiddenTasks' | 'sort'> & {
    /** The most pressing light of the rules in use: what 逾期多的在前 counts. */
    readonly mostPressing?: LightKey;
  };

/**
 * Tasks that pass the filters and are not hidden, sorted; those of folded sections are among them.
 *
 * @param query words of the quick filter
 * @param before what is shown now, under the same wish: an edit takes no row away and moves none, because a row that
 *   vanishes or jumps under the hand takes the cursor with it; the clerk asks anew by changing the wish
 */
export function shownTasks(
  tasks: readonly MatrixTask[],
  agencies: readonly AgencyView[],
  wish: TaskWish,
  query: string,
  before: readonly MatrixTask[] = [],
): readonly MatrixTask[] {
  const places = new Map(before.map((task, place) => [task.id, place]));
  const hidden = new Set(wish.hiddenTasks);
  const passing = new Set(passingTasks(tasks, taskTests(agencies, { ...wish, query })));
  const shown = tasks.filter((task) => !hidden.has(task.id) && (passing.has(task) || places.has(task.id)));
  const sorted = sortTasks(shown, wish.sort, wish.mostPressing);
  if (!wish.sort || before.length === 0) return sorted;
  const placeOf = (task: MatrixTask) => places.get(task.id) ?? before.length;
  return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The rows of the grid: under their sections in the plan's order, without headings when sorted otherwise. */
export function rowsOf(
  sections: readonly SectionView[],
  shown: readonly MatrixTask[],
  { foldedSections, sort }: Pick<MatrixView, 'foldedSections' | 'sort'>,
): readonly MatrixRow[] {
  return sort ? flatRows(shown) : buildRows(sections, shown, foldedSections);
}
