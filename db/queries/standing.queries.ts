import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/status.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { ofPeriod, presentTasks } from './present-tasks.ts';

/** As much of a progress entry as lights and counts look at: none of its texts. */
export type ProgressMark = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  /** As reported for the period: one that was carried over is none. */
  readonly status: Status | null;
  readonly percent: number | null;
  /** Whether it says anything at all. */
  readonly said: 0 | 1;
  /** Carried over from the period before, and nobody has touched it: 沿用上期. */
  readonly carried: 0 | 1;
};

/**
 * SQL of {@link ProgressMark.said}: texts are looked at only where neither a status nor a share was given. What was
 * carried over from the period before says nothing about this one until somebody touches it. A value of a target is a
 * report too, see {@link VALUES_ALONE}. backend/standing/reports-of.ts says the same of whole entries.
 */
const VALUED = `EXISTS (SELECT 1 FROM target_value AS reached WHERE reached.task_id = progress.task_id
  AND reached.agency_id = progress.agency_id AND reached.period_id = progress.period_id)`;
export const SAID = `((progress.origin <> 'carried' AND (progress.status IS NOT NULL OR progress.percent IS NOT NULL
  OR progress.reported_on IS NOT NULL OR progress.narrative <> '' OR progress.problems <> '' OR progress.next_steps <> ''))
  OR ${VALUED})`;

/**
 * SQL of the places and periods for which only values of targets were reported, without an entry: to be joined by UNION
 * ALL to what is read of entries, with conditions behind it.
 */
export const VALUES_ALONE = `FROM target_value AS alone WHERE NOT EXISTS (SELECT 1 FROM progress
  WHERE progress.task_id = alone.task_id AND progress.agency_id = alone.agency_id AND progress.period_id = alone.period_id)`;

/** SQL of {@link ProgressMark.status} and {@link ProgressMark.carried}. */
export const REPORTED_STATUS = `iif(progress.origin = 'carried', NULL, progress.status)`;
export const CARRIED = `coalesce(progress.origin = 'carried' AND NOT ${VALUED}, 0)`;

/** Marks of the progress entries of a plan, by task, agency and period. */
export function listProgressMarks(
  db: ReadableDb,
  planId: PlanId,
  scope: { readonly periodId?: PeriodId | undefined; readonly taskIds?: readonly TaskId[] | undefined } = {},
): readonly ProgressMark[] {
  const { periodId, taskIds } = scope;
  return prepared(
    db,
    `SELECT task_id AS taskId, agency_id AS agencyId, period_id AS periodId, ${REPORTED_STATUS} AS status, percent, ${SAID} AS said, ${CARRIED} AS carried
     FROM progress WHERE task_id IN (${presentTasks(taskIds !== undefined)})
     ${ofPeriod(periodId, taskIds !== undefined)}
     UNION ALL
     SELECT DISTINCT task_id, agency_id, period_id, NULL, NULL, 1, 0 ${VALUES_ALONE}
     AND task_id IN (${presentTasks(taskIds !== undefined)}) ${ofPeriod(periodId, taskIds !== undefined)}
     ORDER BY 1, 2, 3`,
  ).all({
    planId,
    ...(periodId === undefined ? {} : { periodId }),
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as ProgressMark[];
}

/** Assignments of a plan as places alone, in the order the plan names them. */
export function listPlaces(
  db: ReadableDb,
  planId: PlanId,
  taskIds?: readonly TaskId[],
): readonly { readonly taskId: TaskId; readonly agencyId: AgencyId }[] {
  return prepared(
    db,
    `SELECT task_id AS taskId, agency_id AS agencyId FROM assignment
     WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, position, id`,
  ).all({ planId, ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }) }) as {
    taskId: TaskId;
    agencyId: AgencyId;
  }[];
}

/** An agency as tables name it, without the counts of a whole AgencyView. */
export function listAgencyNames(db: ReadableDb): readonly { readonly id: AgencyId; readonly name: string }[] {
  return prepared(db, 'SELECT id, name FROM agency ORDER BY position, id').all() as { id: AgencyId; name: string }[];
}

/** Who belongs to a group agency in the end, and from and until when (ISO dates; `null`: always). */
export type Membership = {
  readonly groupId: AgencyId;
  readonly memberId: AgencyId;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
};

export function listMemberships(db: ReadableDb): readonly Membership[] {
  return prepared(
    db,
    `SELECT group_id AS groupId, member_id AS memberId, starts_on AS startsOn, ends_on AS endsOn
     FROM belonging ORDER BY group_id, member_id, starts_on`,
  ).all() as Membership[];
}
