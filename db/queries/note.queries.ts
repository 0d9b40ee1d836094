import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { NoteView } from '#shared/domain/matrix.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

export type NoteRow = NoteView & { readonly id: number; readonly taskId: TaskId };

const SELECT_NOTE = 'SELECT id, task_id AS taskId, agency_id AS agencyId, text FROM note';

/**
 * Notes of a plan, by task and agency; a task's own note comes first.
 *
 * @param taskIds only of these tasks; all when left out
 */
export function listNotes(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly NoteRow[] {
  const ofPlan = 'WHERE task_id IN (SELECT id FROM task WHERE plan_id = ?)';
  const chosen = taskIds === undefined ? '' : 'AND task_id IN (SELECT value FROM json_each(?))';
  return prepared(db, `${SELECT_NOTE} ${ofPlan} ${chosen} ORDER BY task_id, agency_id`).all(
    planId,
    ...(taskIds === undefined ? [] : [JSON.stringify(taskIds)]),
  ) as NoteRow[];
}

/** The note of that cell (with no agency: of the task), or `undefined`. */
export function findNote(db: ReadableDb, taskId: TaskId, agencyId: AgencyId | null): NoteRow | undefined {
  // The index note_by_cell is on this very expression.
  return prepared(db, `${SELECT_NOTE} WHERE task_id = ? AND coalesce(agency_id, 0) = ?`).get(taskId, agencyId ?? 0) as
    | NoteRow
    | undefined;
}
