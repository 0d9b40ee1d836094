import type { StepId } from '#shared/domain/ids.ts';
import type { StepView } from '#shared/domain/step.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

type StepRow = Omit<StepView, 'undoable'> & { readonly undoable: 0 | 1 };

const SELECT_STEP = `
  SELECT id, kind, code, label, client, manner, source, at, actor, reverses,
         (undoable AND kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM step AS later WHERE later.reverses = step.id)) AS undoable,
         (SELECT count(*) FROM change WHERE step_id = step.id) AS changes
  FROM step`;

/** When the first step was made, with which every data file begins. */
export function firstStepAt(db: ReadableDb): string {
  const first = prepared(db, 'SELECT at FROM step ORDER BY id LIMIT 1').get() as { readonly at: string } | undefined;
  if (!first) throw new Error('the data file has no first step');
  return first.at;
}

/** Steps, newest first. */
export function listSteps(db: ReadableDb, limit: number, before?: StepId): readonly StepView[] {
  const rows = prepared(db, `${SELECT_STEP} WHERE (@before IS NULL OR id < @before) ORDER BY id DESC LIMIT @limit`).all(
    { limit, before: before ?? null },
  ) as StepRow[];
  return rows.map(toView);
}

/** One step, or `undefined`. */
export function findStep(db: ReadableDb, stepId: StepId): StepView | undefined {
  const row = prepared(db, `${SELECT_STEP} WHERE id = ?`).get(stepId) as StepRow | undefined;
  return row && toView(row);
}

/** Whether an undo (or, for an undo, a redo) of this step is in the log. */
export function isReversed(db: ReadableDb, stepId: StepId): boolean {
  return prepared(db, 'SELECT 1 FROM step WHERE reverses = ?').get(stepId) !== undefined;
}

/*
 * Each step is reversed at most once (UNIQUE), so do, undo, redo, undo … of one change form a chain, and the
 * chain's last step says whether the change stands. Ctrl+Z and Ctrl+Y look at those last steps only.
 */

/**
 * The step Ctrl+Z would reverse: the newest `do` or `redo` that no later step has reversed.
 * Steps that record outside facts (a form was sent) are passed over, not undone.
 */
export function findUndoable(db: ReadableDb): StepView | undefined {
  const row = prepared(
    db,
    `${SELECT_STEP} WHERE kind IN ('do', 'redo') AND undoable = 1
         AND NOT EXISTS (SELECT 1 FROM step AS later WHERE later.reverses = step.id)
       ORDER BY id DESC LIMIT 1`,
  ).get() as StepRow | undefined;
  return row && toView(row);
}

/**
 * The step Ctrl+Y would reverse: the newest undo that still stands, as long as nothing new was done after it.
 * A redo does not count as new.
 */
export function findRedoable(db: ReadableDb): StepView | undefined {
  const row = prepared(
    db,
    `${SELECT_STEP} WHERE kind = 'undo'
         AND NOT EXISTS (SELECT 1 FROM step AS later WHERE later.reverses = step.id)
         AND id > coalesce((SELECT id FROM step WHERE kind = 'do' AND undoable = 1 ORDER BY id DESC LIMIT 1), 0)
       ORDER BY id DESC LIMIT 1`,
  ).get() as StepRow | undefined;
  return row && toView(row);
}

/** A row of the log as written. */
export type ChangeRow = {
  readonly table: string;
  readonly rowId: number;
  readonly before: string | null;
  readonly after: string | null;
};

/** The changes of a step in the order they were made. */
export function listChanges(db: ReadableDb, stepId: StepId): readonly ChangeRow[] {
  return prepared(
    db,
    'SELECT table_name AS "table", row_id AS rowId, before, after FROM change WHERE step_id = ? ORDER BY id',
  ).all(stepId) as ChangeRow[];
}

/** Changes that later steps made to rows of this one and that still stand: undoing it alone would go behind them. */
export function listLaterChanges(db: ReadableDb, stepId: StepId): readonly ChangeRow[] {
  return prepared(
    db,
    `SELECT later.table_name AS "table", later.row_id AS rowId, later.before, later.after
       FROM change AS mine
       JOIN change AS later ON later.table_name = mine.table_name AND later.row_id = mine.row_id
       JOIN step ON step.id = later.step_id
       WHERE mine.step_id = @stepId AND step.id > @stepId AND step.kind <> 'undo'
         AND NOT EXISTS (SELECT 1 FROM step AS latest WHERE latest.reverses = step.id)`,
  ).all({ stepId }) as ChangeRow[];
}

function toView(row: StepRow): StepView {
  return { ...row, undoable: row.undoable === 1 };
}
