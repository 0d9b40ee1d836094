import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { MatrixRow, SectionRow } from '#renderer/view/matrix-rows.ts';
import type { MatrixActions } from './matrix-actions.ts';

/**
 * Folds and unfolds by keyboard what the mouse does on the signs: Alt+Shift+← folds the section around the chosen
 * cell and leaves the cursor on its heading, Alt+Shift+→ opens the nearest folded one, Enter the one it stands on.
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
      if (fold(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const fold = (event: KeyboardEvent): boolean => {
      const focused = api.getFocusedCell();
      const row = focused && api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
      if (!row || (event.target instanceof Element && event.target.closest('.ag-header'))) return false;
      const outline = event.altKey && event.shiftKey;
      const opens = outline && event.key === 'ArrowRight';
      if (row.kind === 'section') {
        if (!row.folded || !(opens || event.key === 'Enter')) return false;
        actions.onFoldSection(row.sectionId);
        return true;
      }
      if (opens) {
        const folded = nearestHeading(api, focused.rowIndex, (heading) => heading.folded);
        if (folded) actions.onFoldSection(folded.row.sectionId);
        return folded !== null;
      }
      if (!outline || event.key !== 'ArrowLeft') return false;
      const heading = nearestHeading(api, focused.rowIndex, () => true);
      if (!heading) return false;
      actions.onFoldSection(heading.row.sectionId);
      requestAnimationFrame(() => api.setFocusedCell(heading.index, focused.column));
      return true;
    };
    grid.addEventListener('keydown', onKeyDown, true);
    return () => grid.removeEventListener('keydown', onKeyDown, true);
  }, [api, frame, actions]);
}

/** The first heading upwards that is meant, or else the first one downwards. */
function nearestHeading(
  api: GridApi<MatrixRow>,
  from: number,
  isMeant: (heading: SectionRow) => boolean,
): { readonly index: number; readonly row: SectionRow } | null {
  const upwards = Array.from({ length: from + 1 }, (_, step) => from - step);
  const downwards = Array.from({ length: api.getDisplayedRowCount() - from - 1 }, (_, step) => from + 1 + step);
  for (const index of [...upwards, ...downwards]) {
    const row = api.getDisplayedRowAtIndex(index)?.data;
    if (row?.kind === 'section' && isMeant(row)) return { index, row };
  }
  return null;
}
