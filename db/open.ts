import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { HEADER_BYTES, isDataFileHeader, isSqliteHeader } from '#shared/data-file-header.ts';
import { AppError } from '#shared/errors.ts';
import { hasErrno, writeWhole } from './files/write-whole.ts';
import type { WritableDb } from './handle.ts';
import { backUpBeforeMigrating } from './migrations/back-up.ts';
import { CURRENT_FORMAT, formatOf, migrate } from './migrations/migrate.ts';
import { setPragmas } from './pragmas.ts';
import { forbidden, mayWrite, toAppError } from './sqlite-error.ts';

/** Offset in the database header: https://www.sqlite.org/fileformat.html section 1.3 */
const USER_VERSION_AT = 60;

/**
 * Opens an existing data file, checks it, and brings its format up to date; a file of an older format is copied
 * aside first.
 * The header is read before SQLite is let near the file, so a file that is not ours is never written to.
 *
 * @param file path of the data file
 * @throws AppError DATA_FILE_MISSING | DATA_FILE_FOREIGN | DATA_FILE_NEWER | DATA_FILE_DAMAGED |
 *   DATA_FILE_READ_ONLY | DATA_FOLDER_READ_ONLY | DATA_FILE_BUSY | FILE_UNREADABLE — in every case the file is left as it was
 */
export function openDataFile(file: string): WritableDb {
  return openChecked(file, refuseDamage);
}

/**
 * The same, but of what is in {@link CHECKED_LATER} nothing is checked: the log of a year is nine tenths of a file, and
 * no screen shows it first.
 *
 * @returns `checkRest` checks the whole file and is to be called before anything is written, or read of those tables
 * @throws AppError as {@link openDataFile}; `checkRest`: DATA_FILE_DAMAGED
 */
export function openDataFileToShow(file: string): { readonly db: WritableDb; readonly checkRest: () => void } {
  const db = openChecked(file, refuseDamageOfShown);
  return {
    db,
    checkRest: () => {
      try {
        refuseDamage(db, file);
      } catch (error) {
        throw toAppError(error, file);
      }
    },
  };
}

/**
 * Opens a data file that may not be written to, or shall not be: everything can be read of it, every step is refused.
 * A file of an older format cannot be brought up to date there, and is refused.
 *
 * @throws AppError as {@link openDataFile}; DATA_FILE_READ_ONLY for an older format
 */
export function openDataFileToRead(file: string): WritableDb {
  refuseForeignHeader(file);
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    setPragmas(db);
    refuseDamage(db, file);
    if (formatOf(db) < CURRENT_FORMAT) {
      throw new AppError('DATA_FILE_READ_ONLY', { file: path.basename(file), folder: path.dirname(file) });
    }
    // Writable by its type alone: SQLite refuses each step, and the refusal has a sentence.
    return db as WritableDb;
  } catch (error) {
    db?.close();
    throw toAppError(error, file);
  }
}

function openChecked(file: string, check: typeof refuseDamage): WritableDb {
  refuseForeignHeader(file);
  // Fails early on a read-only file or folder; SQLite would only notice at the first write.
  const refusal = forbidden(file);
  if (refusal !== undefined) throw new AppError(refusal, { file: path.basename(file), folder: path.dirname(file) });
  return connect(file, { mustExist: true, check });
}

/** A database in memory with every migration: for tests and for trying a plan without keeping it. */
export function openMemory(): WritableDb {
  return connect(':memory:', { mustExist: false });
}

/**
 * Makes a new data file and fills it, or leaves nothing behind.
 *
 * @param file where it shall be
 * @param fill writes the first content
 * @throws AppError DATA_FILE_EXISTS | FOLDER_MISSING | FOLDER_READ_ONLY | DISK_FULL
 */
export function createDataFile(file: string, fill: (db: WritableDb) => void): void {
  const name = path.basename(file);
  if (fs.existsSync(file)) throw new AppError('DATA_FILE_EXISTS', { file: name });
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) throw new AppError('FOLDER_MISSING', { folder });
  if (!mayWrite(folder)) throw new AppError('FOLDER_READ_ONLY', { folder });
  try {
    writeWhole(file, (draft) => {
      const db = connect(draft, { mustExist: false });
      try {
        fill(db);
      } finally {
        db.close();
      }
    });
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) throw new AppError('DATA_FILE_EXISTS', { file: name }, { cause: error });
    throw error;
  }
}

/**
 * Looks at a file's first bytes, before SQLite is let near it.
 *
 * @throws AppError DATA_FILE_MISSING | DATA_FILE_FOREIGN | DATA_FILE_NEWER | DATA_FILE_DAMAGED | DATA_FILE_BUSY |
 *   FILE_UNREADABLE
 */
export function refuseForeignHeader(file: string): void {
  const name = path.basename(file);
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    const descriptor = fs.openSync(file, 'r');
    try {
      fs.readSync(descriptor, header, 0, HEADER_BYTES, 0);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT', 'ENOTDIR')) throw new AppError('DATA_FILE_MISSING', { file: name }, { cause });
    if (hasErrno(cause, 'EISDIR')) throw new AppError('DATA_FILE_FOREIGN', { file: name }, { cause });
    // Held by a program that lets nobody else in: a virus scanner, a synchronising folder.
    if (hasErrno(cause, 'EBUSY')) throw new AppError('DATA_FILE_BUSY', { file: name }, { cause });
    if (hasErrno(cause, 'EACCES', 'EPERM')) {
      throw new AppError('FILE_UNREADABLE', { file: name, reason: '没有读取权限' }, { cause });
    }
    throw cause;
  }
  if (!isSqliteHeader(header)) {
    // Our own extension with a foreign beginning: far more likely a damaged file than someone else's.
    throw new AppError(name.endsWith('.db') ? 'DATA_FILE_DAMAGED' : 'DATA_FILE_FOREIGN', { file: name });
  }
  if (!isDataFileHeader(header)) throw new AppError('DATA_FILE_FOREIGN', { file: name });
  const found = header.readUInt32BE(USER_VERSION_AT);
  if (found > CURRENT_FORMAT) throw new AppError('DATA_FILE_NEWER', { file: name, found, known: CURRENT_FORMAT });
}

function refuseDamage(db: Database.Database, file: string): void {
  refuseUnlessOk(db, file, 'quick_check(1)');
}

/** Large tables of which overview, matrix and ledger show at most a count. */
const CHECKED_LATER = ['change', 'form_item', 'return_item', 'stored_file'];

/** A file of an older format is about to be written to, and is checked whole. */
function refuseDamageOfShown(db: Database.Database, file: string): void {
  if (formatOf(db) < CURRENT_FORMAT) {
    refuseDamage(db, file);
    return;
  }
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  for (const name of names) {
    if (!CHECKED_LATER.includes(name)) refuseUnlessOk(db, file, `quick_check("${name}")`);
  }
}

function refuseUnlessOk(db: Database.Database, file: string, check: string): void {
  const verdict: unknown = db.pragma(check, { simple: true });
  if (verdict !== 'ok') throw new AppError('DATA_FILE_DAMAGED', { file: path.basename(file) });
}

function connect(
  file: string,
  options: { readonly mustExist: boolean; readonly check?: typeof refuseDamage },
): WritableDb {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { fileMustExist: options.mustExist });
    if (file !== ':memory:') setPragmas(db);
    else db.pragma('foreign_keys = ON');
    (options.check ?? refuseDamage)(db, file);
    if (formatOf(db) < CURRENT_FORMAT) {
      const copy = options.mustExist ? backUpBeforeMigrating(db, file) : null;
      try {
        migrate(db);
      } catch (error) {
        // The file is as it was; a copy for every attempt to open it would only fill the folder.
        if (copy !== null) fs.rmSync(copy, { force: true });
        throw error;
      }
      refuseDamage(db, file);
    }
    // The one place where the brand is given: this function has just made the connection safe to write to.
    return db as WritableDb;
  } catch (error) {
    db?.close();
    throw toAppError(error, file);
  }
}
