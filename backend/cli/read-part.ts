import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { overviewOf } from './choose-plan.ts';
import { type Client, taskOf } from './session.ts';

type PartRow = { readonly taskId: TaskId; readonly agencyId: AgencyId | null };
type PartInput = { readonly planId: PlanId; readonly taskIds?: TaskId[] };

/**
 * Rows of tasks by names: the task's number, the row's place in the task, the agency's full name.
 *
 * @throws AppError TASK_UNKNOWN
 */
export async function readPart<Row extends PartRow>(
  client: Client,
  options: { readonly plan?: string; readonly task?: number },
  list: (input: PartInput) => Promise<readonly Row[]>,
) {
  const overview = await overviewOf(client, options.plan);
  const taskIds = options.task === undefined ? {} : { taskIds: [await taskOf(client, overview, options.task)] };
  const tasks = await client.matrix.read({ periodId: overview.currentPeriodId });
  const names = new Map(overview.agencies.map(({ id, name }) => [id, name]));
  const byTask = Map.groupBy(await list({ planId: overview.plan.id, ...taskIds }), ({ taskId }) => taskId);
  const rows = tasks.flatMap(({ id, number: task }) =>
    (byTask.get(id) ?? []).map((row, index) => ({
      ...row,
      task,
      number: index + 1,
      agency: row.agencyId === null ? null : (names.get(row.agencyId) ?? ''),
    })),
  );
  return { rows, today: overview.today };
}
