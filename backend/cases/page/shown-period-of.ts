import type { PlanState } from '#backend/standing/plan-state.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { currentPeriod } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';

/**
 * The period a page is shown for.
 *
 * @param periodId left out: the current one, if the plan has any
 * @throws AppError PERIOD_UNKNOWN
 */
export function shownPeriodOf(
  { periods, plan }: Pick<PlanState, 'periods' | 'plan'>,
  periodId: PeriodId | undefined,
  today: string,
): PeriodView | undefined {
  if (periodId === undefined) return currentPeriod(periods, today, plan.cadence);
  const period = periods.find(({ id }) => id === periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}
