import type { BackendContext } from '#backend/calls/context.ts';
import { compareStatistics } from '#backend/standing/compare-statistics.ts';
import { type JudgedPlan, judgePlan } from '#backend/standing/judged-duties.ts';
import { planStatistics } from '#backend/standing/plan-statistics.ts';
import type { ReadableDb } from '#db/handle.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { scoringRuleOf } from '#db/queries/scoring-rule.queries.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import { PRESSING } from '#shared/domain/light-rules.ts';
import type { PlanStatistics, StatisticsComparison } from '#shared/domain/statistics.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import { findMoment } from '../history/find-moment.ts';

type Asked = Pick<BackendContext, 'db' | 'today' | 'calendar' | 'calendarOf'>;
type OfDay = { readonly db: ReadableDb; readonly calendar: WorkCalendar };

/**
 * A plan in figures: as it is now, judged today; or as it was at the end of a day, judged on that day and ranked by the
 * rule that stood then. So the figures of a day are the same whenever they are asked for.
 *
 * @throws AppError PLAN_GONE | PERIOD_UNKNOWN | BEFORE_FIRST_STEP
 */
export function readStatistics(
  context: Asked,
  asked: { readonly planId: PlanId; readonly periodId?: PeriodId | undefined; readonly on?: string | undefined },
): PlanStatistics {
  const { planId, periodId, on } = asked;
  const figuresOf = (then: OfDay, day: string): PlanStatistics => {
    if (periodId !== undefined && findPeriod(then.db, periodId)?.planId !== planId)
      throw new AppError('PERIOD_UNKNOWN', { period: periodId });
    return planStatistics(judgePlan(then, planId, day, periodId), scoringRuleOf(then.db, planId));
  };
  return on === undefined
    ? figuresOf(context, context.today())
    : whenDayEnded(context, on, (then) => figuresOf(then, on));
}

/**
 * The plan at the end of two days, each judged on its own day; they are put in order.
 *
 * @throws AppError PLAN_GONE | BEFORE_FIRST_STEP
 */
export function readComparison(
  context: Asked,
  { planId, from, to }: { readonly planId: PlanId; readonly from: string; readonly to: string },
): StatisticsComparison {
  const judged = (day: string): JudgedPlan => whenDayEnded(context, day, (then) => judgePlan(then, planId, day));
  const [first, last] = from <= to ? [from, to] : [to, from];
  return compareStatistics(judged(first), judged(last), PRESSING);
}

/** Asks the data file as it was when a day ended; nothing is rolled back when nothing was done since. */
function whenDayEnded<Answer>({ db, calendar, calendarOf }: Asked, day: string, ask: (then: OfDay) => Answer): Answer {
  const { stepId } = findMoment(db, day);
  const [last] = listSteps(db, 1);
  if (last?.id === stepId) return ask({ db, calendar });
  return readAsAfter(db, stepId, (past) => ask({ db: past, calendar: calendarOf(past) }));
}
