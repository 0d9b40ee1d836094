import { DELIVERY_PARTS, deliveriesOf } from '#backend/standing/deliveries.ts';
import type { PlanState } from '#backend/standing/plan-state.ts';
import type { PageRegular } from '#shared/domain/agency-page.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';

export const REGULAR_PARTS = [...DELIVERY_PARTS, 'tasks', 'agencyNames'] as const;

/** 定期报送 of a plan up to a day, with names for numbers: by duty, stretch and agency. */
export function readRegular(
  state: Pick<PlanState, (typeof REGULAR_PARTS)[number]>,
  { today, calendar }: { readonly today: string; readonly calendar: WorkCalendar },
): readonly PageRegular[] {
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  const titles = new Map(state.duties.map(({ id, title }) => [id, title]));
  return deliveriesOf(state, today, calendar).map(
    (delivery): PageRegular => ({
      ...delivery,
      task: numbers.get(delivery.taskId) ?? 0,
      title: titles.get(delivery.dutyId) ?? '',
      agency: names.get(delivery.agencyId) ?? '',
    }),
  );
}
