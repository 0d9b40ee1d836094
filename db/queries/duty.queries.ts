import type { DutyRecord, RegularDuty } from '#shared/domain/duty.ts';
import type { AgencyId, DutyId, PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

const SELECT_DUTY = `
  SELECT id, plan_id AS planId, task_id AS taskId, position, title, cadence, needed, unit, owed_by AS owedBy,
         due_day AS dueDay, due_month AS dueMonth, due_in AS dueIn, on_holiday AS onHoliday,
         starts_on AS startsOn, ends_on AS endsOn, verbatim
  FROM duty`;

const SELECT_RECORD = `
  SELECT id, duty_id AS dutyId, task_id AS taskId, agency_id AS agencyId, starts_on AS startsOn, title,
         received_on AS receivedOn, pieces, note
  FROM duty_record`;

/** Regular duties of a plan, by task; with `taskIds` only those of these tasks. */
export function listDuties(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly RegularDuty[] {
  const sql = `${SELECT_DUTY} WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, position`;
  return prepared(db, sql).all(boundTo(planId, taskIds)) as RegularDuty[];
}

/** What came in for the regular duties of a plan, as it came. */
export function listDutyRecords(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly DutyRecord[] {
  const sql = `${SELECT_RECORD} WHERE task_id IN (${presentTasks(taskIds !== undefined)})
               ORDER BY duty_id, starts_on, received_on, id`;
  return prepared(db, sql).all(boundTo(planId, taskIds)) as DutyRecord[];
}

export function findDuty(db: ReadableDb, dutyId: DutyId): RegularDuty | undefined {
  return prepared(db, `${SELECT_DUTY} WHERE id = ?`).get(dutyId) as RegularDuty | undefined;
}

/** Duties of a task, also of one that was removed, by their position. */
export function dutiesOfTask(db: ReadableDb, taskId: TaskId): readonly RegularDuty[] {
  return prepared(db, `${SELECT_DUTY} WHERE task_id = ? ORDER BY position`).all(taskId) as RegularDuty[];
}

export function recordsOfDuty(db: ReadableDb, dutyId: DutyId): readonly DutyRecord[] {
  return prepared(db, `${SELECT_RECORD} WHERE duty_id = ? ORDER BY id`).all(dutyId) as DutyRecord[];
}

export function findDutyRecord(db: ReadableDb, recordId: RowId): DutyRecord | undefined {
  return prepared(db, `${SELECT_RECORD} WHERE id = ?`).get(recordId) as DutyRecord | undefined;
}

function boundTo(planId: PlanId, taskIds: readonly TaskId[] | undefined) {
  return { planId, ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }) };
}

/** Group agencies of which no members are known: each stands for all of them until a person sets them. */
export function listGroupsWithoutMembers(db: ReadableDb): ReadonlySet<AgencyId> {
  const sql = `SELECT id FROM agency WHERE kind = 'group' AND id NOT IN (SELECT group_id FROM belonging)`;
  return new Set((prepared(db, sql).all() as { readonly id: AgencyId }[]).map(({ id }) => id));
}
