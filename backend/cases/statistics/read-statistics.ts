import type { BackendContext } from '#backend/calls/context.ts';
import { chosenRules } from '#backend/standing/chosen-rules.ts';
import { compareStatistics } from '#backend/standing/compare-statistics.ts';
import { countedDuties } from '#backend/standing/counted-duties.ts';
import { type JudgedPlan, judgePlan } from '#backend/standing/judged-duties.ts';
import { planStatistics } from '#backend/standing/plan-statistics.ts';
import type { ReadableDb } from '#db/handle.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { scoringRuleOf } from '#db/queries/scoring-rule.queries.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import type {
  CountedDuty,
  Dimension,
  DutyFigure,
  PlanStatistics,
  StatisticsComparison,
} from '#shared/domain/statistics.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import { findMoment } from '../history/find-moment.ts';

type Asked = Pick<BackendContext, 'db' | 'today' | 'calendar' | 'calendarOf'>;
type OfDay = { readonly db: ReadableDb; readonly calendar: WorkCalendar };

type Span = { readonly planId: PlanId; readonly periodId?: PeriodId | undefined; readonly on?: string | undefined };

/**
 * A plan in figures: as it is now, judged today; or as it was at the end of a day, judged on that day and ranked by the
 * rule that stood then. So the figures of a day are the same whenever they are asked for.
 *
 * @throws AppError PLAN_GONE | PERIOD_UNKNOWN | BEFORE_FIRST_STEP
 */
export function readStatistics(context: Asked, span: Span): PlanStatistics {
  return inSpan(context, span, (judged, db) => planStatistics(judged, scoringRuleOf(db, span.planId)));
}

/**
 * The duties behind one figure of it.
 *
 * @throws AppError as {@link readStatistics}
 */
export function readCountedDuties(
  context: Asked,
  { row, figure, ...span }: Span & { readonly row?: CountedRow | undefined; readonly figure: DutyFigure },
): readonly CountedDuty[] {
  return inSpan(context, span, (judged) => countedDuties(judged, row, figure));
}

type CountedRow = { readonly dimension: Dimension; readonly key: string };

function inSpan<Answer>(
  context: Asked,
  { planId, periodId, on }: Span,
  tell: (judged: JudgedPlan, db: ReadableDb) => Answer,
): Answer {
  const answer = (then: OfDay, day: string): Answer => {
    if (periodId !== undefined && findPeriod(then.db, periodId)?.planId !== planId)
      throw new AppError('PERIOD_UNKNOWN', { period: periodId });
    return tell(judgePlan(then, planId, day, { periodId }), then.db);
  };
  return on === undefined ? answer(context, context.today()) : whenDayEnded(context, on, (then) => answer(then, on));
}

/**
 * The plan at the end of two days, each judged on its own day; they are put in order.
 *
 * @throws AppError PLAN_GONE | BEFORE_FIRST_STEP
 */
export function readTwoDays(
  context: Asked,
  { planId, from, to }: { readonly planId: PlanId; readonly from: string; readonly to: string },
): StatisticsComparison {
  // By one set of lights for both days: words of two sets cannot be told apart as better and worse.
  const rules = chosenRules(context.db, planId);
  const judged = (day: string): JudgedPlan =>
    whenDayEnded(context, day, (then) => judgePlan(then, planId, day, { rules }));
  const [first, last] = from <= to ? [from, to] : [to, from];
  return compareStatistics(
    judged(first),
    judged(last),
    rules.lights.map(({ key }) => key),
  );
}

/** Asks the data file as it was when a day ended; nothing is rolled back when nothing was done since. */
function whenDayEnded<Answer>({ db, calendar, calendarOf }: Asked, day: string, ask: (then: OfDay) => Answer): Answer {
  const { stepId } = findMoment(db, day);
  const [last] = listSteps(db, 1);
  if (last?.id === stepId) return ask({ db, calendar });
  return readAsAfter(db, stepId, (past) => ask({ db: past, calendar: calendarOf(past) }));
}
