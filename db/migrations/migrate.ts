import path from 'node:path';
import type Database from 'better-sqlite3';
import { APPLICATION_ID } from '#shared/data-file-header.ts';
import { AppError } from '#shared/errors.ts';
import { migration0010 } from './0010-initial.ts';
import { migration0020 } from './0020-task-structure.ts';
import { migration0030 } from './0030-year-of-progress.ts';
import { migration0040 } from './0040-returns-that-last.ts';
import { migration0050 } from './0050-what-a-year-needs.ts';
import { migration0060 } from './0060-what-leaves.ts';

type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** In order; numbers rise in tens and are never re-used, old steps are never edited. */
export const MIGRATIONS: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
  migration0060,
];

/** The format this program writes: the number of its last migration, kept in `user_version`. */
export const CURRENT_FORMAT = MIGRATIONS.at(-1)?.number ?? 0;

/**
 * Brings the file to {@link CURRENT_FORMAT}: all pending steps in one transaction, or none.
 * A table is changed by building it anew, which is why references rest meanwhile and are checked before the
 * commit: https://www.sqlite.org/lang_altertable.html section 7. The pragma does nothing inside a transaction.
 *
 * @throws AppError DATA_FILE_DAMAGED when a row points nowhere; the file is then as it was
 */
export function migrate(db: Database.Database): void {
  const found = formatOf(db);
  const pending = MIGRATIONS.filter((migration) => migration.number > found);
  if (pending.length === 0) return;
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const migration of pending) db.exec(migration.sql);
      const lost = db.pragma('foreign_key_check');
      if (!Array.isArray(lost) || lost.length > 0) {
        throw new AppError('DATA_FILE_DAMAGED', { file: path.basename(db.name) });
      }
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${CURRENT_FORMAT}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** The format a file is in; 0 for one just made. */
export function formatOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
