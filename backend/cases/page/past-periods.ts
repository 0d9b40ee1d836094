import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { ReportDay } from '#db/queries/page.queries.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { PastPeriod } from '#shared/domain/likely-late.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { PeriodDuty, PeriodJudge } from './judge-periods.ts';

/** How one unit kept one period. */
export type KeptPeriod = PastPeriod & { readonly owed: number; readonly reported: number };

/**
 * How each unit kept a period: late by as many days as its last report was, by the day the report itself says; a
 * report that says no day counts as in time.
 *
 */
export function keptIn(
  period: PeriodView,
  judge: PeriodJudge,
  reportDays: readonly ReportDay[],
  today: string,
): ReadonlyMap<AgencyId, KeptPeriod> {
  const days = new Map(reportDays.map(({ taskId, agencyId, reportedOn }) => [`${taskId}/${agencyId}`, reportedOn]));
  const counted = judge(period, today).filter(({ standing }) => standing.counts);
  const byAgency = Map.groupBy(counted, ({ duty }) => duty.agencyId);
  return new Map([...byAgency].map(([agencyId, duties]) => [agencyId, keepingOf(duties, period, days, today)]));
}

function keepingOf(
  duties: readonly PeriodDuty[],
  period: PeriodView,
  days: ReadonlyMap<string, string | null>,
  today: string,
): KeptPeriod {
  const late = duties.map(({ duty, standing }) => {
    const reportedOn = days.get(`${duty.taskId}/${duty.agencyId}`) ?? null;
    // ISO dates: most come in time, and need no reckoning.
    if (standing.missing || reportedOn === null || reportedOn <= standing.dueOn) return 0;
    return differenceInCalendarDays(reportedOn, standing.dueOn);
  });
  return {
    dueOn: period.dueOn,
    owed: duties.length,
    reported: duties.filter(({ standing }) => !standing.missing).length,
    daysLate: Math.max(...late),
    open: duties.some(({ standing }) => standing.missing && standing.dueOn < today && !standing.neverLate),
  };
}

/**
 * How each unit kept the periods that are due, for {@link delayOf}: those whose day has passed. A period for which
 * nobody reported anything says nothing of anybody: the plan was not kept here yet.
 *
 * @param periods of one kind, so that weeks are not counted among months
 */
export function pastPeriods(
  periods: readonly PeriodView[],
  judge: PeriodJudge,
  reportDays: readonly ReportDay[],
  { today, calendar }: { readonly today: string; readonly calendar: WorkCalendar },
): ReadonlyMap<AgencyId, readonly PastPeriod[]> {
  const byPeriod = Map.groupBy(reportDays, ({ periodId }) => periodId);
  const past = new Map<AgencyId, PastPeriod[]>();
  for (const period of periods.filter((each) => dueDayOf(each, calendar) < today)) {
    const keptBy = keptIn(period, judge, byPeriod.get(period.id) ?? [], today);
    if (![...keptBy.values()].some(({ reported }) => reported > 0)) continue;
    for (const [agencyId, kept] of keptBy) {
      const known = past.get(agencyId) ?? [];
      known.push(kept);
      past.set(agencyId, known);
    }
  }
  return past;
}
