import type { DatedPeriod, PeriodView } from './overview.ts';
import type { OnHoliday } from './period.ts';
import { isYearKnown, nextWorkday, previousWorkday, type WorkCalendar } from './work-calendar.ts';

/**
 * A due day as the calendar has it (ISO).
 *
 * @param day as it was set
 * @param onHoliday whether a day that is no workday stays or moves (遇节假日顺延, 遇节假日提前)
 */
export function moveDay(day: string, onHoliday: OnHoliday, calendar: WorkCalendar): string {
  switch (onHoliday) {
    case 'stays':
      return day;
    case 'next-workday':
      return nextWorkday(calendar, day);
    case 'previous-workday':
      return previousWorkday(calendar, day);
  }
}

/** The day by which the reports of a period are owed (ISO): the one that lights, returns, reminders and exports show. */
export function dueDayOf(period: Pick<PeriodView, 'dueOn' | 'onHoliday'>, calendar: WorkCalendar): string {
  return moveDay(period.dueOn, period.onHoliday, calendar);
}

/**
 * Whether a due day may be another one than is shown, because the holidays of its year are not known.
 *
 * @param shown the day as moved, see {@link dueDayOf}
 */
export function isDueDayUnsure(
  period: Pick<PeriodView, 'dueOn' | 'onHoliday'>,
  shown: string,
  calendar: WorkCalendar,
): boolean {
  if (period.onHoliday === 'stays') return false;
  return [period.dueOn, shown].some((day) => !isYearKnown(calendar, Number(day.slice(0, 4))));
}

/** A period with its due day as the calendar has it. */
export function datedPeriod(period: PeriodView, calendar: WorkCalendar): DatedPeriod {
  const dueDay = dueDayOf(period, calendar);
  return { ...period, dueDay, isDueUnsure: isDueDayUnsure(period, dueDay, calendar) };
}
