import type { AgencyId } from './ids.ts';
import type { ExportedFile } from './overview.ts';

/** Why an agency still owes a report for a period. */
export type FormMissing = {
  /** Nothing came, what came was sent back, or some of its tasks are not reported. */
  readonly why: 'nothing-came' | 'sent-back' | 'tasks-missing';
  /** In Chinese: 未报；已退回，未重报；还有 3 项未报（第 5、8、12 项）。 */
  readonly says: string;
  /** Numbers of the tasks of the plan that are not reported. */
  readonly tasks: readonly number[];
};

/** An agency that owes something in a period, as the dialog 发填报表 lists it. */
export type FormCandidate = {
  readonly agencyId: AgencyId;
  readonly name: string;
  /** Tasks of the plan that it owes in the period. */
  readonly duties: number;
  /** Its duties in other plans of the office in the same days: how many plans, how many tasks. */
  readonly otherPlans: number;
  readonly otherDuties: number;
  /** Whom to send to, as last known; empty when nobody is. */
  readonly contact: string;
  /** The last form for the period: when (ISO date and time), which version, to whom; `null`: none yet. */
  readonly lastSent: { readonly at: string; readonly version: number; readonly to: string } | null;
  /** `null`: everything is reported, or what came waits for review. */
  readonly missing: FormMissing | null;
  /** A return for the period waits for review: 已收到，待核对. */
  readonly isUnderReview: boolean;
};

export type FormCandidates = {
  readonly agencies: readonly FormCandidate[];
  /** Titles of the other plans that have a period of the same kind and days that is not closed. */
  readonly otherPlans: readonly string[];
};

/** A form that was written. */
export type SentFormFile = ExportedFile & {
  readonly agencyId: AgencyId;
  /** Full name. */
  readonly agency: string;
  readonly version: number;
  readonly sentTo: string;
  /** Titles of the plans in it. */
  readonly plans: readonly string[];
  /** Of a sending to those missing only: why this one got it. */
  readonly reason?: string;
};
