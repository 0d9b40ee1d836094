import type { ReadableDb } from '#db/handle.ts';
import { LOGGED_TABLES } from '#db/log/logged-tables.ts';
import { prepared } from '#db/prepared.ts';

/** Every row of every table under the log, as text: two equal snapshots are byte-equal data. */
export function snapshotDb(db: ReadableDb): string {
  return [...LOGGED_TABLES]
    .map((table) => `${table}\n${JSON.stringify(prepared(db, `SELECT * FROM "${table}" ORDER BY id`).all())}`)
    .join('\n');
}
