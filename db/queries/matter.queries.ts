import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { MatterRow } from '#shared/domain/year-facts.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** Where tasks came from that are not the document's of a plan, by task; with `taskIds` only those of these tasks. */
export function listMatters(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly MatterRow[] {
  const sql = `SELECT task_id AS taskId, kind, source, arose_on AS aroseOn, workdays, due_on AS dueOn
               FROM matter WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as MatterRow[];
}

/** Where a task came from that is not the document's, with its row, or `undefined` for one of the document. */
export function findMatter(db: ReadableDb, taskId: TaskId): (MatterRow & { readonly id: number }) | undefined {
  const sql = `SELECT id, task_id AS taskId, kind, source, arose_on AS aroseOn, workdays, due_on AS dueOn
               FROM matter WHERE task_id = ?`;
  return prepared(db, sql).get(taskId) as (MatterRow & { readonly id: number }) | undefined;
}
