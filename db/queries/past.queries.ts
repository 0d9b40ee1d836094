import Database from 'better-sqlite3';
import type { StepId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb, WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { findStep } from './step.queries.ts';

/** Not rolled back: the log itself, and what is only ever added to. Their tables are there, and empty. */
const NOT_COPIED: ReadonlySet<string> = new Set([
  'step',
  'change',
  'stored_file',
  'stored_reading',
  'return_draft',
  'sample',
]);

type Column = { readonly name: string; readonly fallback: string | null };
type Values = Readonly<Record<string, string | number | null>>;

/**
 * Answers any query as it would have been answered right after a step: the data is copied into memory, with the rows
 * that later steps touched as they were before, and given to the queries as a data file of its own.
 *
 *   readAsAfter(db, stepId, (past) => listTasks(past, planId))
 *
 * A row is rolled back by the first later change that names it; its `before` is what stood after the step. The log
 * and the returned workbooks are not part of the past.
 *
 * @param read what to ask; its answer must not hold on to the handle, which is closed afterwards
 * @throws AppError STEP_UNKNOWN
 */
export function readAsAfter<Answer>(db: ReadableDb, stepId: StepId, read: (past: ReadableDb) => Answer): Answer {
  if (!findStep(db, stepId)) throw new AppError('STEP_UNKNOWN', { step: stepId });
  // Only this module writes to it; to everybody else it is a file that can be read.
  const past = new Database(':memory:') as WritableDb;
  try {
    // Rows come table by table, and once they are all there they hold together as they did then.
    past.pragma('foreign_keys = OFF');
    past.transaction(() => copyAsAfter(db, stepId, past))();
    return read(past);
  } finally {
    past.close();
  }
}

function copyAsAfter(db: ReadableDb, stepId: StepId, past: WritableDb): void {
  const schema = prepared(
    db,
    `SELECT type, name, sql FROM sqlite_schema
     WHERE type <> 'trigger' AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`,
  ).all() as { readonly type: string; readonly name: string; readonly sql: string }[];
  const tables = schema.filter(({ type }) => type === 'table');
  for (const { sql } of tables) past.exec(sql);
  const rolledBack = rowsBefore(db, stepId);
  for (const { name } of tables) {
    if (!NOT_COPIED.has(name)) copyTable(db, past, name, rolledBack.get(name) ?? new Map());
  }
  // Indexes and views afterwards: an index is quicker made of many rows than kept up with each.
  for (const { type, sql } of schema) if (type !== 'table') past.exec(sql);
}

/** Rows that later steps touched, by table and id, as they were before the first of them; `null`: not there. */
function rowsBefore(db: ReadableDb, stepId: StepId): ReadonlyMap<string, ReadonlyMap<number, Values | null>> {
  const changes = prepared(
    db,
    `SELECT table_name AS name, row_id AS id, before FROM change
     WHERE id IN (SELECT min(id) FROM change WHERE step_id > ? GROUP BY table_name, row_id)`,
  ).all(stepId) as { readonly name: string; readonly id: number; readonly before: string | null }[];
  return new Map(
    [...Map.groupBy(changes, ({ name }) => name)].map(([name, rows]) => [
      name,
      // The log holds rows of this database as it wrote them: texts, numbers and null.
      new Map(rows.map(({ id, before }) => [id, before === null ? null : (JSON.parse(before) as Values)])),
    ]),
  );
}

/** SECURITY: names of tables and columns come from the schema of the data file; values are always bound. */
function copyTable(
  db: ReadableDb,
  past: WritableDb,
  table: string,
  rolledBack: ReadonlyMap<number, Values | null>,
): void {
  const columns = prepared(db, 'SELECT name, dflt_value AS fallback FROM pragma_table_info(?)').all(table) as Column[];
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const insert = past.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  const present = db.prepare(`SELECT ${names} FROM "${table}"`).raw().iterate() as Iterable<readonly unknown[]>;
  const id = columns.findIndex(({ name }) => name === 'id');
  for (const row of present) if (!rolledBack.has(Number(row[id]))) insert.run(row);
  for (const row of rolledBack.values())
    if (row !== null) insert.run(columns.map((column) => columnValue(row, column)));
}

/** A row logged in an older format lacks columns that came later: it gets what the migration gave to old rows. */
function columnValue(row: Values, { name, fallback }: Column): Values[string] {
  const value = row[name];
  if (value !== undefined) return value;
  // A task of format 10: the migration to 20 took its place from its number.
  if (name === 'position') return Number(row['number']) * 1024;
  if (fallback === null) return null;
  return fallback.startsWith("'") ? fallback.slice(1, -1) : Number(fallback);
}
