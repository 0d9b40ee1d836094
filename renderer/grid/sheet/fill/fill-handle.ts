import type { GridApi } from 'ag-grid-community';
import { fillChanges, fillToEdge, type RoleChange } from '#renderer/grid/matrix/fill-roles.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import { choose } from '../selection/cursor.ts';
import { followDrag } from '../selection/drag.ts';
import type { Area, Spot } from '../selection/geometry.ts';
import { areaOf, lastRange, selectRange } from '../selection/selection.ts';
import { FILL_HANDLE } from '../selection/selection-layer.ts';
import { shownSheet, useGridSelection } from '../selection/selection-store.ts';
import { type Fill, fillTowards } from './fill.ts';

/** Two presses within this time are a double click, the usual setting of Windows. */
const DOUBLE_CLICK_MS = 500;

/**
 * Dragging the square at the corner of what is selected repeats its marks where it is dragged to; a double click, down
 * to the end of the column beside it.
 *
 * @param showPreview draws the area that would be filled
 * @param onFill told the changes when the handle is let go
 * @returns a function that stops listening
 */
export function listenToFillHandle(
  api: GridApi<MatrixRow>,
  frame: HTMLElement,
  showPreview: (area: Area | null) => void,
  onFill: (changes: () => Iterable<RoleChange>) => void,
): () => void {
  let pressedAt = Number.NEGATIVE_INFINITY;

  const finish = (fill: Fill | undefined, source: Area, active: Spot): void => {
    if (!fill) return;
    const { sheet } = useGridSelection.getState();
    onFill(() => fillChanges(shownSheet(sheet), fill));
    const { top, left, bottom, right } = fill.target;
    choose(
      api,
      selectRange(
        { row: Math.min(source.top, top), column: Math.min(source.left, left) },
        { row: Math.max(source.bottom, bottom), column: Math.max(source.right, right) },
        active,
      ),
      null,
    );
  };

  const onPointerDown = (event: PointerEvent): void => {
    const { selection } = useGridSelection.getState();
    const onHandle = event.target instanceof Element && event.target.classList.contains(FILL_HANDLE);
    if (!selection || !onHandle || event.button !== 0) return;
    // Prevented, so that the page keeps the focus in the active cell; the moves that follow still come.
    event.preventDefault();
    event.stopPropagation();
    const source = areaOf(lastRange(selection));
    // The square is drawn anew between the presses, so the page itself sees no double click on it.
    const again = event.timeStamp - pressedAt < DOUBLE_CLICK_MS;
    pressedAt = event.timeStamp;
    if (again) {
      finish(fillToEdge(useGridSelection.getState().sheet, source), source, selection.active);
      return;
    }
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
        finish(fill, source, selection.active);
      },
    );
  };
  frame.addEventListener('pointerdown', onPointerDown, true);
  return () => frame.removeEventListener('pointerdown', onPointerDown, true);
}
