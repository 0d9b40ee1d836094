import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WEEKENDS_ONLY, type WorkCalendar, WorkCalendarSchema } from '#shared/domain/work-calendar.ts';

/**
 * The holidays that come with the program (seeds/work-calendar.json).
 *
 * @param seedsFolder folder of the data that comes with the program
 * @param onFailure told why they could not be read; weekends alone are known then, and the data file opens all the same
 */
export function readWorkCalendar(seedsFolder: string, onFailure: (error: unknown) => void): WorkCalendar {
  try {
    const text = readFileSync(path.join(seedsFolder, 'work-calendar.json'), 'utf8');
    return WorkCalendarSchema.parse(JSON.parse(text));
  } catch (error) {
    onFailure(error);
    return WEEKENDS_ONLY;
  }
}
