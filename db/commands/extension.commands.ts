import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { AgencyId, PeriodId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb, WritableDb } from '../handle.ts';
import { findExtension } from '../queries/extension.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { deadlinePlace, oneLine, refuseWithoutDuty, said } from './deadline-words.ts';

export type ExtensionDraft = {
  readonly taskId: TaskId;
  /** `null`: for all that owe the task. */
  readonly agencyId: AgencyId | null;
  /** The period whose report is put off; `null`: the task itself. */
  readonly periodId: PeriodId | null;
  readonly dueOn: string;
  readonly reason: string;
  readonly approver: string;
  readonly approvedOn: string;
};

/**
 * 延期: puts tasks or their reports off to another day, one step for all. Earlier ones stay: the last counts.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | NOT_ASSIGNED | PERIOD_UNKNOWN | PERIOD_CLOSED | APPROVAL_MISSING without a reason or an approver
 */
export function addExtensions(db: WritableDb, drafts: readonly ExtensionDraft[], made: Made): CommittedStep {
  const writes = drafts.map(({ taskId, agencyId, periodId, dueOn, reason, approver, approvedOn }) => {
    refuseOtherPeriod(db, taskId, periodId);
    refuseWithoutDuty(db, taskId, agencyId);
    const values = {
      task_id: taskId,
      agency_id: agencyId,
      period_id: periodId,
      due_on: dueOn,
      reason: said(reason, '延期原因'),
      approver: said(approver, '批准人'),
      approved_on: approvedOn,
    };
    return { table: 'extension', id: null, values } as const;
  });
  const [first] = drafts;
  const until = first
    ? `，延至 ${first.dueOn}（批准人：${first.approver.trim()}；原因：${oneLine(first.reason)}）`
    : '';
  const label = `延期：${first && drafts.length === 1 ? deadlinePlace(db, first) : `${drafts.length} 处`}${until}`;
  return commitStep(db, { code: 'deadline.extend', label, ...made }, writes);
}

/** Takes an extension back: the day before it counts again. @throws AppError ROW_GONE | PERIOD_CLOSED */
export function removeExtension(db: WritableDb, id: RowId, made: Made): CommittedStep {
  const row = findExtension(db, id);
  if (!row) throw new AppError('ROW_GONE');
  const label = `撤销延期：${deadlinePlace(db, row)}（原延至 ${row.dueOn}）`;
  return commitStep(db, { code: 'deadline.removeExtension', label, ...made }, [
    { table: 'extension', id, values: null },
  ]);
}

function refuseOtherPeriod(db: ReadableDb, taskId: TaskId, periodId: PeriodId | null): void {
  const { planId } = getTask(db, taskId);
  if (periodId === null) return;
  const period = findPeriod(db, periodId);
  if (period?.planId !== planId) throw new AppError('PERIOD_UNKNOWN', { period: period?.label ?? periodId });
  if (period.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: period.label });
}
