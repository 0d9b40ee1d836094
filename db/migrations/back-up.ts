import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { hasErrno, writeWhole } from '#db/files/write-whole.ts';
import { formatOf } from './migrate.ts';

/**
 * Copies a data file beside itself before its format is changed, and checks the copy: 责任矩阵（升级前备份）.db.
 * Under that name stands a whole copy or none. An older copy is never replaced; the next one is numbered.
 *
 * @param db the open file, which SQLite copies: a plain file copy could miss what a crash left in the journal
 * @returns path of the copy
 * @throws SqliteError when the copy cannot be written | Error when it does not read back as it should; the data file
 *   is then as it was
 */
export function backUpBeforeMigrating(db: Database.Database, file: string): string {
  const format = formatOf(db);
  for (let count = 1; ; count++) {
    const target = nameOf(file, count);
    if (fs.existsSync(target)) continue;
    try {
      writeWhole(target, (draft) => {
        db.prepare('VACUUM INTO ?').run(draft);
        checkCopy(draft, format);
      });
      return target;
    } catch (error) {
      // Another program took the name while the copy was made.
      if (!hasErrno(error, 'EEXIST')) throw error;
    }
  }
}

function nameOf(file: string, count: number): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}（升级前备份${count === 1 ? '' : count}）${ext}`);
}

function checkCopy(file: string, format: number): void {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const verdict: unknown = copy.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok' || formatOf(copy) !== format) throw new Error(`the copy before migrating is not sound`);
  } finally {
    copy.close();
  }
}
