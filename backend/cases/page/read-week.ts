import { addDays } from 'date-fns/addDays';
import { endOfISOWeek } from 'date-fns/endOfISOWeek';
import { parseISO } from 'date-fns/parseISO';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listReportDays } from '#db/queries/page.queries.ts';
import { isBeforePlan } from '#shared/domain/before-plan.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { isoDate } from '#shared/domain/period.ts';
import type { WeekCard } from '#shared/domain/week-card.ts';
import { DEADLINE_PARTS, deadlinesAhead } from './deadlines-ahead.ts';
import { JUDGED_PARTS, judgePeriods } from './judge-periods.ts';
import { likelyLateAgencies, nextPeriodsAfter } from './likely-late-agencies.ts';
import { pageReminders } from './page-reminders.ts';
import { REGULAR_PARTS, readRegular } from './read-regular.ts';
import { unreported } from './week-duties.ts';
import { brokenPromises } from './week-promises.ts';
import { weekReturns } from './week-returns.ts';

const PARTS = [...JUDGED_PARTS, ...DEADLINE_PARTS, ...REGULAR_PARTS, 'agencyNames'] as const;
const DAYS_AHEAD = 14;

/**
 * 本周: what wants doing in the week of a day.
 *
 * @param on ISO; left out, the clerk's date
 * @throws AppError PLAN_GONE
 */
export function readWeek(
  context: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  planId: PlanId,
  on: string = context.today(),
): WeekCard {
  const { db, calendar } = context;
  const at = { db, calendar, today: () => on };
  const day = parseISO(on);
  const weekEndsOn = isoDate(endOfISOWeek(day));
  const state = loadPlanState(db, planId, { parts: PARTS });
  const judge = judgePeriods(at, state);
  const open = state.periods.filter(({ closedOn }) => closedOn === null);
  const missing = unreported(open, judge, state, { today: on, until: weekEndsOn });
  const until = isoDate(addDays(day, DAYS_AHEAD - 1));
  const regular = readRegular(state, { today: on, calendar });
  const next = nextPeriodsAfter(state.periods, weekEndsOn, calendar);
  const ground = { state, judge, reportDays: listReportDays(db, planId), today: on, calendar };
  return {
    planId,
    today: on,
    weekStartsOn: isoDate(startOfISOWeek(day)),
    weekEndsOn,
    dueThisWeek: missing.filter(({ days }) => days <= 0),
    notReported: missing.filter(({ days }) => days > 0).toSorted((one, other) => other.days - one.days),
    ...weekReturns(at, planId),
    promises: brokenPromises(pageReminders(db, planId, state), missing, on),
    // What was due before the plan was there is asked of nobody.
    regularShort: regular.filter(
      ({ short, dueOn }) => short > 0 && dueOn <= weekEndsOn && !isBeforePlan(state.plan.issuedOn, dueOn),
    ),
    deadlines: deadlinesAhead(state, judge, { from: on, until, calendar }),
    nextPeriods: next.map((period) => ({
      periodId: period.id,
      period: period.label,
      dueOn: dueDayOf(period, calendar),
    })),
    likelyLate: next.flatMap((period) => likelyLateAgencies(period, ground)),
  };
}
