import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

type StoredYear = {
  readonly year: number;
  readonly source: string;
  readonly holidays: string;
  readonly workdays: string;
};

/** Years whose workdays and holidays the data file has itself, in place of those that come with the program. */
export function listCalendarYears(db: ReadableDb): WorkCalendar['years'] {
  const rows = prepared(db, 'SELECT year, source, holidays, workdays FROM calendar_year ORDER BY year').all();
  return (rows as StoredYear[]).map(({ year, source, holidays, workdays }) => ({
    year,
    source,
    // Written by db/commands/calendar.commands.ts out of the fields of this type.
    holidays: JSON.parse(holidays),
    workdays: JSON.parse(workdays),
  }));
}

/** Changes whenever a step has changed one of those years: what was made of them is then to be made anew. */
export function calendarVersion(db: ReadableDb): number {
  const sql = "SELECT coalesce(max(id), 0) AS id FROM change WHERE table_name = 'calendar_year'";
  return (prepared(db, sql).get() as { readonly id: number }).id;
}
