import { z } from 'zod';
import type { WritableDb } from '#db/handle.ts';
import {
  type ChangeRow,
  findRedoable,
  findStep,
  findUndoable,
  isReversed,
  listChanges,
  listLaterChanges,
} from '#db/queries/step.queries.ts';
import { isConstraintFailure } from '#db/sqlite-error.ts';
import type { StepId } from '#shared/domain/ids.ts';
import type { Made, StepView } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { type CommittedStep, commitStep } from './commit-step.ts';
import { isBrokenInvariant } from './invariants.ts';
import { isLoggedTable } from './logged-tables.ts';
import { type RowValues, type RowWrite, readRow } from './row-writer.ts';

const LoggedRowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/**
 * Reverses a step that stands: the newest one, or the one named. The reversal is a step of its own.
 *
 * @throws AppError NOTHING_TO_UNDO | STEP_UNKNOWN | STEP_NOT_UNDOABLE | STEP_ALREADY_UNDONE |
 *   CHANGED_SINCE when a later change touched one of its rows | PERIOD_CLOSED; nothing is changed then
 */
export function undoStep(db: WritableDb, made: Made, stepId?: StepId): CommittedStep {
  const step = stepId === undefined ? findUndoable(db) : findStep(db, stepId);
  if (!step)
    throw stepId === undefined ? new AppError('NOTHING_TO_UNDO') : new AppError('STEP_UNKNOWN', { step: stepId });
  if (isReversed(db, step.id)) throw new AppError('STEP_ALREADY_UNDONE', { label: step.label });
  if (!step.undoable) throw new AppError('STEP_NOT_UNDOABLE', { label: step.label });
  if (stepId !== undefined && isOverwritten(db, step)) throw new AppError('CHANGED_SINCE', { label: step.label });
  return reverse(db, step, 'undo', made);
}

/**
 * Does again what was undone last.
 *
 * @throws AppError NOTHING_TO_REDO | CHANGED_SINCE | PERIOD_CLOSED
 */
export function redoStep(db: WritableDb, made: Made): CommittedStep {
  const step = findRedoable(db);
  if (!step) throw new AppError('NOTHING_TO_REDO');
  return reverse(db, step, 'redo', made);
}

function reverse(db: WritableDb, step: StepView, kind: 'undo' | 'redo', made: Made): CommittedStep {
  // A step may touch a row twice: going backwards, the row is then as undoing the later change left it.
  const rows = new Map<string, RowValues | null>();
  const writes = listChanges(db, step.id)
    .toReversed()
    .map(({ table, rowId, ...logged }): RowWrite => {
      if (!isLoggedTable(table)) throw new Error(`the log names an unknown table ${table}`);
      const key = `${table}/${rowId}`;
      const known = rows.get(key);
      const present = known === undefined ? parseRow(readRow(db, table, rowId)) : known;
      const [before, after] = [parseRow(logged.before), parseRow(logged.after)];
      const values = valuesToWriteBack(before, after);
      if (!stands(present, after, values)) throw new AppError('CHANGED_SINCE', { label: step.label });
      rows.set(key, values === null ? null : { ...present, ...values });
      return after === null ? { table, id: null, values, restoreId: rowId } : { table, id: rowId, values };
    });
  // The label stays that of the first step of the chain, whatever is undone or redone: 设为牵头：第 5 项 …
  try {
    return commitStep(db, { kind, code: step.code, label: step.label, reverses: step.id, ...made }, writes);
  } catch (cause) {
    // Later rows lean on what would be taken away (a role of an agency that was added), or took its place.
    if (isConstraintFailure(cause) || isBrokenInvariant(cause))
      throw new AppError('CHANGED_SINCE', { label: step.label }, { cause });
    throw cause;
  }
}

/**
 * Whether a later step that stands wrote to the same columns of the same row, even if it wrote the same values back:
 * going behind it would leave that step without the state it has to return to.
 */
function isOverwritten(db: WritableDb, step: StepView): boolean {
  const written = new Set(listChanges(db, step.id).flatMap(writtenColumns));
  return listLaterChanges(db, step.id)
    .flatMap(writtenColumns)
    .some((column) => written.has(column));
}

/** `assignment/17/role` for each column a change wrote. */
function writtenColumns(change: ChangeRow): readonly string[] {
  const [before, after] = [parseRow(change.before), parseRow(change.after)];
  return Object.keys({ ...before, ...after })
    .filter((column) => before === null || after === null || before[column] !== after[column])
    .map((column) => `${change.table}/${change.rowId}/${column}`);
}

/** What undoing a row's change writes: `null` deletes it, a deleted row comes back whole, else the changed columns. */
function valuesToWriteBack(before: RowValues | null, after: RowValues | null): RowValues | null {
  if (before === null) return null;
  const { id: _, ...values } = before;
  if (after === null) return values;
  return Object.fromEntries(Object.entries(values).filter(([column, value]) => value !== after[column]));
}

/**
 * Whether a row still is as the change left it, in the columns that undoing it would write. The others may have
 * changed since: the title of a task can be undone after its number was set. Columns that a row of the log does not
 * know came with a later format, and say nothing about it.
 */
function stands(present: RowValues | null, after: RowValues | null, values: RowValues | null): boolean {
  if (after === null || present === null) return after === present;
  return Object.keys(values ?? after).every((column) => present[column] === after[column]);
}

function parseRow(json: string | null): RowValues | null {
  return json === null ? null : LoggedRowSchema.parse(JSON.parse(json));
}
