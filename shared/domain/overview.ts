import type { AgencyView } from './agency-views.ts';
import type { PeriodId, PlanId, SectionId, SendingId } from './ids.ts';
import type { LightDef } from './light.ts';
import type { Cadence, OnHoliday, PeriodKind } from './period.ts';

/** What the window and the command line see of the data file: plain rows, ready to show. Dates are ISO texts. */

export type PlanView = {
  readonly id: PlanId;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly year: number;
  readonly sourceName: string;
  readonly sourceSha256: string;
  /** When it was put aside as a plan of the past (ISO date); `null` for one that is worked on. */
  readonly archivedOn: string | null;
  /** The kind of period the plan reports by; a task may say another one. */
  readonly cadence: Cadence;
  /** The plan of the year before, when this one goes on with it. */
  readonly previousPlanId: PlanId | null;
};

/** A plan of the data file, for choosing one. */
export type PlanSummary = Pick<PlanView, 'id' | 'title' | 'year' | 'documentNumber' | 'archivedOn'>;

export type SectionView = {
  readonly id: SectionId;
  readonly ordinal: number;
  readonly title: string;
};

export type PeriodView = {
  readonly id: PeriodId;
  readonly planId: PlanId;
  readonly kind: PeriodKind;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** As it was set; the day that counts is `dueDayOf`, see due-day.ts. */
  readonly dueOn: string;
  /** Whether a due day that is no workday moves. */
  readonly onHoliday: OnHoliday;
  readonly closedOn: string | null;
};

/** A period with the day that counts: as it was set, moved over holidays where it is to be. */
export type DatedPeriod = PeriodView & {
  readonly dueDay: string;
  /** The holidays of that year are not known: the day may have to move. */
  readonly isDueUnsure: boolean;
};

export type Overview = {
  /** All plans of the data file, the newest first. */
  readonly plans: readonly PlanSummary[];
  /** The one that everything below is about; agencies are the file's. */
  readonly plan: PlanView;
  readonly sections: readonly SectionView[];
  readonly agencies: readonly AgencyView[];
  readonly periods: readonly DatedPeriod[];
  readonly currentPeriodId: PeriodId;
  readonly today: string;
  /** The file is the sample that comes with the program: `today` is its own, and it can be made anew. */
  readonly isSample: boolean;
  readonly fileName: string;
  /** When the data file was made (ISO date and time): names it for ever, whatever it is called and wherever it is copied. */
  readonly createdAt: string;
  /** The lights of the set of rules that the plan uses, the most pressing first. */
  readonly lights: readonly LightDef[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};

export type CheckFinding = { readonly check: string; readonly message: string; readonly rows: number };

export type ExportedFile = {
  readonly fileName: string;
  readonly rows: number;
  readonly bytes: number;
  /** Chinese words on a file that became something else than was asked for; left out when it did not. */
  readonly notice?: string;
  /** Its entry in the log of exports; left out when it was not remembered. */
  readonly sendingId?: SendingId;
};
