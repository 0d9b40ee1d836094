import { z } from 'zod';
import type { StepId } from '#shared/domain/ids.ts';
import type { StepOrigin, StepView } from '#shared/domain/views.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findRedoable, findStep, findUndoable, isReversed, listChanges } from '../queries/step.queries.ts';
import { isConstraintFailure } from '../sqlite-error.ts';
import { type CommittedStep, commitStep, type RowValues, type RowWrite, readRow } from './commit-step.ts';
import { isLoggedTable } from './logged-tables.ts';

const LoggedRowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/**
 * Reverses a step that stands: the newest one, or the one named. The reversal is a step of its own.
 *
 * @throws AppError NOTHING_TO_UNDO | STEP_UNKNOWN | STEP_NOT_UNDOABLE | STEP_ALREADY_UNDONE |
 *   CHANGED_SINCE when a later change touched one of its rows; nothing is changed then
 */
export function undoStep(
  db: WritableDb,
  made: { readonly origin: StepOrigin; readonly at: string },
  stepId?: StepId,
): CommittedStep {
  const step = stepId === undefined ? findUndoable(db) : findStep(db, stepId);
  if (!step)
    throw stepId === undefined ? new AppError('NOTHING_TO_UNDO') : new AppError('STEP_UNKNOWN', { step: stepId });
  if (isReversed(db, step.id)) throw new AppError('STEP_ALREADY_UNDONE', { label: step.label });
  if (!step.undoable) throw new AppError('STEP_NOT_UNDOABLE', { label: step.label });
  return reverse(db, step, 'undo', made);
}

/**
 * Does again what was undone last.
 *
 * @throws AppError NOTHING_TO_REDO | CHANGED_SINCE
 */
export function redoStep(db: WritableDb, made: { readonly origin: StepOrigin; readonly at: string }): CommittedStep {
  const step = findRedoable(db);
  if (!step) throw new AppError('NOTHING_TO_REDO');
  return reverse(db, step, 'redo', made);
}

function reverse(
  db: WritableDb,
  step: StepView,
  kind: 'undo' | 'redo',
  made: { readonly origin: StepOrigin; readonly at: string },
): CommittedStep {
  // A step may touch a row twice: going backwards, the row is then expected as the later change found it.
  const expected = new Map<string, string | null>();
  const writes = listChanges(db, step.id)
    .toReversed()
    .map(({ table, rowId, before, after }): RowWrite => {
      if (!isLoggedTable(table)) throw new Error(`the log names an unknown table ${table}`);
      const key = `${table}/${rowId}`;
      const present = expected.has(key) ? expected.get(key) : readRow(db, table, rowId);
      if (present !== after) throw new AppError('CHANGED_SINCE', { label: step.label });
      expected.set(key, before);
      if (before === null) return { table, id: rowId, values: null };
      const { id: _, ...values } = parseRow(before);
      return after === null ? { table, id: null, values, restoreId: rowId } : { table, id: rowId, values };
    });
  // The label stays that of the first step of the chain, whatever is undone or redone: 设为牵头：第 5 项 …
  try {
    return commitStep(db, { kind, code: step.code, label: step.label, reverses: step.id, ...made }, writes);
  } catch (cause) {
    // Later rows lean on what would be taken away (a role of an agency that was added), or took its place.
    if (isConstraintFailure(cause)) throw new AppError('CHANGED_SINCE', { label: step.label }, { cause });
    throw cause;
  }
}

function parseRow(json: string): RowValues {
  return LoggedRowSchema.parse(JSON.parse(json));
}
