import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/**
 * Makes a file the sample, with a date of its own. No step: it is no work of anybody.
 *
 * @param today ISO date
 */
export function markAsSample(db: WritableDb, today: string): void {
  prepared(
    db,
    'INSERT INTO sample (id, today) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET today = excluded.today',
  ).run(today);
}
