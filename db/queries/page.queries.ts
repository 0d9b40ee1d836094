import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** The day an entry says it was reported on. */
export type ReportDay = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  /** ISO; `null`: it does not say. */
  readonly reportedOn: string | null;
};

/**
 * The days of all entries of a plan, in no order; with an agency only its own. The plus: as in statistics.queries.ts, the
 * table is read from its first page to its last.
 */
export function listReportDays(db: ReadableDb, planId: PlanId, agencyId?: AgencyId): readonly ReportDay[] {
  const sql = `SELECT task_id AS taskId, agency_id AS agencyId, period_id AS periodId, reported_on AS reportedOn
               FROM progress WHERE ${agencyId === undefined ? '+' : ''}task_id IN (SELECT id FROM task WHERE plan_id = @planId AND removed = 0)
               ${agencyId === undefined ? '' : 'AND agency_id = @agencyId'}`;
  return prepared(db, sql).all({ planId, ...(agencyId === undefined ? {} : { agencyId }) }) as ReportDay[];
}

/** When rows of progress were last written, and on whose computer. */
export function lastWritten(
  db: ReadableDb,
  rowIds: readonly number[],
): ReadonlyMap<number, { readonly at: string; readonly actor: string }> {
  // One look into change_by_row for each: a join would let SQLite walk all changes of the table.
  const sql = `SELECT asked.value AS id, step.at, step.actor
               FROM json_each(?) AS asked
               JOIN change ON change.id = (SELECT max(last.id) FROM change AS last
                                           WHERE last.table_name = 'progress' AND last.row_id = asked.value)
               JOIN step ON step.id = change.step_id`;
  const rows = prepared(db, sql).all(JSON.stringify(rowIds)) as {
    readonly id: number;
    readonly at: string;
    readonly actor: string;
  }[];
  return new Map(rows.map(({ id, at, actor }) => [id, { at, actor }]));
}
