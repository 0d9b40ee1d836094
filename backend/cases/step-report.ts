import type { ReadableDb } from '#db/handle.ts';
import type { CommittedStep } from '#db/log/commit-step.ts';
import { findRedoable, findUndoable } from '#db/queries/step.queries.ts';
import type { StepReport } from '#shared/domain/step.ts';

/** What undo and redo would do next, for buttons and menus. */
export function undoState(db: ReadableDb): Pick<StepReport, 'undoLabel' | 'redoLabel'> {
  return { undoLabel: findUndoable(db)?.label ?? null, redoLabel: findRedoable(db)?.label ?? null };
}

/** Adds to a committed step what the window needs to go on. */
export function reportStep(db: ReadableDb, step: CommittedStep): StepReport {
  const { stepId, label, savedAt, touched } = step;
  return { stepId, label, savedAt, touched, ...undoState(db) };
}
