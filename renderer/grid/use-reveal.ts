import type { GridApi } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import type { MatrixRow } from './matrix-rows.ts';
import { type RevealWish, revealInGrid } from './reveal.ts';

/** Shows the cells a wish names, once, as soon as their rows are in the grid. */
export function useReveal(api: GridApi<MatrixRow> | null, reveal: RevealWish | null, rows: readonly MatrixRow[]): void {
  const revealed = useRef(0);
  useEffect(() => {
    if (!api || !reveal || reveal.seq === revealed.current) return;
    // Rows hidden by a filter a moment ago may come with the next rows; until then the wish stays open.
    if (rows.length > 0 && revealInGrid(api, reveal)) revealed.current = reveal.seq;
  }, [api, reveal, rows]);
}
