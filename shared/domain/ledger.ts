import type { AgencyId, SectionId, TargetId, TaskId } from './ids.ts';
import type { LightKey } from './light.ts';
import type { TargetView } from './matrix.ts';
import type { ProgressField, ProgressView } from './progress.ts';
import type { Role } from './role.ts';
import type { TargetStanding } from './target-standing.ts';
import type { VerificationRow } from './year-facts.ts';

/** A target of the task with what the agency of a row reported for it. */
export type LedgerTarget = Pick<TargetView, 'name' | 'comparator' | 'unit' | 'accumulates'> &
  TargetStanding & {
    readonly id: TargetId;
    /** What is aimed at. */
    readonly target: number;
    /** Of the period; `null`: not reported. */
    readonly value: number | null;
    /** Since the beginning of the year as the agency says it; `null`: it did not, and `cumulative` is worked out. */
    readonly given: number | null;
  };

/** What was reported for the period before, to be looked at beside the new one. */
export type LastEntry = Pick<ProgressView, 'status' | 'percent' | 'narrative' | 'problems' | 'nextSteps'>;

/** What a row of the ledger knows besides its progress and its light. */
export type LedgerFacts = {
  /** 填报人. */
  readonly reporter: string;
  readonly targets: readonly LedgerTarget[];
  /** 核查 of the period, the last one. */
  readonly verification: VerificationRow | null;
  readonly last: LastEntry | null;
  /** How many files of evidence the agency has on the task. */
  readonly evidence: number;
};

/** A row of the ledger: what one agency owes one task in a period, and what it has reported. */
export type LedgerRow = Pick<ProgressView, ProgressField> &
  LedgerFacts & {
    readonly taskId: TaskId;
    readonly agencyId: AgencyId;
    readonly sectionId: SectionId | null;
    /** The task's number and title. */
    readonly number: number;
    readonly title: string;
    readonly agencyName: string;
    readonly role: Role;
    /** The group agency through which it is owed; `null`: by an assignment of its own. */
    readonly through: AgencyId | null;
    /** Taken over from the period before, and nobody has touched it: no report of this one. */
    readonly carried: boolean;
    readonly light: LightKey;
    /** Why it has this light, in one sentence. */
    readonly because: string;
    /** The note on the cell of this task and agency. */
    readonly note: string | null;
  };
