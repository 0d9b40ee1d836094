import type { PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { ExtensionRow } from '#shared/domain/year-facts.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** Extensions of a plan, by task, the earlier first; with `taskIds` only those of these tasks. */
export function listExtensions(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly ExtensionRow[] {
  const sql = `SELECT id, task_id AS taskId, agency_id AS agencyId, period_id AS periodId, due_on AS dueOn, reason, approver, approved_on AS approvedOn
               FROM extension WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as ExtensionRow[];
}

/** One extension, or `undefined`. */
export function findExtension(db: ReadableDb, id: RowId): ExtensionRow | undefined {
  const sql = `SELECT id, task_id AS taskId, agency_id AS agencyId, period_id AS periodId, due_on AS dueOn, reason, approver, approved_on AS approvedOn
               FROM extension WHERE id = ?`;
  return prepared(db, sql).get(id) as ExtensionRow | undefined;
}
