import type { AgencyId, FormId, PeriodId, ReturnId, StepId, TaskId } from '#shared/domain/ids.ts';
import { type ReturnField, returnFieldLabel } from '#shared/domain/return-field.ts';
import type { WrittenCell } from '#shared/domain/written-cell.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** One cell that an agency told us in a return that was taken in. */
export type ToldRow = {
  readonly returnId: ReturnId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly field: ReturnField;
  readonly theirs: string;
  readonly taken: 0 | 1;
  /** The step that took the return in: what came after what is told by the log, a clock may be set back. */
  readonly takenBy: StepId;
};

/** Decided cells of the returns of a period that were taken in, as a whole or in part, the earlier returns first. */
export function listTold(db: ReadableDb, periodId: PeriodId): readonly ToldRow[] {
  return prepared(
    db,
    `WITH taken AS MATERIALIZED (
       SELECT id, agency_id,
              (SELECT coalesce(max(step_id), 0) FROM change WHERE table_name = 'return' AND row_id = "return".id
                 AND json_extract(after, '$.taken_in_at') IS NOT NULL
                 AND json_extract(after, '$.taken_in_at') IS NOT json_extract(before, '$.taken_in_at')) AS taken_by
       FROM "return" WHERE period_id = ? AND taken_in_at IS NOT NULL)
     SELECT taken.id AS returnId, return_item.task_id AS taskId,
            coalesce(return_item.agency_id, taken.agency_id) AS agencyId, return_item.field, return_item.theirs,
            return_item.decision = 'theirs' AS taken, taken_by AS takenBy
     FROM taken JOIN return_item ON return_item.return_id = taken.id
     ORDER BY taken_by, taken.id, return_item.id`,
  ).all(periodId) as ToldRow[];
}

/** The step in which a form was sent: 0 when the log does not know the form. */
export function stepOfSending(db: ReadableDb, formId: FormId): StepId {
  const sql = "SELECT coalesce(min(step_id), 0) AS stepId FROM change WHERE table_name = 'form' AND row_id = ?";
  return (prepared(db, sql).get(formId) as { readonly stepId: StepId }).stepId;
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

/** The steps that took a return in and stand, the newest first: none once it was taken back. */
export function listTakingSteps(db: ReadableDb, returnId: ReturnId): readonly StepId[] {
  const steps = prepared(
    db,
    `SELECT DISTINCT step.id, step.code FROM step JOIN change ON change.step_id = step.id
     WHERE change.table_name = 'return' AND change.row_id = ? AND step.code IN ('returns.accept', 'returns.takeBack')
       AND step.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM step AS later WHERE later.reverses = step.id)
     ORDER BY step.id DESC`,
  ).all(returnId) as { readonly id: StepId; readonly code: string }[];
  const end = steps.findIndex(({ code }) => code === 'returns.takeBack');
  return steps.slice(0, end === -1 ? undefined : end).map(({ id }) => id);
}

/** Cells that were written from a return, as `task/agency`. */
export function listWrittenCells(db: ReadableDb, returnId: ReturnId): ReadonlySet<string> {
  const rows = prepared(
    db,
    `SELECT DISTINCT task_id || '/' || coalesce(return_item.agency_id, "return".agency_id) AS cell
     FROM return_item JOIN "return" ON "return".id = return_id WHERE return_id = ? AND decision = 'theirs'`,
  ).all(returnId) as { readonly cell: string }[];
  return new Set(rows.map(({ cell }) => cell));
}

/** What was written from a return that was taken in, all or a part of it, with what stood there before, in the order of the tasks. */
export function listWrittenValues(db: ReadableDb, returnId: ReturnId): readonly WrittenCell[] {
  const rows = prepared(
    db,
    `SELECT task.id || '/' || agency.id || '/' || item.field AS key, task.number AS taskNumber,
            task.title AS taskTitle, agency.name AS agencyName, item.field, item.ours AS before,
            coalesce(item.value, item.theirs) AS written,
            coalesce((SELECT name FROM task_target WHERE 'target:' || task_target.id = item.field), '') AS targetName
     FROM return_item AS item JOIN "return" ON "return".id = item.return_id JOIN task ON task.id = item.task_id
     JOIN agency ON agency.id = coalesce(item.agency_id, "return".agency_id)
     WHERE item.return_id = ? AND item.decision = 'theirs'
     ORDER BY task.number, agency.id, item.id`,
  ).all(returnId) as (Omit<WrittenCell, 'fieldLabel'> & { readonly targetName: string })[];
  return rows.map(({ targetName, ...row }) => ({ ...row, fieldLabel: returnFieldLabel(row.field, targetName) }));
}

/** Agencies whose rows stood in a ledger that was taken in, with how many cells were written for each. */
export function listLedgerPlaces(
  db: ReadableDb,
): readonly { readonly returnId: ReturnId; readonly agencyId: AgencyId; readonly takenCells: number }[] {
  return prepared(
    db,
    `SELECT return_item.return_id AS returnId, return_item.agency_id AS agencyId,
            sum(return_item.decision = 'theirs') AS takenCells
     FROM return_item JOIN "return" ON "return".id = return_item.return_id
     WHERE return_item.agency_id IS NOT NULL AND "return".agency_id IS NULL AND "return".taken_in_at IS NOT NULL
     GROUP BY return_item.return_id, return_item.agency_id ORDER BY return_item.return_id`,
  ).all() as { returnId: ReturnId; agencyId: AgencyId; takenCells: number }[];
}
