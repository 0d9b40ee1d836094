import { type CommittedStep, commitStep, commitStepWith } from '#db/log/commit-step.ts';
import type { StoredEvidence } from '#shared/domain/evidence.ts';
import type { AgencyId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb, WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { findClosingInForce } from '../queries/closing.queries.ts';
import { getEvidence } from '../queries/evidence.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { deadlinePlace, refuseWithoutDuty, said } from './deadline-words.ts';
import { evidenceInsert } from './evidence-insert.ts';

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

/** What proves a closing: evidence that is there already, and files that are entered with it. */
export type ClosingProof = {
  readonly evidenceIds?: readonly RowId[] | undefined;
  /** Entered for each place that is closed. */
  readonly files?: readonly StoredEvidence[];
};

/**
 * 办结, 销号: closes tasks, or what an agency owes of them, with what proves it, as one step.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | NOT_ASSIGNED | ALREADY_CLOSED | APPROVAL_MISSING without a basis | ROW_GONE |
 *   EVIDENCE_OF_OTHERS when evidence is of none of the places
 */
export function closeTasks(
  db: WritableDb,
  drafts: readonly ClosingDraft[],
  made: Made,
  { evidenceIds = [], files = [] }: ClosingProof = {},
): CommittedStep {
  const proofs = Map.groupBy(evidenceIds, (id) => placeOfProof(db, drafts, id));
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
  const count = evidenceIds.length + files.length;
  const proven = count === 0 ? '' : `，佐证材料 ${count} 份`;
  const label = `办结：${place}${first ? `（${first.closedOn}，依据：${said(first.basis, '办结依据')}${proven}）` : ''}`;
  return commitStepWith(db, { code: 'deadline.close', label, ...made }, (write) => {
    for (const [index, draft] of drafts.entries()) {
      const values = writes[index];
      if (!values) continue;
      const closingId = write(values);
      for (const id of proofs.get(draft) ?? []) write({ table: 'evidence', id, values: { closing_id: closingId } });
      const { taskId, agencyId } = draft;
      for (const file of files) {
        write(evidenceInsert({ ...file, taskId, agencyId, periodId: null, closingId: closingId as RowId, note: '' }));
      }
    }
  });
}

/** Which closing a piece of evidence proves: that of its own agency, else that of its whole task. */
function placeOfProof(db: ReadableDb, drafts: readonly ClosingDraft[], id: RowId): ClosingDraft {
  const { taskId, agencyId, title } = getEvidence(db, id);
  const ofTask = drafts.filter((draft) => draft.taskId === taskId);
  const own = ofTask.find((draft) => draft.agencyId === agencyId);
  // What proves the whole task proves a part of it too, and what an agency brought may prove the whole.
  const draft = own ?? ofTask.find((each) => each.agencyId === null || agencyId === null);
  if (!draft) throw new AppError('EVIDENCE_OF_OTHERS', { title });
  return draft;
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
