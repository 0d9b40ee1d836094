import type { Statement } from 'better-sqlite3';
import type { ReadableDb } from './handle.ts';

const known = new WeakMap<ReadableDb, Map<string, Statement>>();

/**
 * The statement of a text, compiled once for a connection. For statements that a large step runs for every row: a
 * paste of 10,000 cells would otherwise compile 40,000, which takes three times as long as running them.
 *
 * Do not change what it gives (`pluck`, `raw`): the next caller gets the same statement. The texts must be few, for
 * they stay as long as the connection.
 */
export function prepared(db: ReadableDb, sql: string): Statement {
  let statements = known.get(db);
  if (!statements) {
    statements = new Map();
    known.set(db, statements);
  }
  let statement = statements.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}
