import type { LeaderId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { LeaderView } from '#shared/domain/people.ts';
import type { TaskPeople } from '#shared/domain/task-people.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

export type LeaderRow = Omit<LeaderView, 'tasks'>;

const SELECT_LEADER = 'SELECT id, name, post, position, since, until FROM leader';

/** 领导名录: those in a post in their order, then those before, the last first. */
export function listLeaders(db: ReadableDb): readonly LeaderRow[] {
  const order = 'ORDER BY until IS NOT NULL, CASE WHEN until IS NULL THEN position END, until DESC, id DESC';
  return prepared(db, `${SELECT_LEADER} ${order}`).all() as LeaderRow[];
}

/** @throws AppError LEADER_GONE */
export function getLeader(db: ReadableDb, leaderId: LeaderId): LeaderRow {
  const row = prepared(db, `${SELECT_LEADER} WHERE id = ?`).get(leaderId) as LeaderRow | undefined;
  if (!row) throw new AppError('LEADER_GONE');
  return row;
}

/**
 * Who answers for the tasks that are worked on: of plans that are not put aside, none of a year before.
 *
 * @param fromYear plans of earlier years are history and keep the names of their time
 * @param planId but this one, which is on show
 */
export function listTaskPeople(
  db: ReadableDb,
  fromYear: number,
  planId: PlanId | undefined,
): readonly (TaskPeople & { readonly id: TaskId; readonly number: number })[] {
  const sql = `SELECT task.id, task.number, lead_leader AS leadLeader, leader_in_charge AS leaderInCharge,
                      person_in_charge AS personInCharge
               FROM task JOIN plan ON plan.id = task.plan_id
               WHERE removed = 0 AND archived_on IS NULL AND (year >= ? OR plan.id = ?) ORDER BY task.id`;
  return prepared(db, sql).all(fromYear, planId ?? null) as (TaskPeople & {
    readonly id: TaskId;
    readonly number: number;
  })[];
}
