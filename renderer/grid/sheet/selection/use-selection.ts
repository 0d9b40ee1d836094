import { type RefObject, useEffect } from 'react';
import { listenToFillHandle } from '../fill/fill-handle.ts';
import type { SheetApi } from '../sheet-api.ts';
import type { GridSheet } from '../sheet-model.ts';
import { listenToPointer } from './pointer.ts';
import { selectionLayer } from './selection-layer.ts';
import type { SheetRow } from './sheet.ts';

/** Keeps what is selected true to what the grid shows, draws it, and lets the mouse change it. */
export function useSelection(api: SheetApi | null, frame: RefObject<HTMLElement | null>, sheet: GridSheet): void {
  useEffect(() => {
    if (!api || !frame.current) return;
    const { model, store } = sheet;
    const layer = selectionLayer(api, store, frame.current);
    const readSheet = (): void => {
      const rows: SheetRow[] = [];
      for (let index = 0; index < api.getDisplayedRowCount(); index++) {
        const row = api.getDisplayedRowAtIndex(index)?.data;
        if (row && model.isRow(row)) rows.push(row);
      }
      store.putSheet({ rows, columns: api.getAllDisplayedColumns().map((column) => column.getColId()) });
    };
    readSheet();
    const stopPointer = listenToPointer(api, sheet, frame.current);
    const stopHandle = listenToFillHandle(api, sheet, frame.current, layer.showPreview);
    const stopStore = store.subscribe(layer.paint);
    api.addEventListener('modelUpdated', readSheet);
    api.addEventListener('displayedColumnsChanged', readSheet);
    api.addEventListener('columnResized', layer.paint);
    api.addEventListener('viewportChanged', layer.paintIfMoved);
    return () => {
      stopPointer();
      stopHandle();
      stopStore();
      layer.remove();
      if (api.isDestroyed()) return;
      api.removeEventListener('modelUpdated', readSheet);
      api.removeEventListener('displayedColumnsChanged', readSheet);
      api.removeEventListener('columnResized', layer.paint);
      api.removeEventListener('viewportChanged', layer.paintIfMoved);
    };
  }, [api, frame, sheet]);
}
