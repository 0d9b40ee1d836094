import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { ROLE_LABELS, type Role } from '#shared/domain/role.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { type AssignmentRow, assignmentsOfTask } from '../queries/assignment.queries.ts';
import { findMatter } from '../queries/matter.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { lastOfEach } from './last-of-each.ts';
import { textWrites } from './task-text.commands.ts';

export type RoleCell = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

export type PastedTitle = { readonly taskId: TaskId; readonly title: string };

/**
 * Sets or takes away roles, all cells as one step. A changed role becomes `manual`; its source words stay with
 * the row, so the matrix can still show what the document said.
 *
 * @param given `role: null` takes the role away; progress already recorded stays and shows again if the role returns
 * @param titles pasted beside the roles, part of the same step
 * @throws AppError TASK_GONE | AGENCY_GONE | NOTHING_TO_CHANGE
 */
export function setRoles(
  db: WritableDb,
  given: readonly RoleCell[],
  made: Made,
  titles: readonly PastedTitle[] = [],
): CommittedStep {
  const cells = lastOfEach(given, ({ taskId, agencyId }) => `${taskId}/${agencyId}`);
  const rows = [...new Set(cells.map(({ taskId }) => taskId))].flatMap((taskId) => assignmentsOfTask(db, taskId));
  const rowOf = new Map(rows.map((row) => [`${row.taskId}/${row.agencyId}`, row]));
  const nextPosition = positions(rows);
  const writes = cells.flatMap((cell): RowWrite[] => {
    const present = rowOf.get(`${cell.taskId}/${cell.agencyId}`);
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
      // Of a matter that came up in the year nothing was owed before it arose.
      starts_on: findMatter(db, cell.taskId)?.aroseOn ?? null,
    };
    return [{ table: 'assignment', id: null, values }];
  });
  const all = [...writes, ...textWrites(db, titles)];
  return commitStep(db, { code: 'matrix.setRoles', label: labelOf(db, cells, titles), ...made }, all);
}

/** New agencies of a task go behind those the document named. */
function positions(rows: readonly AssignmentRow[]): (taskId: TaskId) => number {
  const last = new Map<TaskId, number>();
  for (const { taskId, position } of rows) last.set(taskId, Math.max(position, last.get(taskId) ?? 0));
  return (taskId) => {
    const next = (last.get(taskId) ?? 0) + 1;
    last.set(taskId, next);
    return next;
  };
}

/**
 * @throws AppError TASK_GONE, also for a removed task: its row would take the role, and nobody would see it | AGENCY_GONE
 */
function labelOf(db: WritableDb, cells: readonly RoleCell[], titles: readonly PastedTitle[]): string {
  const tasks = [...new Set(cells.map(({ taskId }) => taskId))].map((taskId) => getTask(db, taskId));
  const agencies = [...new Set(cells.map(({ agencyId }) => agencyId))].map((agencyId) => getAgency(db, agencyId));
  const [cell] = cells;
  if (titles.length > 0) return `粘贴 ${cells.length + titles.length} 格`;
  if (cells.length !== 1 || cell === undefined) return `修改 ${cells.length} 处责任`;
  const what = cell.role === null ? '清除责任' : `设为${ROLE_LABELS[cell.role]}`;
  return `${what}：第 ${tasks[0]?.number ?? '?'} 项 ${agencies[0]?.shortName ?? '?'}`;
}
