import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

/** Commander's reader of a day. */
export function isoDay(text: string): string {
  const day = z.iso.date().safeParse(text);
  if (!day.success) throw new InvalidArgumentError('not a date: YYYY-MM-DD');
  return day.data;
}
