import type { ReadableDb } from '#db/handle.ts';
import { calendarVersion, listCalendarYears } from '#db/queries/calendar.queries.ts';
import { overlayYears, type WorkCalendar } from '#shared/domain/work-calendar.ts';

/**
 * The calendar that stands: the years that come with the program, and in place of them those of the data file.
 *
 * @returns gives it as it is now; it is put together anew only after a step has changed a year
 */
export function standingCalendar(db: ReadableDb, builtIn: WorkCalendar): () => WorkCalendar {
  let known: { readonly version: number; readonly calendar: WorkCalendar } | undefined;
  return () => {
    const version = calendarVersion(db);
    if (known?.version !== version) known = { version, calendar: overlayYears(builtIn, listCalendarYears(db)) };
    return known.calendar;
  };
}
