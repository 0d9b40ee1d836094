import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/status.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';
import { REPORTED_STATUS, SAID } from './standing.queries.ts';

/**
 * A progress entry as far as figures look at it: its mark, when it was reported, whether it has words. The day is not
 * called `reportedOn`: a judge would tell duties apart by it for the sake of a sentence that no figure shows.
 */
export type ReportFigure = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly status: Status | null;
  /** Only where it was asked for. */
  readonly percent?: number | null;
  readonly said: 0 | 1;
  readonly cameOn: string | null;
  /** Says what was done. */
  readonly worded: 0 | 1;
};

/**
 * Figures of the reports of a plan, of one period or of all. The plus keeps SQLite from the index by task: reading the
 * table from its first page to its last takes half the time of jumping through all of it.
 */
export function listReportFigures(
  db: ReadableDb,
  planId: PlanId,
  { periodId, percent }: { readonly periodId?: PeriodId | undefined; readonly percent: boolean },
): readonly ReportFigure[] {
  return prepared(
    db,
    `SELECT task_id AS taskId, agency_id AS agencyId, period_id AS periodId, ${REPORTED_STATUS} AS status,
            ${percent ? 'percent,' : ''} ${SAID} AS said, reported_on AS cameOn, narrative <> '' AS worded
     FROM progress WHERE +task_id IN (${presentTasks(false)})
     ${periodId === undefined ? '' : 'AND period_id = @periodId'}`,
  ).all({ planId, ...(periodId === undefined ? {} : { periodId }) }) as ReportFigure[];
}

/** That an agency has reported a task for a period, and nothing of what it said. */
export type Said = Pick<ReportFigure, 'taskId' | 'agencyId' | 'periodId'> & { readonly said: 1; readonly status: null };

/** Every report of a plan, as {@link Said}; read as {@link listReportFigures} is. */
export function listSaid(db: ReadableDb, planId: PlanId): readonly Said[] {
  return prepared(
    db,
    `SELECT task_id AS taskId, agency_id AS agencyId, period_id AS periodId, 1 AS said, NULL AS status
     FROM progress WHERE +task_id IN (${presentTasks(false)}) AND ${SAID}`,
  ).all({ planId }) as Said[];
}

/** How many returns of each agency and period were sent back. */
export function countSentBack(
  db: ReadableDb,
  planId: PlanId,
): readonly { readonly agencyId: AgencyId; readonly periodId: PeriodId; readonly count: number }[] {
  return prepared(
    db,
    `SELECT agency_id AS agencyId, period_id AS periodId, count(*) AS count FROM "return"
     WHERE plan_id = ? AND state = 'sent-back' AND agency_id IS NOT NULL AND period_id IS NOT NULL
     GROUP BY agency_id, period_id`,
  ).all(planId) as { agencyId: AgencyId; periodId: PeriodId; count: number }[];
}

/** An agency as figures name it. */
export type CountedAgency = { readonly id: AgencyId; readonly name: string; readonly kind: AgencyKind };

/** All agencies in the order of the matrix columns, without the counts of a whole AgencyView, which look at a dozen tables. */
export function listCountedAgencies(db: ReadableDb): readonly CountedAgency[] {
  return prepared(db, 'SELECT id, name, kind FROM agency ORDER BY position, id').all() as CountedAgency[];
}
