import { create } from 'zustand';
import type { Moment } from '#shared/domain/moment.ts';
import { client } from '../bridge/client.ts';
import { putLookedAt } from '../bridge/looked-at.ts';
import { queryClient } from '../bridge/query-client.ts';
import { closeDialog } from './window-state.ts';

const usePastState = create<{ readonly asOf: Moment | null }>(() => ({ asOf: null }));

/** The moment of the past that the window looks at; `null`: the present. */
export function useAsOf(): Moment | null {
  return usePastState((state) => state.asOf);
}

export function isInPast(): boolean {
  return usePastState.getState().asOf !== null;
}

/**
 * Shows the plan as it was at a moment, in all screens, to be read only. Nothing that was read of another moment stays
 * on show: what cannot be read anew is not shown as if it had been so then.
 */
export async function lookAt(moment: Moment): Promise<void> {
  closeDialog();
  await showMoment(moment);
}

/** Back to the present. */
export async function returnToPresent(): Promise<void> {
  await showMoment(null);
  await client.history.leavePast();
}

async function showMoment(asOf: Moment | null): Promise<void> {
  putLookedAt(asOf);
  usePastState.setState({ asOf });
  await queryClient.resetQueries();
}
