import { useEffect, useRef } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import { forgetWeek, leaveWeek, useWeekAsked, useWeekOpen } from '../features/week/week-state.ts';
import { useAsOf } from '../state/past.ts';
import { useScreen } from '../state/screen.ts';
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
  const inPast = useAsOf() !== null;
  const open = useWeekOpen(today);
  const asked = useWeekAsked();
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
  // Asked for over one screen it does not follow to the next, where it would lie over other buttons.
  const screen = useScreen();
  const before = useRef(screen);
  useEffect(() => {
    if (before.current !== screen && asked) leaveWeek();
    before.current = screen;
  }, [screen, asked]);
  // A day of the past has its own week, for who asks for it: it does not come by itself over what is looked at.
  return ready && overview !== undefined && open && (asked || !inPast);
}
