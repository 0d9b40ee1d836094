import type { PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { VerificationRow } from '#shared/domain/year-facts.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

const SELECT_VERIFICATION = `
  SELECT id, task_id AS taskId, agency_id AS agencyId, period_id AS periodId, result, manner, checker,
         checked_on AS checkedOn, note
  FROM verification`;

/** Verifications of a plan, by task, the earlier first; with `taskIds` only those of these tasks. */
export function listVerifications(
  db: ReadableDb,
  planId: PlanId,
  taskIds?: readonly TaskId[],
): readonly VerificationRow[] {
  const sql = `${SELECT_VERIFICATION} WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as VerificationRow[];
}

/** One verification, or `undefined`. */
export function findVerification(db: ReadableDb, id: RowId): VerificationRow | undefined {
  return prepared(db, `${SELECT_VERIFICATION} WHERE id = ?`).get(id) as VerificationRow | undefined;
}
