import Database from 'better-sqlite3';
import type { StepId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { PastTables } from './past-tables.ts';
import { prepared } from './prepared.ts';

/**
 * The data file as it was right after a step: any query may be asked of it, with the same words as of the present.
 * The log ends with that step; files that came in are not rolled back, for they are only ever added to.
 */
export type Past = {
  readonly db: ReadableDb;
  /** Somebody has written to the data file since: what is read from now on may no longer hold together. */
  readonly isStale: () => boolean;
  readonly close: () => void;
};

/**
 * Opens a moment of the past. It costs nothing until something is asked: a table is rolled back when a query names it
 * for the first time (past-tables.ts).
 *
 * @throws AppError STEP_UNKNOWN
 */
export function openPast(db: ReadableDb, stepId: StepId): Past {
  const known = prepared(db, 'SELECT 1 FROM step WHERE id = ?').get(stepId);
  if (known === undefined) throw new AppError('STEP_UNKNOWN', { step: stepId });
  const connection = secondConnection(db);
  try {
    connection.pragma('temp_store = MEMORY');
    // Tables are rolled back one by one, and a row may lean on one of a table that nobody has asked for.
    connection.pragma('foreign_keys = OFF');
    const opened = versionOf(connection);
    const tables = new PastTables(connection, stepId);
    const past: Pick<Database.Database, 'prepare'> = {
      // SQLite finds a temporary table before the file's own of that name.
      prepare: (sql: string) => {
        tables.rollBack(sql);
        return connection.prepare(sql);
      },
    };
    return {
      // The one place where this brand is given: nothing but reading can be done with it.
      db: past as ReadableDb,
      isStale: () => versionOf(connection) !== opened,
      close: () => void connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Beside the one that writes. A database in memory has no second door: it is copied. */
function secondConnection(db: ReadableDb): Database.Database {
  const [main] = prepared(db, "SELECT file FROM pragma_database_list WHERE name = 'main'").all() as {
    readonly file: string | null;
  }[];
  if (main?.file) return new Database(main.file, { readonly: true, fileMustExist: true });
  // The same connection, told apart by the type checker only: see handle.ts.
  return new Database((db as WritableDb).serialize());
}

function versionOf(connection: Database.Database): unknown {
  return connection.pragma('data_version', { simple: true });
}
