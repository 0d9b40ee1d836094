import type { PlanId, TargetId, TaskId } from '#shared/domain/ids.ts';
import type { TargetValueRow } from '#shared/domain/year-facts.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** Values of targets of a plan, of all periods, by task, the earlier first; with `taskIds` only those of these tasks. */
export function listTargetValues(
  db: ReadableDb,
  planId: PlanId,
  taskIds?: readonly TaskId[],
): readonly TargetValueRow[] {
  const sql = `SELECT id, target_id AS targetId, task_id AS taskId, agency_id AS agencyId, period_id AS periodId, value, cumulative
               FROM target_value WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as TargetValueRow[];
}

/** Every target of the data file by name. */
export function listTargetNames(db: ReadableDb): readonly { readonly id: TargetId; readonly name: string }[] {
  return prepared(db, 'SELECT id, name FROM task_target').all() as { id: TargetId; name: string }[];
}
