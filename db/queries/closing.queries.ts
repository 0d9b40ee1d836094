import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { ClosingRow } from '#shared/domain/year-facts.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** Closings of a plan, those opened again too, by task, the earlier first; with `taskIds` only those of these tasks. */
export function listClosings(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly ClosingRow[] {
  const sql = `SELECT id, task_id AS taskId, agency_id AS agencyId, closed_on AS closedOn, basis, approver, reopened_on AS reopenedOn, reopen_reason AS reopenReason
               FROM closing WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as ClosingRow[];
}

/** The closing of a task, or of what an agency owes of it, that was not opened again; `undefined` when there is none. */
export function findClosingInForce(
  db: ReadableDb,
  taskId: TaskId,
  agencyId: AgencyId | null,
): Pick<ClosingRow, 'id' | 'closedOn'> | undefined {
  const sql = `SELECT id, closed_on AS closedOn FROM closing
               WHERE task_id = ? AND agency_id IS ? AND reopened_on IS NULL`;
  return prepared(db, sql).get(taskId, agencyId) as Pick<ClosingRow, 'id' | 'closedOn'> | undefined;
}
