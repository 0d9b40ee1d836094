import type { NamedAgency } from '#backend/returns/words/name-book.ts';
import type { NamedTask } from '#backend/returns/words/task-index.ts';
import type { AgencyId, FormId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import type { ReturnHold, ReturnWitness } from '#shared/domain/return-review.ts';

/** `formerHeads`: what the plan was called before its head was corrected; forms sent before still say so. */
export type IdentityPlan = Pick<PlanView, 'id' | 'title' | 'documentNumber' | 'year' | 'issuer'> & {
  readonly formerHeads: readonly Pick<PlanView, 'title' | 'documentNumber'>[];
};

/** What the data file knows, as far as it helps to say whose a return is; gathered once for a whole review. */
export type IdentityGround = {
  /** The plan the clerk has open, for a table that names none. */
  readonly openPlanId: PlanId;
  readonly plans: readonly IdentityPlan[];
  readonly agencies: readonly NamedAgency[];
  readonly periods: readonly PeriodView[];
  /** Every form ever sent, the oldest first; `returned`: something came back for its agency and period. */
  readonly forms: readonly {
    readonly id: FormId;
    readonly planId: PlanId;
    readonly agencyId: AgencyId;
    readonly periodId: PeriodId;
    readonly returned: boolean;
  }[];
  readonly tasks: readonly (NamedTask & { readonly planId: PlanId })[];
  readonly owed: readonly { readonly taskId: TaskId; readonly agencyId: AgencyId }[];
  /** ISO date. */
  readonly today: string;
};

/** What the clerk has answered about a held return; it wins over everything the file says. */
export type ClerkSaid = { readonly agencyId?: AgencyId | undefined; readonly periodId?: PeriodId | undefined };

export type KnownReturn = {
  readonly planId: PlanId;
  /** `null` of a ledger, whose rows say whose they are. */
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId;
  /** The form it answers; `null`: none was sent. */
  readonly formId: FormId | null;
};

export type Identity = {
  readonly witnesses: readonly ReturnWitness[];
  readonly notes: readonly string[];
  /** They stand on every item of the table. */
  readonly doubts: readonly string[];
} & (
  | { readonly known: KnownReturn; readonly held: null }
  | {
      readonly known: null;
      readonly held: ReturnHold;
      /** What is settled all the same. */
      readonly likely: {
        readonly planId: PlanId;
        readonly agencyId: AgencyId | null;
        readonly periodId: PeriodId | null;
      };
    }
);

/** What came of one question, whose or for which period. */
export type Settled<Id> = {
  readonly witnesses: readonly ReturnWitness[];
  readonly notes: readonly string[];
  /** `null`: a person must say. */
  readonly id: Id | null;
  /** Why a person must say; empty when settled. */
  readonly question: string;
  /** The likeliest first. */
  readonly candidates: readonly Id[];
};
