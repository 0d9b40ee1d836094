import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';

/** What SQLite says of a file whose content is wrong, as against one that it cannot get at. */
const DAMAGE = [
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_DATA',
  'SQLITE_IOERR_CORRUPTFS',
];

/** Said of a file that cannot be got at, for any of several reasons. */
const UNREACHED = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_IOERR'];

/**
 * Translates SQLite's own failures into ours. Anything that is no SQLite failure comes back as it is.
 *
 * @param error what was thrown
 * @param file path of the data file
 */
export function toAppError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const details = { file: path.basename(file), folder: path.dirname(file) };
  // Extended codes (SQLITE_BUSY_SNAPSHOT, SQLITE_READONLY_DBMOVED …) start with the primary one.
  const isOneOf = (codes: readonly string[]) =>
    codes.some((code) => error.code === code || error.code.startsWith(`${code}_`));
  if (isOneOf(['SQLITE_BUSY', 'SQLITE_LOCKED'])) return new AppError('DATA_FILE_BUSY', details, { cause: error });
  if (isOneOf(['SQLITE_FULL'])) return new AppError('DISK_FULL', details, { cause: error });
  if (isOneOf(DAMAGE)) return new AppError('DATA_FILE_DAMAGED', details, { cause: error });
  if (isOneOf(UNREACHED)) return new AppError(obstacle(error.code, file), details, { cause: error });
  return error;
}

/**
 * What keeps SQLite from a data file that was open or was to be opened. It says nearly the same when the file was moved
 * away, replaced, or may not be written to, and the clerk must do something else in each case: the disk is asked.
 */
function obstacle(code: string, file: string): ErrorCode {
  if (!fs.existsSync(file)) return 'DATA_FILE_MOVED';
  // Another file stands in its place: SQLite compares it with the one it holds.
  if (code === 'SQLITE_READONLY_DBMOVED') return 'DATA_FILE_REPLACED';
  return forbidden(file) ?? (code.startsWith('SQLITE_IOERR') ? 'DATA_FILE_IO' : 'DATA_FILE_READ_ONLY');
}

/** Whether this program may write to a file or into a folder. Windows does not tell of folders: the writing then does. */
export function mayWrite(place: string): boolean {
  try {
    fs.accessSync(place, fs.constants.W_OK);
    return true;
  } catch {
    // Whatever the reason, it may not.
    return false;
  }
}

/** Whether the file, or the folder in which its journal must be written, may not be written to. */
export function forbidden(file: string): 'DATA_FILE_READ_ONLY' | 'DATA_FOLDER_READ_ONLY' | undefined {
  if (!mayWrite(file)) return 'DATA_FILE_READ_ONLY';
  return mayWrite(path.dirname(file)) ? undefined : 'DATA_FOLDER_READ_ONLY';
}

/** Whether a write was refused by a key, a reference or a check of the schema. */
export function isConstraintFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
}
