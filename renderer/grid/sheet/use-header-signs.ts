import { useEffect, useState } from 'react';
import type { HeaderSigns, SheetContext } from './column-head.ts';
import type { SheetApi } from './sheet-api.ts';

/** What heads and headings ask while they are painted: one object for the grid's whole life. */
export function useSheetContext<Actions extends SheetContext['actions']>(
  actions: Actions,
  signs: HeaderSigns,
  zoom: number,
): SheetContext & { readonly actions: Actions } {
  const [context] = useState({ actions, signs, zoom });
  return context;
}

/** Keeps the heads' signs true without building the columns anew (pitfall 14). */
export function useHeaderSigns(api: SheetApi | null, context: SheetContext, signs: HeaderSigns): void {
  useEffect(() => {
    if (context.signs === signs) return;
    context.signs = signs;
    api?.refreshHeader();
  }, [api, context, signs]);
}
