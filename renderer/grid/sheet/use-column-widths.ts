import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { SheetActions } from './sheet-actions.ts';
import type { SheetApi, WidthChange } from './sheet-api.ts';

export type WidthWish = {
  /** Widths drawn by hand, at a zoom of 1; the others share the room. */
  readonly widths: Readonly<Record<string, number>>;
  readonly zoom: number;
  /**
   * The usual widths of the columns on show, when the grid has so much room. The same function while nothing about the
   * columns changes: they are laid out again for another.
   */
  readonly usualWidths: (columnIds: readonly string[], room: number) => (columnId: string) => number;
};

/** Sources by which a person, and not this file, has set a width. */
const BY_HAND: ReadonlySet<string> = new Set(['uiColumnResized', 'autosizeColumns']);

/**
 * Lays the columns out: those whose width was drawn by hand keep it, the others share the room. Tells the widths
 * that a person draws.
 *
 * @param columns laid out again when they change
 * @param firstWidth of the grid, until it has been measured
 */
export function useColumnWidths(
  api: SheetApi | null,
  frame: RefObject<HTMLElement | null>,
  columns: readonly object[],
  { widths, zoom, usualWidths }: WidthWish,
  { onWidth }: Pick<SheetActions, 'onWidth'>,
  firstWidth: number,
): void {
  // Told by the observer: to ask for the width while the grid is being built would lay the page out once more.
  const room = useRef(firstWidth);
  const layOut = useCallback(() => {
    if (api) setWidths(api, room.current, { widths, zoom, usualWidths });
  }, [api, widths, zoom, usualWidths]);
  useEffect(() => {
    if (columns.length > 0) layOut();
  }, [columns, layOut]);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === room.current) return;
      room.current = width;
      layOut();
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame, layOut]);
  useEffect(() => {
    if (!api) return;
    const onResized = (event: WidthChange): void => {
      const drawn = drawnWidth(event, zoom);
      if (drawn) onWidth(drawn.columnId, drawn.width);
    };
    api.addEventListener('columnResized', onResized);
    return () => {
      if (api.isDestroyed()) return;
      api.removeEventListener('columnResized', onResized);
    };
  }, [api, zoom, onWidth]);
}

function setWidths(api: SheetApi, room: number, { widths, zoom, usualWidths }: WidthWish): void {
  if (room === 0) return;
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  const usual = usualWidths(ids, room);
  api.setColumnWidths(ids.map((key) => ({ key, newWidth: Math.round((widths[key] ?? usual(key)) * zoom) })));
}

/** @returns the width a person has just drawn, at a zoom of 1, or `null` when it was not a person */
function drawnWidth(
  { finished, source, column }: WidthChange,
  zoom: number,
): { readonly columnId: string; readonly width: number } | null {
  if (!finished || !column || !BY_HAND.has(source)) return null;
  return { columnId: column.getColId(), width: Math.round(column.getActualWidth() / zoom) };
}
