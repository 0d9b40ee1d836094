import { useEffect, useRef } from 'react';
import { type Reveal, revealInGrid } from './reveal.ts';
import type { SheetRow } from './selection/sheet.ts';
import type { SheetApi } from './sheet-api.ts';

/** Rows that a wish waits for come within a read of the data file. Longer, and the cursor would jump out of the blue. */
const WAIT_MS = 3_000;

/** Shows the cells a wish names, once, as soon as their rows are in the grid; a wish that is not met soon is dropped. */
export function useReveal(
  api: SheetApi | null,
  reveal: Reveal | null,
  rows: readonly SheetRow[],
  mainColumn: string,
): void {
  const settled = useRef(0);
  const wished = useRef({ seq: 0, at: 0 });
  useEffect(() => {
    if (!api || !reveal || reveal.seq === settled.current) return;
    const now = performance.now();
    if (wished.current.seq !== reveal.seq) wished.current = { seq: reveal.seq, at: now };
    // Rows hidden by a filter a moment ago may come with the next rows; until then the wish stays open.
    const tooLate = now - wished.current.at > WAIT_MS;
    if (tooLate || (rows.length > 0 && revealInGrid(api, reveal, mainColumn))) settled.current = reveal.seq;
  }, [api, reveal, rows, mainColumn]);
}
