import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { MilestoneRow } from '#shared/domain/year-facts.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** Milestones of a plan, by task, in their order; with `taskIds` only those of these tasks. */
export function listMilestones(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly MilestoneRow[] {
  const sql = `SELECT id, task_id AS taskId, agency_id AS agencyId, position, title, planned_on AS plannedOn, done_on AS doneOn, note
               FROM milestone WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, position, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as MilestoneRow[];
}
