import type { PlanState } from '#backend/standing/plan-state.ts';
import type { ReportDay } from '#db/queries/page.queries.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import { delayOf, delayText, isLikelyLate } from '#shared/domain/likely-late.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { LikelyLate } from '#shared/domain/week-card.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { PeriodJudge } from './judge-periods.ts';
import { pastPeriods } from './past-periods.ts';
import { unreported } from './week-duties.ts';

/** Of each kind of period the first that is due after a day and can be written. */
export function nextPeriodsAfter(
  periods: readonly PeriodView[],
  day: string,
  calendar: WorkCalendar,
): readonly PeriodView[] {
  const ahead = periods
    .filter((period) => dueDayOf(period, calendar) > day && period.closedOn === null)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  return [...Map.groupBy(ahead, ({ kind }) => kind).values()].flatMap((ofKind) => ofKind.slice(0, 1));
}

/**
 * Who will likely be late with a period still to come: whoever owes something on its due day that is not reported yet,
 * and was late often enough before (LIKELY_LATE in shared/domain/likely-late.ts). The worst first.
 *
 * @param next the period; judged as on its own due day
 * @param today ISO: past periods are those due before it
 */
export function likelyLateAgencies(
  next: PeriodView,
  ground: {
    readonly state: Pick<PlanState, 'plan' | 'tasks' | 'agencyNames' | 'periods'>;
    readonly judge: PeriodJudge;
    readonly reportDays: readonly ReportDay[];
    readonly today: string;
    readonly calendar: WorkCalendar;
  },
): readonly LikelyLate[] {
  const { state, judge, reportDays, today, calendar } = ground;
  const past = pastPeriods(
    state.periods.filter(({ kind }) => kind === next.kind),
    judge,
    reportDays,
    { today, calendar },
  );
  // Every due day of the period, those put off too.
  const owing = unreported([next], judge, state, { today: dueDayOf(next, calendar), until: '9999-12-31' });
  // A task with a day of its own within the period is owed by the same agency: one line for both.
  const byAgency = Map.groupBy(owing, ({ agencyId }) => agencyId);
  return [...byAgency.values()]
    .flatMap((lines): LikelyLate[] => {
      const [first] = lines.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
      if (!first) return [];
      const delay = delayOf(past.get(first.agencyId) ?? []);
      if (!isLikelyLate(delay)) return [];
      const { agencyId, agency, periodId, period, dueOn } = first;
      const tasks = lines.flatMap((line) => line.tasks).toSorted((one, other) => one - other);
      const taskIds = lines.flatMap((line) => line.taskIds);
      return [{ agencyId, agency, periodId, period, dueOn, tasks, taskIds, delay, because: delayText(delay) }];
    })
    .toSorted(
      (one, other) =>
        (other.delay.share ?? 0) - (one.delay.share ?? 0) || (other.delay.meanDays ?? 0) - (one.delay.meanDays ?? 0),
    );
}
