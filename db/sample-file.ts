import fs from 'node:fs';
import Database from 'better-sqlite3';
import { refuseForeignHeader } from './open.ts';

/**
 * Whether a data file is the sample that comes with the program, whatever its format. Nothing is written but what a
 * program that was killed left half done.
 *
 * @throws AppError as {@link refuseForeignHeader}
 */
export function isSampleFile(file: string): boolean {
  refuseForeignHeader(file);
  const db = new Database(file, { readonly: !fs.existsSync(`${file}-journal`), fileMustExist: true });
  try {
    const table = db
      .prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'sample'`)
      .pluck()
      .get();
    return table === 1 && db.prepare('SELECT count(*) FROM sample').pluck().get() === 1;
  } finally {
    db.close();
  }
}
