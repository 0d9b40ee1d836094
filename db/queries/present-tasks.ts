import type { PeriodId } from '#shared/domain/ids.ts';

/**
 * SQL of the ids of a plan's tasks that are there: `task_id IN (${presentTasks(…)})`, with `@planId` and, when only
 * chosen ones are asked for, `@tasks` (a JSON list of ids). Chosen ones are looked up each by itself, so that few rows
 * of a plan of ten thousand are read as quickly as those of a small one.
 */
export function presentTasks(chosen: boolean): string {
  return chosen
    ? `SELECT task.id FROM json_each(@tasks) AS chosen JOIN task ON task.id = chosen.value
       WHERE task.plan_id = @planId AND task.removed = 0`
    : 'SELECT id FROM task WHERE plan_id = @planId AND removed = 0';
}

/**
 * SQL for entries of one period (`@periodId`), or nothing when all are asked for. Beside chosen tasks the plus keeps
 * SQLite from the index by period, which would read the whole period for one task.
 */
export function ofPeriod(periodId: PeriodId | undefined, chosen: boolean): string {
  if (periodId === undefined) return '';
  return chosen ? 'AND +period_id = @periodId' : 'AND period_id = @periodId';
}
