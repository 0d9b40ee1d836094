import { addWorkdays, type WorkCalendar } from './work-calendar.ts';
import type { MatterRow } from './year-facts.ts';

/**
 * The day by which a matter is due (ISO): the day that was named, or its workdays counted in the calendar as it is
 * now. `null` when neither was said.
 */
export function matterDueOn(
  calendar: WorkCalendar,
  { aroseOn, workdays, dueOn }: Pick<MatterRow, 'aroseOn' | 'workdays' | 'dueOn'>,
): string | null {
  return workdays === null ? dueOn : addWorkdays(calendar, aroseOn, workdays);
}
