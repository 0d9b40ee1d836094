import type { AgencyId, PeriodId } from './ids.ts';
import type { PeriodView } from './overview.ts';

/** A period with how far its reporting has come: duties owed, and those for which something was reported. */
export type PeriodStanding = PeriodView & {
  readonly owed: number;
  readonly reported: number;
  /** The day that counts (ISO): the due day as the calendar moves it. */
  readonly dueDay: string;
  /** The holidays of that year are not known: the day may have to move. */
  readonly isDueUnsure: boolean;
};

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
