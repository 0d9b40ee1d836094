import { type RefObject, useEffect } from 'react';
import { listenToComposing } from './composing-cell.ts';
import type { SheetActions } from './sheet-actions.ts';
import type { SheetApi } from './sheet-api.ts';
import type { GridSheet } from './sheet-model.ts';

/**
 * Lets an input method write into the chosen cell of the grid inside `frame`.
 *
 * @param enabled off for screen readers, which would announce a text field at every cell (pitfall 22)
 */
export function useComposing(
  api: SheetApi | null,
  frame: RefObject<HTMLElement | null>,
  { model }: GridSheet,
  enabled: boolean,
  onReadOnly: SheetActions['onReadOnly'],
): void {
  useEffect(() => {
    if (!api || !frame.current || !enabled) return;
    const takesText = (columnId: string) => model.typing(columnId) !== 'ignored';
    return listenToComposing(frame.current, takesText, (text) => {
      const focused = api.getFocusedCell();
      if (!focused) return;
      const columnId = focused.column.getColId();
      if (model.typing(columnId) === 'refused') onReadOnly(columnId);
      else api.startEditingCell({ rowIndex: focused.rowIndex, colKey: focused.column, key: text });
    });
  }, [api, frame, model, enabled, onReadOnly]);
}
