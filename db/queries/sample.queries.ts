import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** The date (ISO) that the sample file has of its own; `null` for a file of real work. */
export function sampleDay(db: ReadableDb): string | null {
  const row = prepared(db, 'SELECT today FROM sample WHERE id = 1').get() as { readonly today: string } | undefined;
  return row?.today ?? null;
}
