import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { agencyOfColumn, cellOf } from './columns.ts';
import { listenToComposing } from './composing-cell.ts';
import type { MatrixActions } from './matrix-actions.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** Lets an input method write into the chosen cell of the grid inside `frame`. */
export function useComposing(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  actions: MatrixActions,
): void {
  useEffect(() => {
    if (!api || !frame.current) return;
    return listenToComposing(
      frame.current,
      (words) => enterWords(api, words, actions),
      (character) => beginEditing(api, character),
    );
  }, [api, frame, actions]);
}

function beginEditing(api: GridApi<MatrixRow>, character: string): void {
  const focused = api.getFocusedCell();
  if (focused) api.startEditingCell({ rowIndex: focused.rowIndex, colKey: focused.column, key: character });
}

/** Words an input method finished on the chosen cell are entered like typed ones. */
function enterWords(api: GridApi<MatrixRow>, words: string, actions: MatrixActions): void {
  const focused = api.getFocusedCell();
  const row = focused && api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
  const agencyId = focused && agencyOfColumn(focused.column.getColId());
  if (row?.kind !== 'task' || !agencyId) return;
  actions.onText(row.task.id, agencyId, words, cellOf(row, agencyId)?.role ?? null);
}
