import type { PlanState } from '#backend/standing/plan-state.ts';
import type { PageRegular } from '#shared/domain/agency-page.ts';
import { expectedDeliveries } from '#shared/domain/duty.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';

export const REGULAR_PARTS = ['plan', 'duties', 'dutyRecords', 'owed', 'memberships', 'closings', 'tasks'] as const;

type Ground = Pick<PlanState, (typeof REGULAR_PARTS)[number] | 'agencyNames'>;

/** 定期报送 of a plan up to a day, with names for numbers: by duty, stretch and agency. */
export function readRegular(
  state: Ground,
  { today, calendar }: { readonly today: string; readonly calendar: WorkCalendar },
): readonly PageRegular[] {
  const { duties, dutyRecords: records, owed, memberships, closings } = state;
  const { year } = state.plan;
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  const titles = new Map(duties.map(({ id, title }) => [id, title]));
  return expectedDeliveries({ duties, records, owed, memberships, closings, year, calendar, today }).map(
    (delivery): PageRegular => ({
      ...delivery,
      task: numbers.get(delivery.taskId) ?? 0,
      title: titles.get(delivery.dutyId) ?? '',
      agency: names.get(delivery.agencyId) ?? '',
    }),
  );
}
