import type { StepId } from '#shared/domain/ids.ts';
import type { StepView } from '#shared/domain/step.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { conditionsOf, type StepFilter } from './step-filter.ts';

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
export function listSteps(db: ReadableDb, limit: number, filter: StepFilter = {}): readonly StepView[] {
  const { where, values } = conditionsOf(filter);
  // Of the steps that are meant alone it is asked what they changed and whether they can be undone.
  const sql = `${SELECT_STEP} WHERE id IN (SELECT id FROM step WHERE ${where} ORDER BY id DESC LIMIT @limit)
               ORDER BY id DESC`;
  return (prepared(db, sql).all({ ...values, limit }) as StepRow[]).map(toView);
}

/** Names of all who made a step, in the order of their first. */
export function listActors(db: ReadableDb): readonly string[] {
  const sql = "SELECT actor FROM step WHERE actor <> '' GROUP BY actor ORDER BY min(id)";
  return db.prepare(sql).pluck().all() as string[];
}

/**
 * The step that had been made last at a time, or `undefined` before the first. The log's own order counts: when the
 * computer's clock was set back, it is the last step of the log that bears an earlier time, with all that came before.
 *
 * @param at ISO date and time, in the form of the log: in UTC with milliseconds
 */
export function lastStepBy(
  db: ReadableDb,
  at: string,
): { readonly stepId: StepId; readonly madeAt: string } | undefined {
  return prepared(db, 'SELECT id AS stepId, at AS madeAt FROM step WHERE at <= ? ORDER BY id DESC LIMIT 1').get(at) as
    | { stepId: StepId; madeAt: string }
    | undefined;
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

/** The changes of a step in the order they were made; with `most`, no more than so many. */
export function listChanges(db: ReadableDb, stepId: StepId, most?: number): readonly ChangeRow[] {
  return prepared(
    db,
    'SELECT table_name AS "table", row_id AS rowId, before, after FROM change WHERE step_id = ? ORDER BY id LIMIT ?',
  ).all(stepId, most ?? -1) as ChangeRow[];
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
