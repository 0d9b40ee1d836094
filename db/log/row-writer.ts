import type { ReadableDb, WritableDb } from '#db/handle.ts';
import { prepared } from '#db/prepared.ts';
import { LOGGED_TABLES, type LoggedTable } from './logged-tables.ts';

export type RowValues = Readonly<Record<string, string | number | null>>;

export type RowWrite = {
  readonly table: LoggedTable;
  /** `null` inserts a new row. */
  readonly id: number | null;
  /** Columns to set; `null` deletes the row. */
  readonly values: RowValues | null;
  /** For an insert under a certain id: a deleted row that comes back, or a form whose workbook carries it already. */
  readonly restoreId?: number;
};

/** A row before and after, as the log keeps it: JSON of all columns in the table's order; `null`: not there. */
export type LoggedChange = {
  readonly table: LoggedTable;
  readonly id: number;
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * Applies one row write; nothing is logged yet. Only for commit-step.ts.
 *
 * SECURITY: table names come from LOGGED_TABLES and column names from our own commands or from rows this database
 * wrote into its log; values are always bound.
 */
export function writeRow(db: WritableDb, { table, id, values, restoreId }: RowWrite): LoggedChange {
  if (!LOGGED_TABLES.has(table)) throw new Error(`table ${table} is not under the log`);
  if (id === null) {
    if (values === null) throw new Error('an insert needs values');
    return insertRow(db, table, restoreId === undefined ? values : { ...values, id: restoreId });
  }
  const before = readRow(db, table, id);
  if (values === null) prepared(db, `DELETE FROM "${table}" WHERE id = ?`).run(id);
  else updateRow(db, table, id, values);
  return { table, id, before, after: values === null ? null : readRow(db, table, id) };
}

/** The row as the log keeps it. */
export function readRow(db: ReadableDb, table: LoggedTable, id: number): string | null {
  const row = prepared(db, `SELECT * FROM "${table}" WHERE id = ?`).get(id);
  return row === undefined ? null : JSON.stringify(row);
}

function insertRow(db: WritableDb, table: LoggedTable, values: RowValues): LoggedChange {
  const columns = Object.keys(values);
  const sql = `INSERT INTO "${table}" (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) RETURNING *`;
  // RETURNING * of a logged table always holds its integer id.
  const stored = prepared(db, sql).get(Object.values(values)) as { id: number };
  return { table, id: stored.id, before: null, after: JSON.stringify(stored) };
}

function updateRow(db: WritableDb, table: LoggedTable, id: number, values: RowValues): void {
  const columns = Object.keys(values);
  if (columns.length === 0) return;
  const sql = `UPDATE "${table}" SET ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE id = ?`;
  const { changes } = prepared(db, sql).run(...Object.values(values), id);
  if (changes !== 1) throw new Error(`${table} ${id} is not there`);
}

function quoted(column: string): string {
  if (!/^[a-z0-9_]+$/.test(column)) throw new Error(`not a column name: ${column}`);
  return `"${column}"`;
}
