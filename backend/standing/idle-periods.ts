import type { FirstStart } from '#db/queries/progress-course.queries.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { Report } from './gather-facts.ts';
import type { Duty } from './standing.ts';

/**
 * Counts periods in a row in which a duty was not begun. Whoever has begun once has begun. A period counts once its
 * due day has passed, or when it says itself that nothing was begun; one that was due before the plan was issued, or
 * before the agency had its role, does not.
 *
 * @returns of a period: how many there are up to it, itself included
 */
export function idleCounter(input: {
  readonly plan: PlanView;
  readonly periods: readonly PeriodView[];
  readonly starts: readonly FirstStart[];
  readonly calendar: WorkCalendar;
  readonly on: string;
}): (period: PeriodView) => (duty: Duty, report: Report | null) => number {
  const { plan, periods, calendar, on } = input;
  const starts = Map.groupBy(input.starts, ({ taskId }) => taskId);
  const days = new Map(periods.map((period) => [period.id, dueDayOf(period, calendar)]));
  return (period) => {
    const due = periods.filter((each) => {
      const day = days.get(each.id) ?? each.dueOn;
      return each.kind === period.kind && each.startsOn <= period.startsOn && day >= plan.issuedOn && day < on;
    });
    const counted = due.some(({ id }) => id === period.id);
    return ({ taskId, agencyId, startsOn }, report) => {
      const first = starts.get(taskId)?.find((start) => start.agencyId === agencyId)?.startedOn;
      if (first !== undefined && first <= period.endsOn) return 0;
      const since = startsOn === null ? due.length : due.filter((each) => each.endsOn >= startsOn).length;
      return since + (!counted && report?.status === 'not-started' ? 1 : 0);
    };
  };
}
