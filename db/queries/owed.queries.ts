import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { bestOwed, type OwedRow } from '#shared/domain/owed.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

const SELECT_OWED = `
  SELECT task_id AS taskId, agency_id AS agencyId, role, through, starts_on AS startsOn, ends_on AS endsOn FROM owed`;

/**
 * Who owes what in a plan: assignments of its own, and those of a group agency for each of its members, also through
 * a group in a group. Of several the stronger role, its own before all; a cell has more than one row only where their
 * dates differ, the better one first. By task and agency.
 */
export function listOwed(db: ReadableDb, planId: PlanId): readonly OwedRow[] {
  return bestOwed(
    prepared(db, `${SELECT_OWED} WHERE plan_id = ? ORDER BY task_id, agency_id`).all(planId) as OwedRow[],
  );
}

/** What an agency owes a task at any time; none when it has nothing to do with it. */
export function findOwed(db: ReadableDb, taskId: TaskId, agencyId: AgencyId): readonly OwedRow[] {
  const rows = prepared(db, `${SELECT_OWED} WHERE task_id = ? AND agency_id = ?`).all(taskId, agencyId);
  return bestOwed(rows as OwedRow[]);
}
