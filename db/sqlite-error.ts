import path from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

/**
 * Translates SQLite's own failures into ours. Anything that is no SQLite failure comes back as it is.
 *
 * @param error what was thrown
 * @param file path of the data file, for the sentence
 */
export function toAppError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const details = { file: path.basename(file) };
  // Extended codes (SQLITE_BUSY_SNAPSHOT, SQLITE_READONLY_DBMOVED …) start with the primary one.
  const is = (primary: string) => error.code === primary || error.code.startsWith(`${primary}_`);
  if (is('SQLITE_BUSY') || is('SQLITE_LOCKED')) return new AppError('DATA_FILE_BUSY', details, { cause: error });
  if (is('SQLITE_FULL')) return new AppError('DISK_FULL', details, { cause: error });
  if (is('SQLITE_READONLY') || is('SQLITE_CANTOPEN') || is('SQLITE_PERM')) {
    return new AppError('DATA_FILE_READ_ONLY', details, { cause: error });
  }
  if (is('SQLITE_CORRUPT') || is('SQLITE_NOTADB') || is('SQLITE_IOERR')) {
    return new AppError('DATA_FILE_DAMAGED', details, { cause: error });
  }
  return error;
}

/** Whether a write was refused by a key, a reference or a check of the schema. */
export function isConstraintFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
}
