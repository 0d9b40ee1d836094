import type { LightKey } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { ROLES } from '#shared/domain/role.ts';
import { roleChoiceOf } from './matrix-filter.ts';
import type { MatrixSort, SortKey } from './matrix-view.ts';

/** Chinese by pinyin, numbers within a text by their value. */
const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Sorts tasks; equal ones keep the plan's order, whichever the direction.
 *
 * @param sort `null`: the plan's order, in which the tasks are given
 * @param mostPressing the light that is counted where tasks are sorted by the most pressing one
 */
export function sortTasks(
  tasks: readonly MatrixTask[],
  sort: MatrixSort | null,
  mostPressing?: LightKey,
): readonly MatrixTask[] {
  if (!sort) return tasks;
  const compare = comparison(sort.by, mostPressing);
  return tasks.toSorted((one, other) => (sort.descending ? compare(other, one) : compare(one, other)));
}

function comparison(by: SortKey, mostPressing: LightKey | undefined): (one: MatrixTask, other: MatrixTask) => number {
  switch (by) {
    case 'title':
      return (one, other) => byPinyin.compare(one.title, other.title);
    case 'number':
      return byNumber((task) => task.number);
    case 'duties':
      return byNumber((task) => task.cells.length);
    case 'overdue':
      return byNumber((task) => task.cells.filter((cell) => cell.light === mostPressing).length);
    default:
      return byNumber((task) => roleRank(task, by));
  }
}

function byNumber(figure: (task: MatrixTask) => number): (one: MatrixTask, other: MatrixTask) => number {
  return (one, other) => figure(one) - figure(other);
}

/** Lead first, a cell without a role last. */
function roleRank(task: MatrixTask, agencyId: Extract<SortKey, number>): number {
  const role = roleChoiceOf(task, agencyId);
  return role === 'none' ? ROLES.length : ROLES.indexOf(role);
}
