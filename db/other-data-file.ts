import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { hasErrno } from './files/write-whole.ts';
import type { ReadableDb } from './handle.ts';
import { formatOf, MIGRATIONS } from './migrations/migrate.ts';
import { openDataFile, refuseForeignHeader } from './open.ts';
import { toAppError } from './sqlite-error.ts';

/** Another data file as it is kept: its bytes and their hash. */
export type KeptDataFile = { readonly content: Uint8Array; readonly sha256: string };

/**
 * Larger than any county's year, and what one row of ours can hold. A larger file is refused; raising it costs as much
 * memory.
 */
export const OTHER_FILE_BYTES_MAX = 256 * 1024 * 1024;

/**
 * Reads another data file without touching it: a copy is made in a temporary folder, brought up to date, read, and
 * removed. Nothing of it can write, and nothing in it that this program did not put there is run.
 *
 * @param file path of the other file
 * @param ownFile path of the open data file, which is no other
 * @param read what to ask; its answer must not hold on to the handle, which is closed afterwards
 * @throws AppError DATA_FILE_SAME, FILE_TOO_LARGE, and those of openDataFile; DATA_FILE_BUSY also for one that another
 *   program is changing, or has left half changed
 */
export function readOtherDataFile<Answer>(
  file: string,
  ownFile: string,
  read: (other: ReadableDb, kept: KeptDataFile) => Answer,
): Answer {
  refuseForeignHeader(file);
  if (isSameFile(file, ownFile)) throw new AppError('DATA_FILE_SAME', { file: path.basename(file) });
  const bytes = wholeFile(file);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-other-'));
  try {
    // Under its own name, so that a refusal names the file the clerk chose.
    const copy = path.join(folder, path.basename(file));
    fs.writeFileSync(copy, bytes);
    refuseOtherSchema(copy);
    const kept = withoutNestedFiles(copy, bytes);
    const db = openDataFile(copy);
    try {
      return read(db, { content: kept, sha256: createHash('sha256').update(kept).digest('hex') });
    } finally {
      db.close();
    }
  } catch (error) {
    throw toAppError(error, file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function isSameFile(file: string, own: string): boolean {
  const [one, other] = [fs.realpathSync(file), fs.realpathSync(own)];
  return one.toLowerCase() === other.toLowerCase();
}

/** The bytes of a file that nobody changes meanwhile. */
function wholeFile(file: string): Uint8Array {
  const details = { file: path.basename(file) };
  const stateOf = (): string => {
    // What SQLite keeps beside a file while it is being changed, or after a crash: without it the file is no whole.
    if (['-journal', '-wal'].some((ending) => (fs.statSync(file + ending, { throwIfNoEntry: false })?.size ?? 0) > 0)) {
      throw new AppError('DATA_FILE_BUSY', details);
    }
    const { size, mtimeMs } = fs.statSync(file);
    if (size > OTHER_FILE_BYTES_MAX) {
      throw new AppError('FILE_TOO_LARGE', { ...details, limit: `${OTHER_FILE_BYTES_MAX / 1024 / 1024} MB` });
    }
    return `${size} ${mtimeMs}`;
  };
  try {
    const before = stateOf();
    const bytes = fs.readFileSync(file);
    if (stateOf() !== before) throw new AppError('DATA_FILE_BUSY', details);
    return bytes;
  } catch (error) {
    if (hasErrno(error, 'EBUSY')) throw new AppError('DATA_FILE_BUSY', details, { cause: error });
    throw error;
  }
}

/**
 * SECURITY: a data file from outside may hold views and triggers of somebody else's making, which would run when it is
 * brought up to date or read. Only one whose tables, views and triggers are those that this program makes is opened.
 */
function refuseOtherSchema(copy: string): void {
  const other = new Database(copy, { readonly: true, fileMustExist: true });
  const own = new Database(':memory:');
  try {
    const format = formatOf(other);
    for (const { number, sql } of MIGRATIONS) if (number <= format) own.exec(sql);
    if (schemaOf(other) !== schemaOf(own)) throw new AppError('DATA_FILE_FOREIGN', { file: path.basename(copy) });
  } finally {
    other.close();
    own.close();
  }
}

function schemaOf(db: Database.Database): string {
  const sql = `SELECT type, name, tbl_name, sql FROM sqlite_schema
               WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`;
  return JSON.stringify(db.prepare(sql).raw().all());
}

const NESTED = `sha256 IN (SELECT sha256 FROM stored_file
                           WHERE substr(content, 1, 16) = CAST('SQLite format 3' || char(0) AS BLOB))`;

/**
 * What is kept of the other file: its very bytes, unless it keeps data files itself, ours perhaps among them. Those are
 * emptied: two clerks who exchange their files every month would else keep each other's twice over each time.
 */
function withoutNestedFiles(copy: string, bytes: Uint8Array): Uint8Array {
  const db = new Database(copy, { fileMustExist: true });
  try {
    const nested = db.prepare(`SELECT count(*) FROM stored_file WHERE ${NESTED} AND length(content) > 0`).pluck().get();
    if (nested === 0) return bytes;
    const guard = 'stored_file_is_final_update';
    const trigger = db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?").pluck().get(guard);
    db.exec(`DROP TRIGGER ${guard}`);
    db.exec(`UPDATE stored_file SET content = x'' WHERE ${NESTED}`);
    db.exec(String(trigger));
    db.exec('VACUUM');
  } finally {
    db.close();
  }
  return fs.readFileSync(copy);
}
