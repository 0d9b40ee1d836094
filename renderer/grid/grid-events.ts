import type {
  CellContextMenuEvent,
  CellEditRequestEvent,
  CellFocusedEvent,
  SuppressKeyboardEventParams,
} from 'ag-grid-community';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { meaningOfCellKey } from './cell-keys.ts';
import { agencyOfColumn, cellOf } from './columns.ts';
import type { MatrixActions } from './matrix-actions.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** The grid's callbacks over the window's actions; made once, so that nothing in the grid is rebuilt. */
export function gridEvents(actions: MatrixActions) {
  let lastRow = 0;
  return {
    onCellFocused({ api, rowIndex, column }: CellFocusedEvent<MatrixRow>): void {
      if (rowIndex === null || column === null || typeof column === 'string') return;
      const row = api.getDisplayedRowAtIndex(rowIndex)?.data;
      if (row?.kind === 'section' && !row.folded) {
        // A heading has no cells: the cursor goes on in the direction it came from, unless its tasks are folded away.
        const next = rowIndex < lastRow && rowIndex > 0 ? rowIndex - 1 : rowIndex + 1;
        api.setFocusedCell(next, column);
        return;
      }
      lastRow = rowIndex;
      if (row?.kind === 'task') actions.onFocus(row.task.id, agencyOfColumn(column.getColId()));
    },

    onCellEditRequest({ data, column, newValue }: CellEditRequestEvent<MatrixRow>): void {
      const agencyId = agencyOfColumn(column.getColId());
      if (data?.kind !== 'task' || agencyId === null) return;
      actions.onText(data.task.id, agencyId, String(newValue ?? ''), cellOf(data, agencyId)?.role ?? null);
    },

    onCellContextMenu({ api, data, column, rowIndex, event }: CellContextMenuEvent<MatrixRow>): void {
      if (data?.kind !== 'task' || !(event instanceof MouseEvent)) return;
      if (rowIndex !== null) api.setFocusedCell(rowIndex, column);
      const agencyId = agencyOfColumn(column.getColId());
      actions.onMenu({ ...spotOf(data.task.id, agencyId, data), x: event.clientX, y: event.clientY });
    },

    onCellKey({ event, editing, data, column, api, node }: SuppressKeyboardEventParams<MatrixRow>): boolean {
      const meaning = meaningOfCellKey(event, editing);
      if (meaning === undefined) return false;
      if (meaning === 'composing') return true;
      const agencyId = agencyOfColumn(column.getColId());
      if (data?.kind !== 'task') return false;
      event.preventDefault();
      if (meaning === 'menu') {
        api.ensureColumnVisible(column);
        const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null;
        const box = cell?.getBoundingClientRect();
        if (node && box) actions.onMenu({ ...spotOf(data.task.id, agencyId, data), x: box.left + 12, y: box.bottom });
      } else if (agencyId !== null && cellOf(data, agencyId)) {
        if (meaning === 'clear') actions.onClear(data.task.id, agencyId);
        else actions.onProgress(data.task.id, agencyId);
      }
      return true;
    },
  };
}

function spotOf(taskId: TaskId, agencyId: AgencyId | null, row: MatrixRow) {
  return { taskId, agencyId, role: agencyId === null ? null : (cellOf(row, agencyId)?.role ?? null) };
}
