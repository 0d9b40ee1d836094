import type { StepId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { openPast } from '../past.ts';

/**
 * Answers any query as it would have been answered right after a step.
 *
 *   readAsAfter(db, stepId, (past) => listTasks(past, planId))
 *
 * @param read what to ask; its answer must not hold on to the handle, which is closed afterwards
 * @throws AppError STEP_UNKNOWN
 */
export function readAsAfter<Answer>(db: ReadableDb, stepId: StepId, read: (past: ReadableDb) => Answer): Answer {
  const past = openPast(db, stepId);
  try {
    return read(past.db);
  } finally {
    past.close();
  }
}
