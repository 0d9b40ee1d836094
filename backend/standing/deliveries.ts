import { type DutyDelivery, expectedDeliveries } from '#shared/domain/duty.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { PlanState } from './plan-state.ts';

/** The parts of the plan's state that {@link deliveriesOf} looks at. */
export const DELIVERY_PARTS = [
  'plan',
  'periods',
  'owed',
  'memberships',
  'closings',
  'extensions',
  'duties',
  'dutyRecords',
] as const;

/**
 * What regular duties make agencies send in up to a day, and what came of it.
 *
 * @param today ISO date
 */
export function deliveriesOf(
  state: Pick<PlanState, (typeof DELIVERY_PARTS)[number]>,
  today: string,
  calendar: WorkCalendar,
): readonly DutyDelivery[] {
  const { plan, owed, memberships, closings, extensions, periods, duties, dutyRecords: records } = state;
  const extended = { extensions, periods };
  return expectedDeliveries({
    ...{ duties, records, owed, memberships, closings, extended },
    ...{ year: plan.year, issuedOn: plan.issuedOn, calendar, today },
  });
}
