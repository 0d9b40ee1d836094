import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** When an agency first reported that a task had begun: the first day (ISO) of that period. */
export type FirstStart = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly startedOn: string };

/** First starts in a plan: a status past 未启动, or a share above nothing. Who never started has none. */
export function listFirstStarts(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly FirstStart[] {
  const sql = `SELECT task_id AS taskId, agency_id AS agencyId, min(period.starts_on) AS startedOn
               FROM progress JOIN period ON period.id = progress.period_id
               WHERE task_id IN (${presentTasks(taskIds !== undefined)})
                 AND (status IN ('in-progress', 'done', 'blocked') OR percent > 0)
               GROUP BY task_id, agency_id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as FirstStart[];
}
