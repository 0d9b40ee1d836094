import type { SuppressKeyboardEventParams } from 'ag-grid-community';
import type { MenuSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { MatrixRow, TaskRow } from '#renderer/view/matrix-rows.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { cellOf } from './cell-words.ts';

/** Where the menu opens that was asked for by a key: below the cell. */
export function menuSpot({ api, column, data, event }: SuppressKeyboardEventParams<MatrixRow>): MenuSpot | undefined {
  if (data?.kind !== 'task') return undefined;
  api.ensureColumnVisible(column);
  const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null;
  const box = cell?.getBoundingClientRect();
  return box && menuSpotAt(data, agencyOfColumn(column.getColId()), box.left + 12, box.bottom);
}

/** A menu at a point of the window, speaking of a cell. */
export function menuSpotAt(row: TaskRow, agencyId: AgencyId | null, x: number, y: number): MenuSpot {
  const role = agencyId === null ? null : (cellOf(row, agencyId)?.role ?? null);
  return { taskId: row.task.id, agencyId, role, x, y };
}
