import type { ReadableDb } from '#db/handle.ts';
import { LOGGED_TABLES } from '#db/log/logged-tables.ts';
import { prepared } from '#db/prepared.ts';

/**
 * Every row of every table under the log, as text: two equal snapshots are byte-equal data.
 *
 * @param except tables that are left out
 */
export function snapshotDb(db: ReadableDb, except: readonly string[] = []): string {
  return [...LOGGED_TABLES]
    .filter((table) => !except.includes(table))
    .map((table) => `${table}\n${JSON.stringify(prepared(db, `SELECT * FROM "${table}" ORDER BY id`).all())}`)
    .join('\n');
}
