import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { OwedRow } from '#shared/domain/owed.ts';

/**
 * Duties task by task in the order of the document, the members of a group after the group itself, in the order of
 * the agencies.
 *
 * @param owed the duties to be put in order, usually those of a period
 * @param order `places`: the assignments in the order the plan names them; `agencyNames`: agencies in that of the columns
 */
export function dutiesByTask(
  owed: readonly OwedRow[],
  order: {
    readonly places: readonly { readonly taskId: TaskId; readonly agencyId: AgencyId }[];
    readonly agencyNames: readonly { readonly id: AgencyId }[];
  },
): ReadonlyMap<TaskId, readonly OwedRow[]> {
  const named = Map.groupBy(order.places, ({ taskId }) => taskId);
  const columns = new Map(order.agencyNames.map(({ id }, index) => [id, index]));
  const byTask = Map.groupBy(owed, ({ taskId }) => taskId);
  for (const [taskId, duties] of byTask) {
    // A task names a handful of agencies: a look through them is quicker than a key for each cell of the plan.
    const agencies = (named.get(taskId) ?? []).map(({ agencyId }) => agencyId);
    const rank = ({ agencyId, through }: OwedRow): number => agencies.indexOf(through ?? agencyId);
    const column = ({ agencyId, through }: OwedRow): number => (through === null ? -1 : (columns.get(agencyId) ?? 0));
    duties.sort((one, other) => rank(one) - rank(other) || column(one) - column(other));
  }
  return byTask;
}
