import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { VerificationEdit } from '#shared/contract/verification.contract.ts';
import type { AgencyId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findAgency, getAgency } from '../queries/agency.queries.ts';
import { isOwed } from '../queries/owed.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { findTask, getTask } from '../queries/plan.queries.ts';
import { findVerification } from '../queries/verification.queries.ts';

/**
 * Adds verifications, all as one step. A closed period may be verified: looking on the spot comes after the report.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | PERIOD_UNKNOWN | NOT_ASSIGNED
 */
export function addVerifications(db: WritableDb, edits: readonly VerificationEdit[], made: Made): CommittedStep {
  const writes = edits.map((edit): RowWrite => {
    const { taskId, agencyId, periodId, result, manner, checker, checkedOn, note } = edit;
    const task = getTask(db, taskId);
    const agency = getAgency(db, agencyId);
    const period = findPeriod(db, periodId);
    if (!period || period.planId !== task.planId) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
    if (!isOwed(db, taskId, agencyId, period)) {
      throw new AppError('NOT_ASSIGNED', { agency: agency.name, number: task.number });
    }
    const place = { task_id: taskId, agency_id: agencyId, period_id: periodId };
    return {
      table: 'verification',
      id: null,
      values: { ...place, result, manner, checker, checked_on: checkedOn, note },
    };
  });
  const [edit] = edits;
  const label =
    edits.length === 1 && edit
      ? `核查：${placeOf(db, edit)}（${VERIFICATION_LABELS[edit.result]}）`
      : `核查 ${edits.length} 处`;
  return commitStep(db, { code: 'verification.add', label, ...made }, writes);
}

/** Takes a verification away. @throws AppError ROW_GONE */
export function removeVerification(db: WritableDb, id: RowId, made: Made): CommittedStep {
  const row = findVerification(db, id);
  if (!row) throw new AppError('ROW_GONE');
  const label = `删除核查：${placeOf(db, row)}`;
  return commitStep(db, { code: 'verification.remove', label, ...made }, [{ table: 'verification', id, values: null }]);
}

function placeOf(
  db: WritableDb,
  { taskId, agencyId }: { readonly taskId: TaskId; readonly agencyId: AgencyId },
): string {
  return `第 ${findTask(db, taskId)?.number ?? '?'} 项 ${findAgency(db, agencyId)?.shortName ?? '?'}`;
}
