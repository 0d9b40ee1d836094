import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { hasDuty } from '../queries/owed.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { getTask } from '../queries/plan.queries.ts';

/** Words that must be said, on one line. @throws AppError APPROVAL_MISSING */
export function said(words: string, what: string): string {
  const line = oneLine(words);
  if (line === '') throw new AppError('APPROVAL_MISSING', { missing: what });
  return line;
}

/** As a line of the history. */
export function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** Nothing is put off or closed for an agency that never owed the task: the wrong one was named. @throws AppError TASK_GONE | AGENCY_GONE | NOT_ASSIGNED */
export function refuseWithoutDuty(db: ReadableDb, taskId: TaskId, agencyId: AgencyId | null): void {
  const { number } = getTask(db, taskId);
  if (agencyId === null) return;
  const { name } = getAgency(db, agencyId);
  if (!hasDuty(db, taskId, agencyId)) throw new AppError('NOT_ASSIGNED', { agency: name, number });
}

/** 第 5 项 公安局 2021年10月 */
export function deadlinePlace(
  db: ReadableDb,
  place: { readonly taskId: TaskId; readonly agencyId: AgencyId | null; readonly periodId?: PeriodId | null },
): string {
  const { taskId, agencyId, periodId = null } = place;
  const agency = agencyId === null ? '' : ` ${getAgency(db, agencyId).shortName}`;
  const period = periodId === null ? undefined : findPeriod(db, periodId);
  return `第 ${getTask(db, taskId).number} 项${agency}${period ? ` ${periodTitle(period.label)}` : ''}`;
}
