import { addDays } from 'date-fns/addDays';
import { endOfISOWeek } from 'date-fns/endOfISOWeek';
import { parseISO } from 'date-fns/parseISO';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listReportDays, remindersOf } from '#db/queries/page.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { isoDate } from '#shared/domain/period.ts';
import type { WeekCard } from '#shared/domain/week-card.ts';
import { JUDGED_PARTS, judgePeriods } from './judge-periods.ts';
import { likelyLateAgencies, nextPeriodsAfter } from './likely-late-agencies.ts';
import { DEADLINE_PARTS, readDeadlines } from './read-deadlines.ts';
import { unreported } from './week-duties.ts';
import { brokenPromises } from './week-promises.ts';
import { weekReturns } from './week-returns.ts';

const PARTS = [...JUDGED_PARTS, ...DEADLINE_PARTS, 'tasks', 'agencyNames'] as const;
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
  const { db } = context;
  const at = { ...pickContext(context), today: () => on };
  const day = parseISO(on);
  const weekEndsOn = isoDate(endOfISOWeek(day));
  const state = loadPlanState(db, planId, { parts: PARTS });
  const judge = judgePeriods(at, state);
  const open = state.periods.filter(({ closedOn }) => closedOn === null);
  const missing = unreported(open, judge, state, { today: on, until: weekEndsOn });
  const next = nextPeriodsAfter(state.periods, weekEndsOn);
  const ground = { state, judge, reportDays: listReportDays(db, planId), today: on };
  return {
    planId,
    today: on,
    weekStartsOn: isoDate(startOfISOWeek(day)),
    weekEndsOn,
    dueThisWeek: missing.filter(({ days }) => days <= 0),
    notReported: missing.filter(({ days }) => days > 0).toSorted((one, other) => other.days - one.days),
    ...weekReturns(at, planId),
    promises: brokenPromises(remindersOf(db, planId), missing, on),
    regularShort: [],
    deadlines: readDeadlines(state, judge, { from: on, until: isoDate(addDays(day, DAYS_AHEAD - 1)) }),
    nextPeriods: next.map(({ id, label, dueOn }) => ({ periodId: id, period: label, dueOn })),
    likelyLate: next.flatMap((period) => likelyLateAgencies(period, ground)),
  };
}

function pickContext({ db, calendar }: Pick<BackendContext, 'db' | 'calendar'>) {
  return { db, calendar };
}
