import type { CellContextMenuEvent, CellEditRequestEvent, CellFocusedEvent } from 'ag-grid-community';
import { gridKeys } from '#renderer/grid/sheet/grid-keys.ts';
import { sameSpot } from '#renderer/grid/sheet/selection/geometry.ts';
import { selectSpot } from '#renderer/grid/sheet/selection/selection.ts';
import { putSelection, useGridSelection } from '#renderer/grid/sheet/selection/selection-store.ts';
import { spotOf } from '#renderer/grid/sheet/selection/sheet.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import { cellOf } from './cell-words.ts';
import type { MatrixActions } from './matrix-actions.ts';
import { menuSpotAt } from './menu-spot.ts';

/** The grid's callbacks over the window's actions; made once, so that nothing in the grid is rebuilt. */
export function gridEvents(actions: MatrixActions) {
  let lastRow = 0;
  return {
    onCellKey: gridKeys(actions),

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
      followFocus(row.id, column.getColId());
      actions.onFocus(row.task.id, agencyOfColumn(column.getColId()));
    },

    onCellEditRequest({ api, data, column, newValue }: CellEditRequestEvent<MatrixRow>): void {
      const agencyId = agencyOfColumn(column.getColId());
      if (data?.kind !== 'task') return;
      if (agencyId === null) {
        actions.onTitle(data.task.id, String(newValue ?? ''));
        return;
      }
      const { task, id } = data;
      const place = () => {
        const role = cellOf(api.getRowNode(id)?.data, agencyId)?.role ?? null;
        return [{ taskId: task.id, agencyId, role }];
      };
      actions.onText(place, String(newValue ?? ''));
    },

    onCellContextMenu({ data, column, event }: CellContextMenuEvent<MatrixRow>): void {
      if (data?.kind !== 'task' || !(event instanceof MouseEvent)) return;
      actions.onMenu(menuSpotAt(data, agencyOfColumn(column.getColId()), event.clientX, event.clientY));
    },
  };
}

/** Whoever moves the grid's focus moves the selection; what selects by itself has done so before. */
function followFocus(rowId: string, columnId: string): void {
  const { sheet, selection } = useGridSelection.getState();
  const spot = spotOf(sheet, rowId, columnId);
  if (spot && !(selection && sameSpot(selection.active, spot))) putSelection(selectSpot(spot));
}
