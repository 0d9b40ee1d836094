import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findAgency } from '../queries/agency.queries.ts';
import { findNote } from '../queries/note.queries.ts';
import { findTask } from '../queries/plan.queries.ts';
import { type CommittedStep, commitStep, type Made } from './commit-step.ts';
import type { RowWrite } from './row-writer.ts';

export type NoteEdit = { readonly taskId: TaskId; readonly agencyId: AgencyId | null; readonly text: string };

/**
 * Sets or takes away notes, all as one step. A note may stand on a cell without a role.
 *
 * @param notes an empty text takes the note away; no agency: the task's own note
 * @throws AppError TASK_UNKNOWN | AGENCY_UNKNOWN | NOTHING_TO_CHANGE
 */
export function setNotes(db: WritableDb, notes: readonly NoteEdit[], made: Made): CommittedStep {
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
    const task = findTask(db, taskId);
    if (!task) throw new AppError('TASK_UNKNOWN', { number: taskId });
    if (agencyId === null) return `第 ${task.number} 项`;
    const agency = findAgency(db, agencyId);
    if (!agency) throw new AppError('AGENCY_UNKNOWN', { name: String(agencyId) });
    return `第 ${task.number} 项 ${agency.shortName}`;
  });
  if (places.length !== 1) return `修改 ${places.length} 处批注`;
  return `${notes[0]?.text === '' ? '删除批注' : '批注'}：${places[0]}`;
}
