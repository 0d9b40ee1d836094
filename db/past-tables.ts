import type Database from 'better-sqlite3';
import type { StepId } from '#shared/domain/ids.ts';

type Column = { readonly name: string; readonly notnull: 0 | 1; readonly fallback: string | null };

/** Ends with the step by a view; it is what everything else is rolled back from. */
const THE_LOG: ReadonlySet<string> = new Set(['step', 'change']);

/**
 * Tables of a data file as they were right after a step, put in front of the present ones as temporary tables of the
 * same names on a connection of its own:
 *
 *   const tables = new PastTables(connection, stepId);
 *   tables.rollBack('SELECT … FROM progress …');   progress now is what it was
 *
 * A row is rolled back by the first later change that names it: its `before` is what stood after the step. Which
 * changes those are is read from the index change_by_row alone, for rows of the log are long; the rows themselves are
 * taken up inside SQLite, without coming here. A table that no later step touched stays the file's own.
 *
 * SECURITY: names of tables and columns come from the schema of the data file; values are always bound.
 */
export class PastTables {
  readonly #connection: Database.Database;
  readonly #lastChange: number;
  /** What a name in a query leads to: tables to roll back, for a view those it looks at. */
  readonly #tablesBehind: ReadonlyMap<string, readonly string[]>;
  readonly #rolledBack = new Set<string>();

  constructor(connection: Database.Database, stepId: StepId) {
    this.#connection = connection;
    const last = connection
      .prepare('SELECT id FROM main.change WHERE step_id <= ? ORDER BY step_id DESC, id DESC LIMIT 1')
      .get(stepId) as { readonly id: number } | undefined;
    this.#lastChange = last?.id ?? 0;
    // The log as it was then. The plus keeps SQLite from choosing an index for a bound that hardly narrows anything.
    connection.exec(`CREATE TEMP VIEW step AS SELECT * FROM main.step WHERE +id <= ${Number(stepId)};
                     CREATE TEMP VIEW change AS SELECT * FROM main.change WHERE +id <= ${this.#lastChange};`);
    this.#tablesBehind = this.#bringViews();
  }

  /** Rolls back what a statement names and is not rolled back yet. */
  rollBack(sql: string): void {
    for (const name of namesIn(sql)) {
      for (const table of this.#tablesBehind.get(name) ?? []) {
        if (this.#rolledBack.has(table)) continue;
        this.#rolledBack.add(table);
        this.#rollBackTable(table);
      }
    }
  }

  /** A view of the file looks at the file's own tables; the same words as a temporary view find the temporary ones. */
  #bringViews(): ReadonlyMap<string, readonly string[]> {
    const schema = this.#connection
      .prepare("SELECT type, name, sql FROM main.sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid")
      .all() as { readonly type: 'table' | 'view'; readonly name: string; readonly sql: string }[];
    const tables = schema.filter(({ type, name }) => type === 'table' && !THE_LOG.has(name)).map(({ name }) => name);
    const views = schema.filter(({ type }) => type === 'view');
    const behind = new Map<string, readonly string[]>(tables.map((table) => [table, [table]]));
    for (const { name, sql } of views) {
      behind.set(name, [...new Set([...namesIn(sql)].flatMap((used) => behind.get(used) ?? []))]);
      this.#connection.exec(sql.replace(/^CREATE VIEW/iu, 'CREATE TEMP VIEW'));
    }
    return behind;
  }

  #rollBackTable(table: string): void {
    const connection = this.#connection;
    connection.exec(
      'CREATE TEMP TABLE IF NOT EXISTS past_row (row_id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL)',
    );
    connection.exec('DELETE FROM temp.past_row');
    const { changes } = connection
      .prepare(
        `INSERT INTO temp.past_row SELECT row_id, min(id) FROM main.change
         WHERE table_name = ? AND id > ? GROUP BY row_id`,
      )
      .run(table, this.#lastChange);
    if (changes === 0) return;
    const columns = connection
      .prepare('SELECT name, "notnull", dflt_value AS fallback FROM main.pragma_table_info(?)')
      .all(table) as Column[];
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const numbered = columns.some(({ name }) => name === 'number');
    const logged = columns.map((column) => loggedValue(column, numbered)).join(', ');
    const schema = connection
      .prepare(
        "SELECT type, sql FROM main.sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL",
      )
      .all(table) as { readonly type: 'table' | 'index'; readonly sql: string }[];
    for (const { type, sql } of schema)
      if (type === 'table') connection.exec(sql.replace(/^CREATE TABLE/iu, 'CREATE TEMP TABLE'));
    connection.exec(
      `INSERT INTO temp."${table}" (${names}) SELECT ${names} FROM main."${table}"
         WHERE id NOT IN (SELECT row_id FROM temp.past_row);
       INSERT INTO temp."${table}" (${names}) SELECT ${logged}
         FROM temp.past_row CROSS JOIN main.change ON main.change.id = past_row.change_id WHERE before IS NOT NULL;`,
    );
    // Afterwards: an index is quicker made of many rows than kept up with each.
    for (const { type, sql } of schema)
      if (type === 'index') connection.exec(sql.replace(/^(CREATE (?:UNIQUE )?INDEX) /iu, '$1 temp.'));
  }
}

/**
 * A column of a logged row. A row logged in an older format lacks columns that came later: it gets what the migration
 * gave to old rows.
 */
function loggedValue({ name, notnull, fallback }: Column, numbered: boolean): string {
  const value = `before ->> '$.${name}'`;
  // A task of format 10: the migration to 20 took its place from its number.
  if (name === 'position' && numbered) return `coalesce(${value}, (before ->> '$.number') * 1024)`;
  return notnull === 1 && fallback !== null ? `coalesce(${value}, ${fallback})` : value;
}

function namesIn(sql: string): ReadonlySet<string> {
  return new Set(sql.match(/[a-z_]+/gu));
}
