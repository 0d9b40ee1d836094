import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { formatOf } from './migrate.ts';

/**
 * Copies a data file beside itself before its format is changed, and checks the copy: 责任矩阵（升级前备份）.db.
 * An older copy is never replaced; the next one is numbered.
 *
 * @param db the open file, which SQLite copies: a plain file copy could miss what a crash left in the journal
 * @returns path of the copy
 * @throws SqliteError when the copy cannot be written | Error when it does not read back as it should; the data file
 *   is then as it was
 */
export function backUpBeforeMigrating(db: Database.Database, file: string): string {
  const target = freeName(file);
  try {
    db.prepare('VACUUM INTO ?').run(target);
    checkCopy(target, formatOf(db));
  } catch (error) {
    fs.rmSync(target, { force: true });
    throw error;
  }
  return target;
}

function freeName(file: string): string {
  const { dir, name, ext } = path.parse(file);
  for (let count = 1; ; count++) {
    const candidate = path.join(dir, `${name}（升级前备份${count === 1 ? '' : count}）${ext}`);
    if (!fs.existsSync(candidate)) return candidate;
  }
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
