import type { CellContextMenuEvent, CellEditRequestEvent, CellFocusedEvent } from 'ag-grid-community';
import { followFocus } from '#renderer/grid/sheet/follow-focus.ts';
import { gridKeys } from '#renderer/grid/sheet/grid-keys.ts';
import { areaBetween } from '#renderer/grid/sheet/selection/geometry.ts';
import { spotOf } from '#renderer/grid/sheet/selection/sheet.ts';
import { type GridSheet, perform } from '#renderer/grid/sheet/sheet-model.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { MatrixRow, TaskRow } from '#renderer/view/matrix-rows.ts';
import type { MatrixActions } from './matrix-actions.ts';
import type { MatrixChanges } from './matrix-changes.ts';

/** The grid's callbacks over the window's actions; made once, so that nothing in the grid is rebuilt. */
export function gridEvents(sheet: GridSheet<TaskRow, MatrixChanges>, actions: MatrixActions) {
  let lastRow = 0;
  return {
    onCellKey: gridKeys(sheet, actions),

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
      if (row?.kind !== 'task') return;
      followFocus(sheet.store, row.id, column.getColId());
      actions.onFocus(row.task.id, agencyOfColumn(column.getColId()));
    },

    onCellEditRequest({ data, column, newValue }: CellEditRequestEvent<MatrixRow>): void {
      const spot = data && spotOf(sheet.store.getState().sheet, data.id, column.getColId());
      if (spot) void perform(sheet, { kind: 'text', areas: [areaBetween(spot, spot)], text: String(newValue ?? '') });
    },

    onCellContextMenu({ data, column, event }: CellContextMenuEvent<MatrixRow>): void {
      if (data?.kind !== 'task' || !(event instanceof MouseEvent)) return;
      const { clientX: x, clientY: y } = event;
      actions.onCellMenu({ rowId: data.id, columnId: column.getColId(), x, y }, 'menu');
    },
  };
}
