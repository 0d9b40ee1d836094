import { type RefObject, useEffect } from 'react';
import type { SheetContext } from './column-head.ts';
import type { SheetActions } from './sheet-actions.ts';
import type { SheetApi } from './sheet-api.ts';

/** Draws the rows at the zoom of the view, and hears Ctrl with the wheel as a spreadsheet does. */
export function useZoom(
  api: SheetApi | null,
  frame: RefObject<HTMLElement | null>,
  context: SheetContext,
  zoom: number,
  { onZoom }: Pick<SheetActions, 'onZoom'>,
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
      if (event.deltaY !== 0) onZoom(event.deltaY < 0 ? 1 : -1);
    };
    grid.addEventListener('wheel', onWheel, { passive: false });
    return () => grid.removeEventListener('wheel', onWheel);
  }, [frame, onZoom]);
}
