import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { findNote } from '../queries/note.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { lastOfEach } from './last-of-each.ts';

export type NoteEdit = { readonly taskId: TaskId; readonly agencyId: AgencyId | null; readonly text: string };

/**
 * Sets or takes away notes, all as one step. A note may stand on a cell without a role.
 *
 * @param given an empty text takes the note away; no agency: the task's own note
 * @throws AppError TASK_GONE | AGENCY_GONE | NOTHING_TO_CHANGE
 */
export function setNotes(db: WritableDb, given: readonly NoteEdit[], made: Made): CommittedStep {
  const notes = lastOfEach(given, ({ taskId, agencyId }) => `${taskId}/${agencyId}`);
  const writes = notes.flatMap(({ taskId, agencyId, text }): RowWrite[] => {
    const present = findNote(db, taskId, agencyId);
    if (text === '') return present ? [{ table: 'note', id: present.id, values: null }] : [];
    if (present) return [{ table: 'note', id: present.id, values: { text } }];
    return [{ table: 'note', id: null, values: { task_id: taskId, agency_id: agencyId, text } }];
  });
  return commitStep(db, { code: 'note.set', label: labelOf(db, notes), ...made }, writes);
}

function labelOf(db: WritableDb, notes: readonly NoteEdit[]): string {
  const places = notes.map(({ taskId, agencyId }) => {
    const place = `第 ${getTask(db, taskId).number} 项`;
    return agencyId === null ? place : `${place} ${getAgency(db, agencyId).shortName}`;
  });
  if (places.length !== 1) return `修改 ${places.length} 处批注`;
  return `${notes[0]?.text === '' ? '删除批注' : '批注'}：${places[0]}`;
}
