import type { CellSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import { cellOf } from './cell-words.ts';
import { matrixStore } from './matrix-sheet.ts';

/** Where a menu belongs: a point in the window and the cell of the matrix it speaks of. */
export type MenuSpot = {
  readonly x: number;
  readonly y: number;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly role: Role | null;
};

/** What a place of the grid means in the matrix; `null` for a row that is no longer shown. */
export function menuSpot({ rowId, columnId, x, y }: CellSpot): MenuSpot | null {
  const row = matrixStore.getState().sheet.rows.find((candidate) => candidate.id === rowId);
  if (!row) return null;
  const agencyId = agencyOfColumn(columnId);
  const role = agencyId === null ? null : (cellOf(row, agencyId)?.role ?? null);
  return { taskId: row.task.id, agencyId, role, x, y };
}
