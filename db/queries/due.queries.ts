import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { TaskDueRow } from '#shared/domain/task-due.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

/** Due rules of a plan's tasks with their rows, by task and place; with `taskIds` only those of these tasks. */
export function listTaskDues(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly TaskDueRow[] {
  const sql = `SELECT id, task_id AS taskId, kind, verbatim AS text, due_on AS date, day, count
               FROM task_due WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, position`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as TaskDueRow[];
}
