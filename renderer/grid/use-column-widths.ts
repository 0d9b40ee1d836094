import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { FOLDED_KIND_WIDTH, fitColumns } from './column-widths.ts';
import { agencyOfColumn, FOLDED_KIND_PREFIX, TITLE_COLUMN } from './columns.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** Lays the columns out again when other columns are shown. */
export function useColumnWidths(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  columns: readonly object[],
): void {
  useEffect(() => {
    if (api && frame.current && columns.length > 0) setWidths(api, frame.current.clientWidth);
  }, [api, frame, columns]);
}

/** Shares a width among the columns that are shown. */
export function setWidths(api: GridApi<MatrixRow>, width: number): void {
  if (width === 0) return;
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  const agencyIds = ids.filter((id) => agencyOfColumn(id) !== null);
  const folded = ids.filter((id) => id.startsWith(FOLDED_KIND_PREFIX)).length;
  const widths = fitColumns(width - folded * FOLDED_KIND_WIDTH, agencyIds.length);
  api.setColumnWidths([
    { key: TITLE_COLUMN, newWidth: widths.task },
    ...agencyIds.map((key) => ({ key, newWidth: widths.agency })),
  ]);
}
