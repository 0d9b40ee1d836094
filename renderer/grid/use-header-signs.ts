import type { GridApi } from 'ag-grid-community';
import { useEffect, useState } from 'react';
import type { GridContext, HeaderSigns } from './grid-context.ts';
import type { MatrixActions } from './matrix-actions.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** Keeps the heads' signs true without building the columns anew (pitfall 14). */
export function useHeaderSigns(
  api: GridApi<MatrixRow> | null,
  actions: MatrixActions,
  signs: HeaderSigns,
  zoom: number,
): GridContext {
  const [context] = useState<GridContext>({ actions, signs, zoom });
  useEffect(() => {
    if (context.signs === signs) return;
    context.signs = signs;
    api?.refreshHeader();
  }, [api, context, signs]);
  return context;
}
