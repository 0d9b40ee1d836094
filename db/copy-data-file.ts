import path from 'node:path';
import Database from 'better-sqlite3';
import { hasErrno, writeWhole } from '#db/files/write-whole.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from './handle.ts';

/**
 * Copies the open data file through SQLite, checked before it gets its name; nothing is replaced.
 *
 * @param target full path
 * @throws AppError DATA_FILE_EXISTS; Error of the system, or when the copy is not sound; nothing is left then
 */
export function copyDataFile(db: ReadableDb, target: string): void {
  try {
    writeWhole(target, (draft) => {
      db.prepare('VACUUM INTO ?').run(draft);
      const copy = new Database(draft, { readonly: true, fileMustExist: true });
      try {
        if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('the copy is not sound');
      } finally {
        copy.close();
      }
    });
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) {
      throw new AppError('DATA_FILE_EXISTS', { file: path.basename(target) }, { cause: error });
    }
    throw error;
  }
}
