import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

const SELECT_PERIOD = `
  SELECT id, plan_id AS planId, kind, label, starts_on AS startsOn, ends_on AS endsOn, due_on AS dueOn, on_holiday AS onHoliday, closed_on AS closedOn FROM period`;

/** Periods of a plan from the first to the last. */
export function listPeriods(db: ReadableDb, planId: PlanId): readonly PeriodView[] {
  return prepared(db, `${SELECT_PERIOD} WHERE plan_id = ? ORDER BY starts_on, id`).all(planId) as PeriodView[];
}

/** One period, or `undefined`. */
export function findPeriod(db: ReadableDb, periodId: PeriodId): PeriodView | undefined {
  return prepared(db, `${SELECT_PERIOD} WHERE id = ?`).get(periodId) as PeriodView | undefined;
}

/** One period that is meant to be there. @throws AppError PERIOD_UNKNOWN */
export function getPeriod(db: ReadableDb, periodId: PeriodId): PeriodView {
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}
