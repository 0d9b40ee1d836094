import { InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { ON_HOLIDAY } from '#shared/domain/period.ts';

/** A date of an option. */
export function isoDay(text: string): string {
  const day = z.iso.date().safeParse(text);
  if (!day.success) throw new InvalidArgumentError('not a date: YYYY-MM-DD');
  return day.data;
}

/** What becomes of a due day that is no workday. */
export function onHolidayOption(): Option {
  return new Option('--on-holiday <what>', 'a due day that is no workday stays or moves')
    .choices([...ON_HOLIDAY])
    .default('stays');
}
