import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressOrigin } from '#shared/domain/progress.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findAgency, getAgency } from '../queries/agency.queries.ts';
import { findProgress } from '../queries/assignment.queries.ts';
import { isOwed } from '../queries/owed.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { findTask, getTask, planOfTask } from '../queries/plan.queries.ts';

export type ProgressEntry = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  /** Fields to set; `null` clears the entry. */
  readonly patch: ProgressPatch | null;
};

/**
 * Records progress of agencies on tasks, all entries as one step.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | PERIOD_UNKNOWN | PERIOD_CLOSED | NOT_ASSIGNED | NOTHING_TO_CHANGE
 */
export function setProgress(db: WritableDb, entries: readonly ProgressEntry[], made: Made): CommittedStep {
  const rowOrigin = made.client === 'command-line' ? 'command-line' : 'manual';
  const writes = entries.flatMap((entry) => progressWrites(db, entry, rowOrigin));
  return commitStep(db, { code: 'progress.set', label: labelOf(db, entries), ...made }, writes);
}

/**
 * The row writes of one progress entry; none when it changes nothing. Shared by typing and by taking in returns.
 *
 * @throws AppError as {@link setProgress}
 */
export function progressWrites(db: WritableDb, entry: ProgressEntry, origin: ProgressOrigin): readonly RowWrite[] {
  const { taskId, agencyId, periodId, patch } = entry;
  const period = findPeriod(db, periodId);
  if (!period || period.planId !== planOfTask(db, taskId)) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  if (period.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: period.label });
  const present = findProgress(db, taskId, agencyId, periodId);
  if (patch === null) return present ? [{ table: 'progress', id: present.id, values: null }] : [];
  if (!isOwed(db, taskId, agencyId, period)) throw notAssigned(db, entry);
  const values = columnsOf(patch);
  if (present) {
    // What was carried over and is said again, by whatever writes it, is a report from then on.
    const confirms = present.origin === 'carried' && patchFields(patch).length > 0;
    const changed = confirms || patchFields(patch).some((field) => patch[field] !== present[field]);
    return changed ? [{ table: 'progress', id: present.id, values: { ...values, origin } }] : [];
  }
  if (patchFields(patch).length === 0) return [];
  const blank = {
    status: null,
    percent: null,
    narrative: '',
    problems: '',
    next_steps: '',
    reported_on: null,
    reporter: '',
  };
  const place = { task_id: taskId, agency_id: agencyId, period_id: periodId };
  return [{ table: 'progress', id: null, values: { ...place, ...blank, ...values, origin } }];
}

const FIELDS = ['status', 'percent', 'narrative', 'problems', 'nextSteps', 'reportedOn', 'reporter'] as const;

function patchFields(patch: ProgressPatch) {
  return FIELDS.filter((field) => patch[field] !== undefined);
}

function columnsOf(patch: ProgressPatch): RowValues {
  return {
    ...(patch.status === undefined ? {} : { status: patch.status }),
    ...(patch.percent === undefined ? {} : { percent: patch.percent }),
    ...(patch.narrative === undefined ? {} : { narrative: patch.narrative }),
    ...(patch.problems === undefined ? {} : { problems: patch.problems }),
    ...(patch.nextSteps === undefined ? {} : { next_steps: patch.nextSteps }),
    ...(patch.reportedOn === undefined ? {} : { reported_on: patch.reportedOn }),
    ...(patch.reporter === undefined ? {} : { reporter: patch.reporter }),
  };
}

function notAssigned(db: WritableDb, entry: ProgressEntry): AppError {
  const { number } = getTask(db, entry.taskId);
  return new AppError('NOT_ASSIGNED', { agency: getAgency(db, entry.agencyId).name, number });
}

function labelOf(db: WritableDb, entries: readonly ProgressEntry[]): string {
  const [entry] = entries;
  if (entries.length !== 1 || entry === undefined) return `填写 ${entries.length} 处进展`;
  const place = `第 ${findTask(db, entry.taskId)?.number ?? '?'} 项 ${findAgency(db, entry.agencyId)?.shortName ?? '?'}`;
  if (entry.patch === null) return `清除进展：${place}`;
  const status = entry.patch.status == null ? '' : `（${STATUS_LABELS[entry.patch.status]}）`;
  return `填写进展：${place}${status}`;
}
