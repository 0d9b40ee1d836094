import type Database from 'better-sqlite3';
import { migration0010 } from './0010-initial.ts';

/** Written into the file's header: tells our data files from any other SQLite database ("ZRJZ"). */
export const APPLICATION_ID = 0x5a524a5a;

type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** In order; numbers rise in tens and are never re-used, old steps are never edited. */
export const MIGRATIONS: readonly Migration[] = [migration0010];

/** The format this program writes: the number of its last migration, kept in `user_version`. */
export const CURRENT_FORMAT = MIGRATIONS.at(-1)?.number ?? 0;

/** Brings the file to {@link CURRENT_FORMAT}: all pending steps in one transaction, or none. */
export function migrate(db: Database.Database): void {
  const found = Number(db.pragma('user_version', { simple: true }));
  const pending = MIGRATIONS.filter((migration) => migration.number > found);
  if (pending.length === 0) return;
  db.transaction(() => {
    for (const migration of pending) db.exec(migration.sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${CURRENT_FORMAT}`);
  }).immediate();
}
