import { useEffect } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import { forgetWeek, leaveWeek, useWeekOpen } from '../features/week/week-state.ts';
import { useWindowState } from '../state/window-state.ts';

/**
 * 本周 stands in the panel's place when the window opens, once the plan is on show, until the clerk turns to a cell or
 * puts it aside; a new day brings it back.
 *
 * @returns whether it is open
 */
export function useWeekAtStart(overview: Overview | undefined): boolean {
  const ready = useWindowState((state) => state.ready);
  const today = overview?.today ?? '';
  const open = useWeekOpen(today);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is what the card comes back for
  useEffect(() => forgetWeek, [today]);
  useEffect(
    () =>
      useWindowState.subscribe((state, before) => {
        const turned = state.selection !== before.selection && before.selection !== null;
        if (before.ready && turned) leaveWeek();
      }),
    [],
  );
  return ready && overview !== undefined && open;
}
