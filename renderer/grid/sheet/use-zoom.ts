import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { GridContext } from '#renderer/grid/matrix/grid-context.ts';
import type { MatrixActions } from '#renderer/grid/matrix/matrix-actions.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';

/** Draws the rows at the zoom of the view, and hears Ctrl with the wheel as a spreadsheet does. */
export function useZoom(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  context: GridContext,
  zoom: number,
  actions: MatrixActions,
): void {
  useEffect(() => {
    if (context.zoom === zoom) return;
    context.zoom = zoom;
    api?.resetRowHeights();
  }, [api, context, zoom]);

  useEffect(() => {
    const grid = frame.current;
    if (!grid) return;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      // Else the whole window would be zoomed.
      event.preventDefault();
      if (event.deltaY !== 0) actions.onZoom(event.deltaY < 0 ? 1 : -1);
    };
    grid.addEventListener('wheel', onWheel, { passive: false });
    return () => grid.removeEventListener('wheel', onWheel);
  }, [frame, actions]);
}
