import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { SUMMARY_PARTS, type SummarySentence, textOfPart } from '#shared/domain/summary.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { findProgress } from '../queries/assignment.queries.ts';
import { isOwed } from '../queries/owed.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { findSummary } from '../queries/summary.queries.ts';
import { progressWrites } from './progress.commands.ts';

export type WrittenSummary = {
  readonly taskId: TaskId;
  /** The lead it is written for. */
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly sentences: readonly SummarySentence[];
};

/**
 * Keeps a lead's summary as one step.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | PERIOD_UNKNOWN | PERIOD_CLOSED | NOT_ASSIGNED | NOTHING_TO_CHANGE
 */
export function saveSummary(db: WritableDb, summary: WrittenSummary, made: Made): CommittedStep {
  const label = `保存汇总稿：${placeOf(db, summary)}`;
  const known = findSummary(db, summary.taskId, summary.agencyId, summary.periodId);
  // Saved as it stands it is still what the lead's entry says; changed, it is not.
  const unchanged = known !== undefined && JSON.stringify(known.sentences) === JSON.stringify(summary.sentences);
  const adopted = unchanged && known.adopted;
  return commitStep(db, { code: 'summary.save', label, ...made }, [summaryWrite(db, summary, adopted)]);
}

/**
 * Keeps a lead's summary and writes its texts into the lead's entry of the period, as one step. Status, share and
 * reporter of the entry stay; an entry without a date gets one.
 *
 * @param today the clerk's date (ISO)
 * @throws AppError as {@link saveSummary}, SUMMARY_EMPTY
 */
export function adoptSummary(db: WritableDb, summary: WrittenSummary, today: string, made: Made): CommittedStep {
  const { taskId, agencyId, periodId, sentences } = summary;
  const label = `采用汇总稿：${placeOf(db, summary)}`;
  const [narrative, problems, nextSteps] = SUMMARY_PARTS.map((part) => textOfPart(sentences, part));
  if (!narrative && !problems && !nextSteps) throw new AppError('SUMMARY_EMPTY');
  const reportedOn = findProgress(db, taskId, agencyId, periodId)?.reportedOn ?? today;
  const patch = { narrative, problems, nextSteps, reportedOn };
  return commitStep(db, { code: 'summary.adopt', label, ...made }, [
    summaryWrite(db, summary, true),
    ...progressWrites(db, { taskId, agencyId, periodId, patch }, 'summary'),
  ]);
}

function summaryWrite(db: WritableDb, summary: WrittenSummary, adopted: boolean): RowWrite {
  const { taskId, agencyId, periodId, sentences } = summary;
  const values = { sentences: JSON.stringify(sentences), adopted: adopted ? 1 : 0 };
  const known = findSummary(db, taskId, agencyId, periodId);
  return known
    ? { table: 'summary', id: known.id, values }
    : {
        table: 'summary',
        id: null,
        values: { task_id: taskId, agency_id: agencyId, period_id: periodId, ...values },
      };
}

/** @returns the place in words @throws AppError when nothing can be written there */
function placeOf(db: WritableDb, { taskId, agencyId, periodId }: WrittenSummary): string {
  const task = getTask(db, taskId);
  const agency = getAgency(db, agencyId);
  const period = findPeriod(db, periodId);
  if (!period || period.planId !== task.planId) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  if (period.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: period.label });
  if (!isOwed(db, taskId, agencyId, period)) {
    throw new AppError('NOT_ASSIGNED', { agency: agency.name, number: task.number });
  }
  return `第 ${task.number} 项 ${agency.shortName}（${period.label}）`;
}
