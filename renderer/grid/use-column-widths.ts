import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { AgencyView } from '#shared/domain/views.ts';
import { fitColumns } from './column-widths.ts';
import { agencyOfColumn, TITLE_COLUMN } from './columns.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** Lays the columns out again when other agencies are shown. */
export function useColumnWidths(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  agencies: readonly AgencyView[],
): void {
  useEffect(() => {
    if (api && frame.current && agencies.length > 0) setWidths(api, frame.current.clientWidth);
  }, [api, frame, agencies]);
}

/** Shares a width among the columns that are shown. */
export function setWidths(api: GridApi<MatrixRow>, width: number): void {
  if (width === 0) return;
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  const agencyIds = ids.filter((id) => agencyOfColumn(id) !== null);
  const widths = fitColumns(width, agencyIds.length);
  api.setColumnWidths([
    { key: TITLE_COLUMN, newWidth: widths.task },
    ...agencyIds.map((key) => ({ key, newWidth: widths.agency })),
  ]);
}
