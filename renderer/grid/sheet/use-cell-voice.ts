import { type RefObject, useEffect } from 'react';
import type { SheetApi } from './sheet-api.ts';
import type { GridSheet } from './sheet-model.ts';

/**
 * Gives a cell its words when it takes the focus: a screen reader says 县公安局，第5项，牵头，逾期未报 where the eye sees
 * a sign. On focus only: thousands of labels that nobody hears would be painted for nothing.
 */
export function useCellVoice(api: SheetApi | null, frame: RefObject<HTMLElement | null>, { model }: GridSheet): void {
  useEffect(() => {
    const grid = frame.current;
    if (!api || !grid) return;
    const onFocusIn = ({ target }: FocusEvent): void => {
      const cell = target instanceof HTMLElement && target.matches('.ag-cell') ? target : null;
      const rowId = cell?.closest('[row-id]')?.getAttribute('row-id');
      const row = rowId ? api.getRowNode(rowId)?.data : undefined;
      if (!cell || !row || !model.isRow(row)) return;
      const words = model.spokenWords(row, cell.getAttribute('col-id') ?? '');
      if (words !== '') cell.setAttribute('aria-label', words);
    };
    const onFocusOut = ({ target }: FocusEvent): void => {
      // The cell may hold something else when it is reached again.
      if (target instanceof HTMLElement && target.matches('.ag-cell')) target.removeAttribute('aria-label');
    };
    grid.addEventListener('focusin', onFocusIn, true);
    grid.addEventListener('focusout', onFocusOut, true);
    return () => {
      grid.removeEventListener('focusin', onFocusIn, true);
      grid.removeEventListener('focusout', onFocusOut, true);
    };
  }, [api, frame, model]);
}
