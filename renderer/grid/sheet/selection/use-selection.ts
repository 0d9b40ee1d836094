import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { MatrixActions } from '#renderer/grid/matrix/matrix-actions.ts';
import type { MatrixRow, TaskRow } from '#renderer/view/matrix-rows.ts';
import { listenToFillHandle } from '../fill/fill-handle.ts';
import { listenToPointer } from './pointer.ts';
import { selectionLayer } from './selection-layer.ts';
import { putSheet, useGridSelection } from './selection-store.ts';

/** Keeps what is selected true to what the grid shows, draws it, and lets the mouse change it. */
export function useSelection(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  actions: MatrixActions,
): void {
  useEffect(() => {
    if (!api || !frame.current) return;
    const layer = selectionLayer(api, frame.current);
    const readSheet = (): void => {
      const tasks: TaskRow[] = [];
      for (let index = 0; index < api.getDisplayedRowCount(); index++) {
        const row = api.getDisplayedRowAtIndex(index)?.data;
        if (row?.kind === 'task') tasks.push(row);
      }
      putSheet({ tasks, columns: api.getAllDisplayedColumns().map((column) => column.getColId()) });
    };
    readSheet();
    const stopPointer = listenToPointer(api, frame.current);
    const stopHandle = listenToFillHandle(api, frame.current, layer.showPreview, actions.onChange);
    const stopStore = useGridSelection.subscribe(layer.paint);
    api.addEventListener('modelUpdated', readSheet);
    api.addEventListener('displayedColumnsChanged', readSheet);
    api.addEventListener('columnResized', layer.paint);
    return () => {
      stopPointer();
      stopHandle();
      stopStore();
      layer.remove();
      if (api.isDestroyed()) return;
      api.removeEventListener('modelUpdated', readSheet);
      api.removeEventListener('displayedColumnsChanged', readSheet);
      api.removeEventListener('columnResized', layer.paint);
    };
  }, [api, frame, actions]);
}
