import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { ROLE_LABELS, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findAgency } from '../queries/agency.queries.ts';
import { findAssignment, listAssignments } from '../queries/assignment.queries.ts';
import { findTask } from '../queries/plan.queries.ts';
import { type CommittedStep, commitStep, type RowWrite } from './commit-step.ts';

export type RoleCell = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

/**
 * Sets or takes away roles, all cells as one step. A changed role becomes `manual`; its source words stay with
 * the row, so the matrix can still show what the document said.
 *
 * @param cells `role: null` takes the role away; progress already recorded stays and shows again if the role returns
 * @param made how the user did it, and when (ISO date and time)
 * @throws AppError TASK_UNKNOWN | AGENCY_UNKNOWN | NOTHING_TO_CHANGE
 */
export function setRoles(
  db: WritableDb,
  cells: readonly RoleCell[],
  made: { readonly origin: 'window' | 'paste' | 'command-line'; readonly at: string },
): CommittedStep {
  const nextPosition = positions(db);
  const writes = cells.flatMap((cell): RowWrite[] => {
    const present = findAssignment(db, cell.taskId, cell.agencyId);
    if (cell.role === null) return present ? [{ table: 'assignment', id: present.id, values: null }] : [];
    if (present) {
      if (present.role === cell.role) return [];
      return [{ table: 'assignment', id: present.id, values: { role: cell.role, origin: 'manual' } }];
    }
    const values = {
      task_id: cell.taskId,
      agency_id: cell.agencyId,
      role: cell.role,
      position: nextPosition(cell.taskId),
      origin: 'manual',
      written_as: null,
      source_start: null,
      source_end: null,
    };
    return [{ table: 'assignment', id: null, values }];
  });
  return commitStep(db, { code: 'matrix.setRoles', label: labelOf(db, cells), ...made }, writes);
}

/** New agencies of a task go behind those the document named. */
function positions(db: WritableDb): (taskId: TaskId) => number {
  const last = new Map<TaskId, number>();
  return (taskId) => {
    const known = last.get(taskId) ?? Math.max(0, ...listAssignments(db, taskId).map((row) => row.position));
    last.set(taskId, known + 1);
    return known + 1;
  };
}

function labelOf(db: WritableDb, cells: readonly RoleCell[]): string {
  const [cell] = cells;
  const tasks = [...new Set(cells.map(({ taskId }) => taskId))].map((taskId) => {
    const task = findTask(db, taskId);
    // Also when it was removed: the row would take the role, and nobody would see it.
    if (!task) throw new AppError('TASK_UNKNOWN', { number: taskId });
    return task;
  });
  const [task] = tasks;
  if (cells.length !== 1 || cell === undefined || task === undefined) return `修改 ${cells.length} 处责任`;
  const agency = findAgency(db, cell.agencyId);
  if (!agency) throw new AppError('AGENCY_UNKNOWN', { name: String(cell.agencyId) });
  const what = cell.role === null ? '清除责任' : `设为${ROLE_LABELS[cell.role]}`;
  return `${what}：第 ${task.number} 项 ${agency.shortName}`;
}
