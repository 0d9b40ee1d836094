import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb, WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { findClosingInForce } from '../queries/closing.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { deadlinePlace, refuseWithoutDuty, said } from './deadline-words.ts';

type Place = {
  readonly taskId: TaskId;
  /** `null`: the whole task, for all that owe it. */
  readonly agencyId: AgencyId | null;
};

export type ClosingDraft = Place & {
  readonly closedOn: string;
  readonly basis: string;
  /** Empty where nobody is named. */
  readonly approver: string;
};

/**
 * 办结, 销号: closes tasks, or what an agency owes of them, as one step.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | NOT_ASSIGNED | ALREADY_CLOSED | APPROVAL_MISSING without a basis
 */
export function closeTasks(db: WritableDb, drafts: readonly ClosingDraft[], made: Made): CommittedStep {
  const writes = drafts.map(({ taskId, agencyId, closedOn, basis, approver }) => {
    const inForce = findClosingInForce(db, taskId, agencyId);
    if (inForce)
      throw new AppError('ALREADY_CLOSED', { ...named(db, { taskId, agencyId }), closedOn: inForce.closedOn });
    refuseWithoutDuty(db, taskId, agencyId);
    const words = { basis: said(basis, '办结依据'), approver: approver.trim() };
    const values = { task_id: taskId, agency_id: agencyId, closed_on: closedOn, ...words };
    return { table: 'closing', id: null, values } as const;
  });
  const [first] = drafts;
  const place = first && drafts.length === 1 ? deadlinePlace(db, first) : `${drafts.length} 处`;
  const label = `办结：${place}${first ? `（${first.closedOn}，依据：${said(first.basis, '办结依据')}）` : ''}`;
  return commitStep(db, { code: 'deadline.close', label, ...made }, writes);
}

/**
 * Opens again what was closed; the closing stays with the day and the reason.
 *
 * @throws AppError TASK_GONE | NOT_YET_CLOSED | APPROVAL_MISSING without a reason
 */
export function reopenTasks(
  db: WritableDb,
  places: readonly Place[],
  again: { readonly reopenedOn: string; readonly reason: string },
  made: Made,
): CommittedStep {
  const reason = said(again.reason, '取消办结的原因');
  const writes = places.map((place) => {
    const inForce = findClosingInForce(db, place.taskId, place.agencyId);
    if (!inForce) throw new AppError('NOT_YET_CLOSED', named(db, place));
    const values = { reopened_on: again.reopenedOn, reopen_reason: reason };
    return { table: 'closing', id: inForce.id, values } as const;
  });
  const [first] = places;
  const where = first && places.length === 1 ? deadlinePlace(db, first) : `${places.length} 处`;
  return commitStep(db, { code: 'deadline.reopen', label: `取消办结：${where}（原因：${reason}）`, ...made }, writes);
}

function named(db: ReadableDb, { taskId, agencyId }: Place) {
  const agency = agencyId === null ? '' : `（${getAgency(db, agencyId).name}）`;
  return { number: getTask(db, taskId).number, agency };
}
