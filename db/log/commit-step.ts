import type { WritableDb } from '#db/handle.ts';
import { prepared } from '#db/prepared.ts';
import type { StepId } from '#shared/domain/ids.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import type { CellRef, Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { actor } from './actor.ts';
import { refuseFrozen } from './frozen-periods.ts';
import { checkInvariants } from './invariants.ts';
import { type LoggedChange, type RowWrite, writeRow } from './row-writer.ts';
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
export type StepMeta = Made & {
  readonly kind?: 'do' | 'undo' | 'redo';
  /** `area.verbObject`; kept in the log for ever. */
  readonly code: string;
  /** Chinese label for the history and the undo menu. */
  readonly label: string;
  readonly undoable?: boolean;
  readonly reverses?: StepId;
};

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
 * @throws AppError NOTHING_TO_CHANGE when no row changes, PERIOD_CLOSED, and those of invariants.ts
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

function writeStep(
  db: WritableDb,
  meta: StepMeta,
  run: (writer: (row: RowWrite) => number) => number[],
): CommittedStep {
  // Rows may reference rows that come later in the same step (a restored group, an undone plan).
  db.pragma('defer_foreign_keys = ON');
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO step (kind, code, label, client, manner, source, at, actor, undoable, reverses)
     VALUES (@kind, @code, @label, @client, @manner, @source, @at, @actor, @undoable, @reverses)`,
  ).run({
    kind: meta.kind ?? 'do',
    code: meta.code,
    label: meta.label,
    client: meta.client,
    manner: meta.manner,
    source: meta.source ?? null,
    at: meta.at,
    actor: meta.operator ?? actor,
    undoable: meta.undoable === false ? 0 : 1,
    reverses: meta.reverses ?? null,
  });
  const stepId = StepIdSchema.parse(lastInsertRowid);
  const insertChange = prepared(
    db,
    'INSERT INTO change (step_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  const changes: LoggedChange[] = [];
  const rowIds = run((row) => {
    const change = writeRow(db, row);
    if (change.before !== change.after) {
      insertChange.run(stepId, change.table, change.id, change.before, change.after);
      changes.push(change);
    }
    return change.id;
  });
  if (changes.length === 0) throw new AppError('NOTHING_TO_CHANGE');
  refuseFrozen(db, changes);
  checkInvariants(db, new Set(changes.map((change) => change.table)));
  return { stepId, label: meta.label, savedAt: meta.at, touched: touchedCells(changes), rowIds };
}
