import type { GridApi } from 'ag-grid-community';
import type { MatrixRow } from '../matrix-rows.ts';
import { choose } from '../selection/cursor.ts';
import { followDrag } from '../selection/drag.ts';
import type { Area } from '../selection/geometry.ts';
import { areaOf, lastRange, selectRange } from '../selection/selection.ts';
import { FILL_HANDLE } from '../selection/selection-layer.ts';
import { shownSheet, useGridSelection } from '../selection/selection-store.ts';
import { type Fill, fillChanges, fillTowards, type RoleChange } from './fill.ts';

/**
 * Dragging the square at the corner of what is selected repeats its marks where it is dragged to.
 *
 * @param showPreview draws the area that would be filled
 * @param onFill told the changes when the handle is let go
 * @returns a function that stops listening
 */
export function listenToFillHandle(
  api: GridApi<MatrixRow>,
  frame: HTMLElement,
  showPreview: (area: Area | null) => void,
  onFill: (changes: () => readonly RoleChange[]) => void,
): () => void {
  const onPointerDown = (event: PointerEvent): void => {
    const { selection } = useGridSelection.getState();
    const onHandle = event.target instanceof Element && event.target.classList.contains(FILL_HANDLE);
    if (!selection || !onHandle || event.button !== 0) return;
    // Prevented, so that the page keeps the focus in the active cell; the moves that follow still come.
    event.preventDefault();
    event.stopPropagation();
    const source = areaOf(lastRange(selection));
    let fill: Fill | undefined;
    followDrag(
      api,
      frame,
      (spot) => {
        fill = fillTowards(source, spot);
        showPreview(fill ? fill.target : null);
      },
      () => {
        showPreview(null);
        if (!fill) return;
        const { sheet } = useGridSelection.getState();
        const done = fill;
        onFill(() => fillChanges(shownSheet(sheet), done));
        const { top, left, bottom, right } = done.target;
        choose(
          api,
          selectRange(
            { row: Math.min(source.top, top), column: Math.min(source.left, left) },
            { row: Math.max(source.bottom, bottom), column: Math.max(source.right, right) },
            selection.active,
          ),
          null,
        );
      },
    );
  };
  frame.addEventListener('pointerdown', onPointerDown, true);
  return () => frame.removeEventListener('pointerdown', onPointerDown, true);
}
