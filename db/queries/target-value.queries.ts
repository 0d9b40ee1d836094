import type { AgencyId, PeriodId, PlanId, TargetId, TaskId } from '#shared/domain/ids.ts';
import type { TargetValueRow } from '#shared/domain/year-facts.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { findTarget, type TargetOfTask } from './plan.queries.ts';
import { presentTasks } from './present-tasks.ts';

const SELECT_VALUE = `
  SELECT id, target_id AS targetId, task_id AS taskId, agency_id AS agencyId, period_id AS periodId, value, cumulative
  FROM target_value`;

/** Values of targets of a plan, of all periods, by task, the earlier first; with `taskIds` only those of these tasks. */
export function listTargetValues(
  db: ReadableDb,
  planId: PlanId,
  taskIds?: readonly TaskId[],
): readonly TargetValueRow[] {
  const sql = `${SELECT_VALUE} WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as TargetValueRow[];
}

/** Every target of the data file by name. */
export function listTargetNames(db: ReadableDb): readonly { readonly id: TargetId; readonly name: string }[] {
  return prepared(db, 'SELECT id, name FROM task_target').all() as { id: TargetId; name: string }[];
}

/** What an agency reported for a target in a period, or `undefined`. */
export function findTargetValue(
  db: ReadableDb,
  targetId: TargetId,
  agencyId: AgencyId,
  periodId: PeriodId,
): TargetValueRow | undefined {
  const sql = `${SELECT_VALUE} WHERE target_id = ? AND agency_id = ? AND period_id = ?`;
  return prepared(db, sql).get(targetId, agencyId, periodId) as TargetValueRow | undefined;
}

/** Everything that was reported for one target. */
export function valuesOfTarget(db: ReadableDb, targetId: TargetId): readonly TargetValueRow[] {
  return prepared(db, `${SELECT_VALUE} WHERE target_id = ? ORDER BY id`).all(targetId) as TargetValueRow[];
}

/** One target that is meant to be there. @throws AppError TARGET_GONE */
export function getTarget(db: ReadableDb, targetId: TargetId): TargetOfTask {
  const target = findTarget(db, targetId);
  if (!target) throw new AppError('TARGET_GONE');
  return target;
}
