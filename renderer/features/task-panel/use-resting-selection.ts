import { useEffect, useState } from 'react';
import { type ChosenCell, useWindowState } from '../../state/window-state.ts';

/** Longer than a held arrow key takes to repeat, shorter than the eye takes to wander from the cell to the panel. */
const REST_MS = 80;

/**
 * The chosen cell once the cursor rests on it: a panel read and painted for every row that a held key passes would hold
 * the cursor back. A progress that is asked for is shown at once.
 */
export function useRestingSelection(): ChosenCell | null {
  const [resting, setResting] = useState(() => useWindowState.getState().selection);
  useEffect(() => {
    let timer = 0;
    const rest = () => setResting(useWindowState.getState().selection);
    const stop = useWindowState.subscribe((now, before) => {
      if (now.selection === before.selection) return;
      window.clearTimeout(timer);
      if (before.selection === null || now.editProgressSeq !== before.editProgressSeq) rest();
      else timer = window.setTimeout(rest, REST_MS);
    });
    // What was chosen between the first rendering and now.
    rest();
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, []);
  return resting;
}
