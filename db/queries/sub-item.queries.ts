import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { SubItemRow } from '#shared/domain/year-facts.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** Sub-items of a plan, by task, in their order; with `taskIds` only those of these tasks. */
export function listSubItems(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly SubItemRow[] {
  const sql = `SELECT id, task_id AS taskId, agency_id AS agencyId, position, title, due_on AS dueOn, status, percent, done_on AS doneOn, note
               FROM sub_item WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, position, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as SubItemRow[];
}
