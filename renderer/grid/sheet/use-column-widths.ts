import type { ColumnResizedEvent, GridApi } from 'ag-grid-community';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { MatrixActions } from '#renderer/grid/matrix/matrix-actions.ts';
import { agencyOfColumn, FOLDED_KIND_PREFIX, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { MatrixView } from '#renderer/view/matrix-view.ts';
import { FOLDED_KIND_WIDTH, fitColumns, NUMBER_WIDTH } from './column-widths.ts';

export type WidthWish = Pick<MatrixView, 'kind' | 'widths' | 'zoom'>;

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
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  columns: readonly object[],
  { kind, widths, zoom }: WidthWish,
  actions: MatrixActions,
  firstWidth: number,
): void {
  // Told by the observer: to ask for the width while the grid is being built would lay the page out once more.
  const room = useRef(firstWidth);
  const layOut = useCallback(() => {
    if (api) setWidths(api, room.current, { kind, widths, zoom });
  }, [api, kind, widths, zoom]);
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
    const onResized = (event: ColumnResizedEvent<MatrixRow>): void => {
      const drawn = drawnWidth(event, zoom);
      if (drawn) actions.onWidth(drawn.columnId, drawn.width);
    };
    api.addEventListener('columnResized', onResized);
    return () => {
      if (api.isDestroyed()) return;
      api.removeEventListener('columnResized', onResized);
    };
  }, [api, zoom, actions]);
}

function setWidths(api: GridApi<MatrixRow>, room: number, { kind, widths, zoom }: WidthWish): void {
  if (room === 0) return;
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  const folded = ids.filter((id) => id.startsWith(FOLDED_KIND_PREFIX)).length;
  const agencies = ids.filter((id) => agencyOfColumn(id) !== null).length;
  const fit = fitColumns(room - folded * FOLDED_KIND_WIDTH, agencies, kind);
  const usual = (id: string): number => {
    if (id === TITLE_COLUMN) return fit.task;
    if (agencyOfColumn(id) !== null) return fit.agency;
    return id.startsWith(FOLDED_KIND_PREFIX) ? FOLDED_KIND_WIDTH : NUMBER_WIDTH;
  };
  api.setColumnWidths(ids.map((key) => ({ key, newWidth: Math.round((widths[key] ?? usual(key)) * zoom) })));
}

/** @returns the width a person has just drawn, at a zoom of 1, or `null` when it was not a person */
function drawnWidth(
  { finished, source, column }: ColumnResizedEvent<MatrixRow>,
  zoom: number,
): { readonly columnId: string; readonly width: number } | null {
  if (!finished || !column || !BY_HAND.has(source)) return null;
  return { columnId: column.getColId(), width: Math.round(column.getActualWidth() / zoom) };
}
