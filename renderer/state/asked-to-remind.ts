import { create } from 'zustand';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import { showScreen } from './screen.ts';

/** Agencies that another screen asked to be reminded, for a period. */
export type AskedToRemind = {
  readonly periodId: PeriodId | null;
  readonly agencyIds: readonly AgencyId[];
  /** Counts the askings: the same agencies may be meant again. */
  readonly times: number;
};

const useAsked = create<AskedToRemind>(() => ({ periodId: null, agencyIds: [], times: 0 }));

/** Opens 催办 with these agencies ticked. */
export function askToRemind(periodId: PeriodId, agencyIds: readonly AgencyId[]): void {
  useAsked.setState(({ times }) => ({ periodId, agencyIds, times: times + 1 }));
  showScreen('reminders');
}

export function useAskedToRemind(): AskedToRemind {
  return useAsked();
}
