import type { StepId } from '#shared/domain/ids.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import type { CellRef, StepOrigin } from '#shared/domain/views.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { actor } from './actor.ts';
import { checkInvariants } from './invariants.ts';
import { LOGGED_TABLES, type LoggedTable } from './logged-tables.ts';
import { touchedCells } from './touched-cells.ts';

/**
 * The one write path. Every change of the data file, whoever makes it, is a list of row writes given to
 * {@link commitStep}, which applies them and logs before and after of each row in one transaction:
 *
 *   commitStep(db, { code: 'matrix.setRoles', label: '设为牵头', … }, [
 *     { table: 'assignment', id: null, values: { task_id: 5, agency_id: 3, role: 'lead', … } },   insert
 *     { table: 'assignment', id: 17, values: { role: 'lead' } },                                  update
 *     { table: 'progress', id: 8, values: null },                                                 delete
 *   ]);
 *
 * Undo needs nothing else: it writes each row's `before` back (history.commands.ts).
 */
export type RowValues = Readonly<Record<string, string | number | null>>;

export type RowWrite = {
  readonly table: LoggedTable;
  /** `null` inserts a new row. */
  readonly id: number | null;
  /** Columns to set; `null` deletes the row. */
  readonly values: RowValues | null;
  /** For an insert that brings a deleted row back under its old id. */
  readonly restoreId?: number;
};

export type StepMeta = {
  readonly kind?: 'do' | 'undo' | 'redo';
  /** `area.verbObject`; kept in the log for ever. */
  readonly code: string;
  /** Chinese label for the history and the undo menu. */
  readonly label: string;
  readonly origin: StepOrigin;
  /** When, as ISO date and time. */
  readonly at: string;
  readonly undoable?: boolean;
  readonly reverses?: StepId;
};

/** Who wants a step, and when (ISO date and time): what every command is told besides its own matter. */
export type Made = { readonly origin: 'window' | 'command-line'; readonly at: string };

export type CommittedStep = {
  readonly stepId: StepId;
  readonly label: string;
  readonly savedAt: string;
  readonly touched: readonly CellRef[];
  /** Row ids in the order of the writes; a deleted or untouched row keeps its id. */
  readonly rowIds: readonly number[];
};

/**
 * Applies row writes as one step: all of them on disk, with their log, or none.
 *
 * @param db the data file
 * @param meta what the step is called, by whom, when
 * @param writes the rows; those that change nothing are left out of the log
 * @throws AppError NOTHING_TO_CHANGE when no row changes, and those of invariants.ts
 */
export function commitStep(db: WritableDb, meta: StepMeta, writes: readonly RowWrite[]): CommittedStep {
  return db.transaction(() => writeStep(db, meta, (writer) => writes.map((row) => writer(row)))).immediate();
}

/** Like {@link commitStep} for writes that depend on ids of earlier ones: `build` is handed the row writer. */
export function commitStepWith(
  db: WritableDb,
  meta: StepMeta,
  build: (write: (row: RowWrite) => number) => void,
): CommittedStep {
  return db
    .transaction(() =>
      writeStep(db, meta, (writer) => {
        const ids: number[] = [];
        build((row) => {
          const id = writer(row);
          ids.push(id);
          return id;
        });
        return ids;
      }),
    )
    .immediate();
}

type LoggedChange = {
  readonly table: LoggedTable;
  readonly id: number;
  readonly before: string | null;
  readonly after: string | null;
};

function writeStep(
  db: WritableDb,
  meta: StepMeta,
  run: (writer: (row: RowWrite) => number) => number[],
): CommittedStep {
  // Rows may reference rows that come later in the same step (a restored group, an undone plan).
  db.pragma('defer_foreign_keys = ON');
  const stepId = StepIdSchema.parse(
    db
      .prepare(
        `INSERT INTO step (kind, code, label, origin, at, actor, undoable, reverses)
         VALUES (@kind, @code, @label, @origin, @at, @actor, @undoable, @reverses) RETURNING id`,
      )
      .pluck()
      .get({
        kind: meta.kind ?? 'do',
        code: meta.code,
        label: meta.label,
        origin: meta.origin,
        at: meta.at,
        actor,
        undoable: meta.undoable === false ? 0 : 1,
        reverses: meta.reverses ?? null,
      }),
  );
  const insertChange = db.prepare(
    'INSERT INTO change (step_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  const changes: LoggedChange[] = [];
  const rowIds = run((row) => {
    const change = applyRow(db, row);
    if (change.before !== change.after) {
      insertChange.run(stepId, change.table, change.id, change.before, change.after);
      changes.push(change);
    }
    return change.id;
  });
  if (changes.length === 0) throw new AppError('NOTHING_TO_CHANGE');
  checkInvariants(db, new Set(changes.map((change) => change.table)));
  return { stepId, label: meta.label, savedAt: meta.at, touched: touchedCells(changes), rowIds };
}

function applyRow(db: WritableDb, row: RowWrite): LoggedChange {
  const { table } = row;
  if (!LOGGED_TABLES.has(table)) throw new Error(`table ${table} is not under the log`);
  if (row.id === null) {
    if (row.values === null) throw new Error('an insert needs values');
    const values = row.restoreId === undefined ? row.values : { ...row.values, id: row.restoreId };
    const after = insertRow(db, table, values);
    return { table, id: after.id, before: null, after: after.json };
  }
  const before = readRow(db, table, row.id);
  if (row.values === null) {
    prepared(db, `DELETE FROM "${table}" WHERE id = ?`).run(row.id);
    return { table, id: row.id, before, after: null };
  }
  updateRow(db, table, row.id, row.values);
  return { table, id: row.id, before, after: readRow(db, table, row.id) };
}

// SECURITY: table names come from LOGGED_TABLES and column names from our own commands or from rows this
// database wrote into its log; values are always bound.
function insertRow(db: WritableDb, table: LoggedTable, values: RowValues): { id: number; json: string } {
  const columns = Object.keys(values);
  const sql = `INSERT INTO "${table}" (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) RETURNING *`;
  // RETURNING * of a logged table always holds its integer id.
  const stored = prepared(db, sql).get(Object.values(values)) as { id: number };
  return { id: stored.id, json: JSON.stringify(stored) };
}

function updateRow(db: WritableDb, table: LoggedTable, id: number, values: RowValues): void {
  const columns = Object.keys(values);
  if (columns.length === 0) return;
  const sql = `UPDATE "${table}" SET ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE id = ?`;
  const result = prepared(db, sql).run(...Object.values(values), id);
  if (result.changes !== 1) throw new Error(`${table} ${id} is not there`);
}

/** The row as the log keeps it: JSON of all columns in the table's order. */
export function readRow(db: WritableDb, table: LoggedTable, id: number): string | null {
  const row = prepared(db, `SELECT * FROM "${table}" WHERE id = ?`).get(id);
  return row === undefined ? null : JSON.stringify(row);
}

function quoted(column: string): string {
  if (!/^[a-z0-9_]+$/.test(column)) throw new Error(`not a column name: ${column}`);
  return `"${column}"`;
}
