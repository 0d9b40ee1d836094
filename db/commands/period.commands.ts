import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import { type OnHoliday, periodTitle } from '#shared/domain/period.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getPeriod, listPeriods } from '../queries/period.queries.ts';
import { isConstraintFailure } from '../sqlite-error.ts';
import { closingWrites, reopeningWrites } from './closed-duties.ts';
import { oneLine } from './deadline-words.ts';

export type ClosedAs = {
  /** ISO date. */
  readonly closedOn: string;
  /** How many duties are owed in the period, and for how many of them nothing was reported: kept in the label. */
  readonly owed: number;
  readonly missing: number;
  /** What a person says about it; stays in the label. */
  readonly reason?: string | undefined;
};

/**
 * Closes a period as one step: from then on what was reported stands as it is (db/log/frozen-periods.ts), and so does
 * who owed what (closed-duties.ts).
 *
 * @throws AppError PERIOD_UNKNOWN | PERIOD_CLOSED when it is so already
 */
export function closePeriod(db: WritableDb, periodId: PeriodId, closedAs: ClosedAs, made: Made): CommittedStep {
  const period = getPeriod(db, periodId);
  const { label, closedOn } = period;
  if (closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: label });
  const { owed, missing } = closedAs;
  const counts = missing === 0 ? `应报 ${owed} 项，全部已报` : `应报 ${owed} 项，未报 ${missing} 项`;
  const words = oneLine(closedAs.reason ?? '');
  const because = words === '' ? '' : `；原因：${words}`;
  const write = { table: 'period', id: periodId, values: { closed_on: closedAs.closedOn } } as const;
  return commitStep(db, { code: 'period.close', label: `关闭${periodTitle(label)}（${counts}${because}）`, ...made }, [
    ...closingWrites(db, period),
    write,
  ]);
}

/**
 * Opens a closed period again as one step. The reason stands in its label, and so in the history for ever.
 *
 * @throws AppError PERIOD_UNKNOWN | PERIOD_NOT_CLOSED | REASON_MISSING
 */
export function reopenPeriod(db: WritableDb, periodId: PeriodId, reason: string, made: Made): CommittedStep {
  const { label, closedOn } = getPeriod(db, periodId);
  if (closedOn === null) throw new AppError('PERIOD_NOT_CLOSED', { period: label });
  const words = oneLine(reason);
  if (words === '') throw new AppError('REASON_MISSING', { period: label });
  const write = { table: 'period', id: periodId, values: { closed_on: null } } as const;
  const meta = { code: 'period.reopen', label: `重新打开${periodTitle(label)}（原因：${words}）` };
  return commitStep(db, { ...meta, ...made }, [...reopeningWrites(db, { id: periodId }), write]);
}

/**
 * Gives one period another due day, by hand: no later change of its kind's rule moves it.
 *
 * @throws AppError PERIOD_UNKNOWN | PERIOD_CLOSED | PERIOD_DATES when that is before it begins | NOTHING_TO_CHANGE
 */
export function setPeriodDue(
  db: WritableDb,
  periodId: PeriodId,
  due: { readonly dueOn: string; readonly onHoliday: OnHoliday },
  made: Made,
): CommittedStep {
  const { label, closedOn, startsOn } = getPeriod(db, periodId);
  if (closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: label });
  if (due.dueOn < startsOn) throw new AppError('PERIOD_DATES');
  const write = { table: 'period', id: periodId, values: { due_on: due.dueOn, on_holiday: due.onHoliday } } as const;
  const meta = { code: 'period.setDue', label: `${periodTitle(label)}报送时限改为 ${due.dueOn}` };
  return commitStep(db, { ...meta, ...made }, [write]);
}

/**
 * Takes a period away again, one made by mistake: nothing was reported for it, sent out or kept of it.
 *
 * @throws AppError PERIOD_UNKNOWN | PERIOD_CLOSED | PERIOD_IN_USE | PERIOD_LAST when the plan has no other one
 */
export function removePeriod(db: WritableDb, periodId: PeriodId, made: Made): CommittedStep {
  const { label, closedOn, planId } = getPeriod(db, periodId);
  if (closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: label });
  if (listPeriods(db, planId).length === 1) throw new AppError('PERIOD_LAST', { period: label });
  try {
    const meta = { code: 'period.remove', label: `删除报送期：${periodTitle(label)}` };
    return commitStep(db, { ...meta, ...made }, [{ table: 'period', id: periodId, values: null }]);
  } catch (cause) {
    if (isConstraintFailure(cause)) throw new AppError('PERIOD_IN_USE', { period: label }, { cause });
    throw cause;
  }
}
