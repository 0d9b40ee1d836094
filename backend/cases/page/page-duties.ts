import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { PlanState } from '#backend/standing/plan-state.ts';
import type { PageDuty } from '#shared/domain/agency-page.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { PeriodDuty } from './judge-periods.ts';
import { shownStanding } from './shown-standing.ts';

/** What lines of duties are made of, besides the duties. */
export type Named = Pick<PlanState, 'tasks' | 'agencyNames' | 'marks'>;

/**
 * Duties of a period as lines, with names for numbers: in the order of the plan.
 *
 * @param on today (ISO) for the days they are late, and the calendar
 */
export function pageDuties(
  judged: readonly PeriodDuty[],
  period: PeriodView,
  state: Named,
  { today, calendar }: { readonly today: string; readonly calendar: WorkCalendar },
): readonly PageDuty[] {
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const marks = new Map(
    state.marks
      .filter(({ periodId }) => periodId === period.id)
      .map((mark) => [`${mark.taskId}/${mark.agencyId}`, mark]),
  );
  const byTask = Map.groupBy(judged, ({ duty }) => duty.taskId);
  return state.tasks.flatMap((task) =>
    (byTask.get(task.id) ?? []).map(({ duty, standing }): PageDuty => {
      const { agencyId, role, through } = duty;
      const mark = marks.get(`${task.id}/${agencyId}`);
      const shown = shownStanding(standing, period, calendar);
      return {
        taskId: task.id,
        task: task.number,
        title: task.title,
        sectionTitle: task.sectionTitle,
        agencyId,
        agency: names.get(agencyId) ?? '',
        role,
        through: through === null ? null : (names.get(through) ?? ''),
        periodId: period.id,
        period: period.label,
        status: mark?.status ?? null,
        percent: mark?.percent ?? null,
        ...shown,
        days: shown.missing && !standing?.neverLate ? Math.max(0, differenceInCalendarDays(today, shown.dueOn)) : 0,
      };
    }),
  );
}
