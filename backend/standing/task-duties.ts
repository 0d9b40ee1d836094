import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import type { PlanState } from './plan-state.ts';

/**
 * Duties task by task in the order of the document, the members of a group after the group itself, in the order of
 * the agencies.
 *
 * @param owed the duties to be put in order, usually those of a period
 * @param state assignments in the order of the plan, agencies in the order of the columns
 */
export function dutiesByTask(
  owed: readonly OwedRow[],
  { assignments, agencyNames }: Pick<PlanState, 'assignments' | 'agencyNames'>,
): ReadonlyMap<TaskId, readonly OwedRow[]> {
  const place = (taskId: TaskId, agencyId: AgencyId) => `${taskId}/${agencyId}`;
  const named = new Map(assignments.map(({ taskId, agencyId }, index) => [place(taskId, agencyId), index]));
  const columns = new Map(agencyNames.map(({ id }, index) => [id, index]));
  const rank = ({ taskId, agencyId, through }: OwedRow): number => named.get(place(taskId, through ?? agencyId)) ?? 0;
  const column = ({ agencyId, through }: OwedRow): number => (through === null ? -1 : (columns.get(agencyId) ?? 0));
  return Map.groupBy(
    owed.toSorted((one, other) => rank(one) - rank(other) || column(one) - column(other)),
    ({ taskId }) => taskId,
  );
}
