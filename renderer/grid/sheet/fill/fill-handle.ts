import { choose, groundOf } from '../selection/cursor.ts';
import { followDrag } from '../selection/drag.ts';
import type { Area, Spot } from '../selection/geometry.ts';
import { areaOf, lastRange, selectRange } from '../selection/selection.ts';
import { FILL_HANDLE } from '../selection/selection-layer.ts';
import type { SheetApi } from '../sheet-api.ts';
import { type GridSheet, perform } from '../sheet-model.ts';
import { type Fill, fillToEdge, fillTowards } from './fill.ts';

/** Two presses within this time are a double click, the usual setting of Windows. */
const DOUBLE_CLICK_MS = 500;

/**
 * Dragging the square at the corner of what is selected repeats what stands there where it is dragged to; a double click, down
 * to the end of the column beside it.
 *
 * @param showPreview draws the area that would be filled
 * @returns a function that stops listening
 */
export function listenToFillHandle(
  api: SheetApi,
  sheet: GridSheet,
  frame: HTMLElement,
  showPreview: (area: Area | null) => void,
): () => void {
  const { store } = sheet;
  let pressedAt = Number.NEGATIVE_INFINITY;

  const finish = (fill: Fill | undefined, source: Area, active: Spot): void => {
    if (!fill) return;
    void perform(sheet, { kind: 'fill', fills: [fill] });
    const { top, left, bottom, right } = fill.target;
    choose(
      api,
      store,
      selectRange(
        { row: Math.min(source.top, top), column: Math.min(source.left, left) },
        { row: Math.max(source.bottom, bottom), column: Math.max(source.right, right) },
        active,
      ),
      null,
    );
  };

  const onPointerDown = (event: PointerEvent): void => {
    const { selection } = store.getState();
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
      finish(fillToEdge(groundOf(api, sheet).isFilled, source), source, selection.active);
      return;
    }
    let fill: Fill | undefined;
    followDrag(
      api,
      store,
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
