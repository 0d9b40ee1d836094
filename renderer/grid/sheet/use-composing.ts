import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import { listenToComposing } from './composing-cell.ts';

/**
 * Lets an input method write into the chosen cell of the grid inside `frame`.
 *
 * @param enabled off for screen readers, which would announce a text field at every cell (pitfall 22)
 */
export function useComposing(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  enabled: boolean,
): void {
  useEffect(() => {
    if (!api || !frame.current || !enabled) return;
    return listenToComposing(frame.current, (text) => {
      const focused = api.getFocusedCell();
      if (focused) api.startEditingCell({ rowIndex: focused.rowIndex, colKey: focused.column, key: text });
    });
  }, [api, frame, enabled]);
}
