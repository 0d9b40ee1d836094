import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { AssignmentOrigin, SpanView } from '#shared/domain/matrix.ts';
import type { Cadence } from '#shared/domain/period.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { Role } from '#shared/domain/role.ts';
import type { Status } from '#shared/domain/status.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { ofPeriod, presentTasks } from './present-tasks.ts';
import { CARRIED, REPORTED_STATUS, SAID } from './standing.queries.ts';

/** An assignment: task × agency × role, with where it came from. */
export type AssignmentRow = {
  readonly id: number;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly role: Role;
  readonly position: number;
  readonly origin: AssignmentOrigin;
  readonly writtenAs: string | null;
  readonly span: SpanView | null;
  /** From and until when (ISO dates, both included); `null`: the whole time. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** The kind of period its task is reported by. */
  readonly cadence: Cadence;
};

type StoredAssignment = Omit<AssignmentRow, 'span'> & { readonly start: number | null; readonly end: number | null };

/** A removed task keeps its roles and progress out of sight, so that they are back when the removal is undone. */
const OF_PRESENT_TASK = 'task_id NOT IN (SELECT id FROM task WHERE removed = 1)';
const OF_PLAN = 'task_id IN (SELECT id FROM task WHERE plan_id = ? AND removed = 0)';

const SELECT_ASSIGNMENT = `
  SELECT id, task_id AS taskId, agency_id AS agencyId, role, position, origin, written_as AS writtenAs,
         source_start AS start, source_end AS "end", starts_on AS startsOn, ends_on AS endsOn,
         (SELECT coalesce(task.cadence, plan.cadence) FROM task JOIN plan ON plan.id = plan_id
          WHERE task.id = task_id) AS cadence
  FROM assignment`;

/** Assignments of a plan in the order it names them: by task, then by position within the responsibility. */
export function listAssignments(db: ReadableDb, planId: PlanId): readonly AssignmentRow[] {
  const sql = `${SELECT_ASSIGNMENT} WHERE ${OF_PLAN} ORDER BY task_id, position, id`;
  return (prepared(db, sql).all(planId) as StoredAssignment[]).map(toRow);
}

/** As {@link listAssignments}, of one task; none of a removed one. */
export function assignmentsOfTask(db: ReadableDb, taskId: TaskId): readonly AssignmentRow[] {
  const sql = `${SELECT_ASSIGNMENT} WHERE ${OF_PRESENT_TASK} AND task_id = ? ORDER BY position, id`;
  return (prepared(db, sql).all(taskId) as StoredAssignment[]).map(toRow);
}

/** The assignment of that cell, or `undefined`. */
export function findAssignment(db: ReadableDb, taskId: TaskId, agencyId: AgencyId): AssignmentRow | undefined {
  const sql = `${SELECT_ASSIGNMENT} WHERE ${OF_PRESENT_TASK} AND task_id = ? AND agency_id = ?`;
  const row = prepared(db, sql).get(taskId, agencyId) as StoredAssignment | undefined;
  return row && toRow(row);
}

function toRow({ start, end, ...row }: StoredAssignment): AssignmentRow {
  return { ...row, span: start === null || end === null ? null : { start, end } };
}

/** What the matrix paints: one row per assignment, with the status of one period. */
export type MatrixCellRow = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly role: Role;
  readonly origin: AssignmentOrigin;
  /** As the document wrote it, when that is not the agency's name. */
  readonly writtenAs: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** The kind of period its task is reported by. */
  readonly cadence: Cadence;
  readonly status: Status | null;
  readonly percent: number | null;
  /** Whether the entry of the period says anything; 0 when there is none. */
  readonly said: 0 | 1;
  /** See ProgressMark. */
  readonly carried: 0 | 1;
};

/**
 * @param periodId whose statuses to join; with `null` nothing is
 * @param taskIds only these tasks; all when left out
 */
export function listMatrixCells(
  db: ReadableDb,
  planId: PlanId,
  periodId: PeriodId | null,
  taskIds?: readonly TaskId[],
): readonly MatrixCellRow[] {
  return db
    .prepare(
      `SELECT assignment.task_id AS taskId, assignment.agency_id AS agencyId, assignment.role, assignment.origin,
              nullif(assignment.written_as, agency.name) AS writtenAs, assignment.starts_on AS startsOn,
              assignment.ends_on AS endsOn, coalesce(task.cadence, plan.cadence) AS cadence, ${REPORTED_STATUS} AS status, progress.percent, coalesce(${SAID}, 0) OR (progress.id IS NULL AND (assignment.task_id, assignment.agency_id) IN
                (SELECT task_id, agency_id FROM target_value WHERE period_id = @periodId)) AS said, ${CARRIED} AS carried
       FROM assignment JOIN agency ON agency.id = assignment.agency_id
       JOIN task ON task.id = assignment.task_id JOIN plan ON plan.id = task.plan_id
       LEFT JOIN progress ON progress.task_id = assignment.task_id AND progress.agency_id = assignment.agency_id
                         AND progress.period_id = @periodId
       WHERE assignment.task_id IN (${presentTasks(taskIds !== undefined)})
       ORDER BY assignment.task_id, assignment.position, assignment.id`,
    )
    .all({
      periodId,
      planId,
      ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
    }) as MatrixCellRow[];
}

/** A progress entry with its place. */
export type ProgressRow = ProgressView & {
  readonly id: number;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
};

const SELECT_PROGRESS = `
  SELECT id, task_id AS taskId, agency_id AS agencyId, period_id AS periodId, status, percent, narrative, problems,
         next_steps AS nextSteps, reported_on AS reportedOn, reporter, origin
  FROM progress`;

/** Progress entries of a plan, by task, agency and period: all, or those of a period, of some tasks, of an agency. */
export function listProgress(
  db: ReadableDb,
  planId: PlanId,
  scope: {
    readonly periodId?: PeriodId | undefined;
    readonly taskIds?: readonly TaskId[] | undefined;
    readonly agencyId?: AgencyId | undefined;
  } = {},
): readonly ProgressRow[] {
  const { periodId, taskIds, agencyId } = scope;
  const sql = `${SELECT_PROGRESS} WHERE task_id IN (${presentTasks(taskIds !== undefined)})
               ${ofPeriod(periodId, taskIds !== undefined)}
               ${agencyId === undefined ? '' : 'AND agency_id = @agencyId'}
               ORDER BY task_id, agency_id, period_id`;
  return prepared(db, sql).all({
    planId,
    ...(periodId === undefined ? {} : { periodId }),
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
    ...(agencyId === undefined ? {} : { agencyId }),
  }) as ProgressRow[];
}

/** Progress entries of a period, by task and agency. */
export function progressOfPeriod(db: ReadableDb, periodId: PeriodId): readonly ProgressRow[] {
  const sql = `${SELECT_PROGRESS} WHERE ${OF_PRESENT_TASK} AND period_id = ? ORDER BY task_id, agency_id`;
  return prepared(db, sql).all(periodId) as ProgressRow[];
}

/** The progress entry of a cell in a period, or `undefined` when nothing is recorded. */
export function findProgress(
  db: ReadableDb,
  taskId: TaskId,
  agencyId: AgencyId,
  periodId: PeriodId,
): ProgressRow | undefined {
  return db
    .prepare(`${SELECT_PROGRESS} WHERE ${OF_PRESENT_TASK} AND task_id = ? AND agency_id = ? AND period_id = ?`)
    .get(taskId, agencyId, periodId) as ProgressRow | undefined;
}
