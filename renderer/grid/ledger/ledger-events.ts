import type { CellContextMenuEvent, CellEditRequestEvent, CellFocusedEvent } from 'ag-grid-community';
import { followFocus } from '#renderer/grid/sheet/follow-focus.ts';
import { gridKeys } from '#renderer/grid/sheet/grid-keys.ts';
import { areaBetween } from '#renderer/grid/sheet/selection/geometry.ts';
import { spotOf } from '#renderer/grid/sheet/selection/sheet.ts';
import { type GridSheet, perform } from '#renderer/grid/sheet/sheet-model.ts';
import type { LedgerLine } from '#renderer/view/ledger-lines.ts';
import type { LedgerActions } from './ledger-actions.ts';
import type { LedgerChanges } from './ledger-changes.ts';

/** The grid's callbacks over the window's actions; made once, so that nothing in the grid is rebuilt. */
export function ledgerEvents(sheet: GridSheet<LedgerLine, LedgerChanges>, actions: LedgerActions) {
  return {
    onCellKey: gridKeys(sheet, actions),

    onCellFocused({ api, rowIndex, column }: CellFocusedEvent<LedgerLine>): void {
      if (rowIndex === null || column === null || typeof column === 'string') return;
      const line = api.getDisplayedRowAtIndex(rowIndex)?.data;
      if (!line) return;
      followFocus(sheet.store, line.id, column.getColId());
      actions.onFocus(line.row.taskId, line.row.agencyId);
    },

    onCellEditRequest({ data, column, newValue }: CellEditRequestEvent<LedgerLine>): void {
      const spot = data && spotOf(sheet.store.getState().sheet, data.id, column.getColId());
      if (spot) void perform(sheet, { kind: 'text', areas: [areaBetween(spot, spot)], text: String(newValue ?? '') });
    },

    onCellContextMenu({ data, column, event }: CellContextMenuEvent<LedgerLine>): void {
      if (!data || !(event instanceof MouseEvent)) return;
      const { clientX: x, clientY: y } = event;
      actions.onCellMenu({ rowId: data.id, columnId: column.getColId(), x, y }, 'menu');
    },
  };
}
