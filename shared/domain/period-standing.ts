import type { AgencyId, PeriodId } from './ids.ts';
import type { DatedPeriod } from './overview.ts';

/** A period with how far its reporting has come: duties owed, and those for which something was reported. */
export type PeriodStanding = DatedPeriod & { readonly owed: number; readonly reported: number };

/** What is not reported in a period, by agency: what closing it would leave open. */
export type PeriodGaps = {
  readonly periodId: PeriodId;
  readonly owed: number;
  readonly missing: number;
  readonly agencies: readonly {
    readonly agencyId: AgencyId;
    readonly agencyName: string;
    /** Numbers of the tasks. */
    readonly tasks: readonly number[];
  }[];
};
