import type { GridApi } from 'ag-grid-community';
import { useEffect, useState } from 'react';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { GridContext, HeaderSigns } from './grid-context.ts';
import type { MatrixActions } from './matrix-actions.ts';

/** What heads and headings ask while they are painted: one object for the grid's whole life. */
export function useGridContext(actions: MatrixActions, signs: HeaderSigns, zoom: number): GridContext {
  const [context] = useState<GridContext>({ actions, signs, zoom });
  return context;
}

/** Keeps the heads' signs true without building the columns anew (pitfall 14). */
export function useHeaderSigns(api: GridApi<MatrixRow> | null, context: GridContext, signs: HeaderSigns): void {
  useEffect(() => {
    if (context.signs === signs) return;
    context.signs = signs;
    api?.refreshHeader();
  }, [api, context, signs]);
}
