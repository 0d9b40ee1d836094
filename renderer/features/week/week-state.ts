import { create } from 'zustand';
import { recall, remember } from '#renderer/bridge/remembered.ts';

/** Whether 本周 is open. `null`: nobody has said yet, the day decides. */
const useWeekState = create<{ readonly open: boolean | null }>(() => ({ open: null }));

/** The day on which it was put aside last, on this machine. */
const CLOSED_ON = 'week-closed-on';

/** It opens by itself until it is put aside, and again the next day. */
export function useWeekOpen(today: string): boolean {
  const open = useWeekState((state) => state.open);
  return open ?? recall(CLOSED_ON) !== today;
}

/** Whether the clerk has asked for it: then it may lie over a screen that has no panel for it to stand in. */
export function useWeekAsked(): boolean {
  return useWeekState((state) => state.open === true);
}

export function openWeek(): void {
  useWeekState.setState({ open: true });
}

/** Put aside by the clerk: it stays away until tomorrow, or until it is asked for. */
export function closeWeek(today: string): void {
  remember(CLOSED_ON, today);
  useWeekState.setState({ open: false });
}

/** The clerk has turned to something else; nothing is remembered. */
export function leaveWeek(): void {
  useWeekState.setState({ open: false });
}

/** A new day: it decides again. */
export function forgetWeek(): void {
  useWeekState.setState({ open: null });
}
