import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { MatrixActions } from './matrix-actions.ts';
import type { MatrixRow, SectionRow } from './matrix-rows.ts';

/**
 * Folds and unfolds by keyboard what the mouse does on the signs: Alt+Shift+← folds the section around the chosen
 * cell and leaves the cursor on its heading, Alt+Shift+→ or Enter opens a folded heading; Alt+↓ on a column's head
 * opens its funnel.
 */
export function useFolding(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  actions: MatrixActions,
): void {
  useEffect(() => {
    const grid = frame.current;
    if (!api || !grid) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (openFunnel(event) || fold(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const openFunnel = (event: KeyboardEvent): boolean => {
      if (event.key !== 'ArrowDown' || !event.altKey || !(event.target instanceof HTMLElement)) return false;
      const head = event.target.closest<HTMLElement>('.ag-header-cell');
      const columnId = head?.getAttribute('col-id');
      if (!head || !columnId || head.querySelector('.head-funnel') === null) return false;
      actions.onFilter({ columnId, box: head.getBoundingClientRect(), focusBack: () => head });
      return true;
    };
    const fold = (event: KeyboardEvent): boolean => {
      const focused = api.getFocusedCell();
      const row = focused && api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
      if (!row || (event.target instanceof Element && event.target.closest('.ag-header'))) return false;
      const outline = event.altKey && event.shiftKey;
      if (row.kind === 'section' && row.folded && (event.key === 'Enter' || (outline && event.key === 'ArrowRight'))) {
        actions.onFoldSection(row.sectionId);
        return true;
      }
      if (row.kind !== 'task' || !outline || event.key !== 'ArrowLeft') return false;
      const heading = headingAbove(api, focused.rowIndex);
      if (!heading) return false;
      actions.onFoldSection(heading.row.sectionId);
      requestAnimationFrame(() => api.setFocusedCell(heading.index, focused.column));
      return true;
    };
    grid.addEventListener('keydown', onKeyDown, true);
    return () => grid.removeEventListener('keydown', onKeyDown, true);
  }, [api, frame, actions]);
}

function headingAbove(
  api: GridApi<MatrixRow>,
  from: number,
): { readonly index: number; readonly row: SectionRow } | null {
  for (let index = from; index >= 0; index -= 1) {
    const row = api.getDisplayedRowAtIndex(index)?.data;
    if (row?.kind === 'section') return { index, row };
  }
  return null;
}
