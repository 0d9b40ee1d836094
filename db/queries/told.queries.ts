import type { AgencyId, PeriodId, ReturnId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** One cell that an agency told us in a return that was taken in. */
export type ToldRow = {
  readonly returnId: ReturnId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly field: ProgressField;
  readonly theirs: string;
  readonly taken: 0 | 1;
  /** When the return was taken in. */
  readonly at: string;
};

/** Cells of the returns of a period that were taken in and stand, the earlier returns first. */
export function listTold(db: ReadableDb, periodId: PeriodId): readonly ToldRow[] {
  return prepared(
    db,
    `SELECT "return".id AS returnId, return_item.task_id AS taskId,
            coalesce(return_item.agency_id, "return".agency_id) AS agencyId, return_item.field, return_item.theirs,
            return_item.decision = 'theirs' AS taken, "return".taken_in_at AS at
     FROM "return" JOIN return_item ON return_item.return_id = "return".id
     WHERE "return".period_id = ? AND "return".state = 'taken'
     ORDER BY "return".taken_in_at, "return".id, return_item.id`,
  ).all(periodId) as ToldRow[];
}

/** Agencies and periods with a return that was taken in or waits to be. */
export function listReturnedPlaces(
  db: ReadableDb,
): readonly { readonly agencyId: AgencyId; readonly periodId: PeriodId }[] {
  return prepared(
    db,
    `SELECT DISTINCT agency_id AS agencyId, period_id AS periodId FROM "return"
     WHERE state IN ('taken', 'to-review') AND agency_id IS NOT NULL AND period_id IS NOT NULL`,
  ).all() as { agencyId: AgencyId; periodId: PeriodId }[];
}

/** The step that took a return in and stands, or `undefined`. */
export function findTakingStep(db: ReadableDb, returnId: ReturnId): number | undefined {
  // Its own last change to `taken`; a step that was undone has a later change that says otherwise.
  const row = prepared(
    db,
    `SELECT step_id AS stepId, after ->> 'state' AS state FROM change
     WHERE table_name = 'return' AND row_id = ?
       AND coalesce(before ->> 'state', iif(before IS NULL, '', 'taken')) IS NOT
           coalesce(after ->> 'state', iif(after IS NULL, '', 'taken'))
     ORDER BY id DESC LIMIT 1`,
  ).get(returnId) as { readonly stepId: number; readonly state: string | null } | undefined;
  return row && (row.state ?? 'taken') === 'taken' ? row.stepId : undefined;
}
