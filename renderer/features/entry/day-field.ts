import { lastDayNamed } from '#shared/domain/milestone-state.ts';
import { parseDateText } from '../../text/parse-date.ts';

/**
 * A planned day as it is typed: a date in any usual writing, or the month or quarter by whose end it shall be.
 *
 * @param year the plan's
 * @returns `null` for an empty text, `undefined` when it is no day
 */
export function readPlannedDay(text: string, year: number): string | null | undefined {
  return lastDayNamed(text, year) ?? parseDateText(text, `${year}-01-01`);
}
