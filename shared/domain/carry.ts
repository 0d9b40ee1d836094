import type { PeriodKind } from './period.ts';

/** Fields of a progress entry that a period can take over from the one before. When and by whom it was reported never is. */
export const CARRIED_FIELDS = ['status', 'percent', 'narrative', 'problems', 'nextSteps'] as const;

export type CarriedField = (typeof CARRIED_FIELDS)[number];

/** What usually goes on: how far it is and what is in the way. The text of a period is written anew. */
export const USUALLY_CARRIED: readonly CarriedField[] = ['status', 'percent', 'problems', 'nextSteps'];

/** What a period could take over from the one before it. */
export type CarryPreview = {
  /** Entries of the earlier period that the later one has no entry for. */
  readonly entries: number;
  /** Duties that have an entry already: they stay as they are. */
  readonly kept: number;
  /** Entries of duties that are not owed in the later period. */
  readonly notOwed: number;
};

type Dated = { readonly kind: PeriodKind; readonly startsOn: string };

/** The period before another one of its kind; `undefined` for the first. */
export function periodBefore<P extends Dated>(periods: readonly P[], period: Dated): P | undefined {
  return periods.findLast(({ kind, startsOn }) => kind === period.kind && startsOn < period.startsOn);
}

/** The period after another one of its kind; `undefined` for the last. */
export function laterPeriod<P extends Dated>(periods: readonly P[], period: Dated): P | undefined {
  return periods.find(({ kind, startsOn }) => kind === period.kind && startsOn > period.startsOn);
}
