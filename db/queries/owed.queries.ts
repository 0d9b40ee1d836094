import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { bestOwed, isOwedIn, type OwedRow } from '#shared/domain/owed.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

const SELECT_OWED = `
  SELECT task_id AS taskId, agency_id AS agencyId, role, through, starts_on AS startsOn, ends_on AS endsOn,
         cadence FROM owed`;

/**
 * Who owes what in a plan: assignments of its own, and those of a group agency for each of its members, also through
 * a group in a group. Of several the stronger role, its own before all; a cell has more than one row only where their
 * dates differ, the better one first. By task and agency.
 *
 * @param scope only of these tasks, only of this agency
 */
export function listOwed(
  db: ReadableDb,
  planId: PlanId,
  scope: { readonly taskIds?: readonly TaskId[] | undefined; readonly agencyId?: AgencyId | undefined } = {},
): readonly OwedRow[] {
  const { taskIds, agencyId } = scope;
  const sql = `${SELECT_OWED} WHERE plan_id = @planId
               ${taskIds === undefined ? '' : 'AND task_id IN (SELECT value FROM json_each(@tasks))'}
               ${agencyId === undefined ? '' : 'AND agency_id = @agencyId'}
               ORDER BY task_id, agency_id`;
  const rows = prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
    ...(agencyId === undefined ? {} : { agencyId }),
  }) as OwedRow[];
  // Rows of a cell stand beside each other. Most plans have one for each, and there is nothing to choose.
  const chosenAlready = rows.every((row, index) => {
    const last = rows[index - 1];
    return last?.taskId !== row.taskId || last.agencyId !== row.agencyId;
  });
  return chosenAlready ? rows : bestOwed(rows);
}

/** Whether an agency owes a task anything in a period. */
export function isOwed(
  db: ReadableDb,
  taskId: TaskId,
  agencyId: AgencyId,
  period: Parameters<typeof isOwedIn>[1],
): boolean {
  // Its own assignment first: that is one look into an index, and a paste asks for thousands of cells.
  return [OWN, ANY].some((sql) =>
    (prepared(db, sql).all(taskId, agencyId) as Pick<OwedRow, 'startsOn' | 'endsOn' | 'cadence'>[]).some((row) =>
      isOwedIn(row, period),
    ),
  );
}

/** Whether an agency owes a task anything at any time, by itself or through a group. */
export function hasDuty(db: ReadableDb, taskId: TaskId, agencyId: AgencyId): boolean {
  return (
    prepared(db, 'SELECT 1 FROM owed WHERE task_id = ? AND agency_id = ? LIMIT 1').get(taskId, agencyId) !== undefined
  );
}

const OWN = `SELECT starts_on AS startsOn, ends_on AS endsOn, coalesce(task.cadence, plan.cadence) AS cadence
             FROM assignment JOIN task ON task.id = assignment.task_id AND task.removed = 0
             JOIN plan ON plan.id = task.plan_id WHERE task_id = ? AND agency_id = ?`;
const ANY = 'SELECT starts_on AS startsOn, ends_on AS endsOn, cadence FROM owed WHERE task_id = ? AND agency_id = ?';
