import type { AgencyView } from './agency-views.ts';
import type { DutyRecord, RegularDuty } from './duty.ts';
import type { EvidenceRow } from './evidence.ts';
import type { AssignmentOrigin, SpanView, TargetView } from './matrix.ts';
import type { PeriodView, PlanView } from './overview.ts';
import type { ContactView } from './people.ts';
import type { Cadence } from './period.ts';
import type { ProgressView } from './progress.ts';
import type { ReminderRow } from './reminder.ts';
import type { Role } from './role.ts';
import type { TaskPeople } from './task-people.ts';
import type {
  ClosingRow,
  ExtensionRow,
  MatterRow,
  MilestoneRow,
  SubItemRow,
  TargetValueRow,
  VerificationRow,
} from './year-facts.ts';

/** The ids a row carries, which a dump says by names. */
type Ids = 'id' | 'planId' | 'taskId' | 'agencyId' | 'periodId' | 'targetId' | 'dutyId' | 'closingId';

/** A row of a task: its number in place of ids, and the agency's full name (`null`: the whole task) where it has one. */
type OfTask<Row extends object> = Omit<Row, Ids> & { readonly task: number } & Names<Row>;
type Names<Row> = (Row extends { readonly agencyId: infer Id }
  ? { readonly agency: null extends Id ? string | null : string }
  : unknown) &
  (Row extends { readonly periodId: infer Id }
    ? { readonly period: null extends Id ? string | null : string }
    : unknown);

/** What `dump --json` prints: the whole state of the data file, by names, in a stable order. */
export type Dump = {
  readonly plan: PlanView;
  readonly agencies: readonly AgencyView[];
  readonly assignments: readonly {
    readonly task: number;
    readonly agency: string;
    readonly role: Role;
    readonly position: number;
    readonly origin: AssignmentOrigin;
    readonly writtenAs: string | null;
    readonly span: SpanView | null;
  }[];
  readonly periods: readonly PeriodView[];
  readonly progress: readonly ({
    readonly task: number;
    readonly agency: string;
    readonly period: string;
  } & ProgressView)[];
  readonly tasks: readonly (TaskPeople & {
    readonly task: number;
    readonly title: string;
    readonly section: string;
    /** `null`: as the plan. */
    readonly cadence: Cadence | null;
  })[];
  readonly targets: readonly OfTask<TargetView>[];
  readonly targetValues: readonly (OfTask<TargetValueRow> & { readonly target: string })[];
  readonly milestones: readonly OfTask<MilestoneRow>[];
  readonly subItems: readonly OfTask<SubItemRow>[];
  readonly verifications: readonly OfTask<VerificationRow>[];
  /** `closedOn`: the day of the closing that it proves. */
  readonly evidence: readonly (OfTask<Omit<EvidenceRow, 'fileName'>> & {
    readonly file: string;
    readonly closedOn: string | null;
  })[];
  readonly extensions: readonly OfTask<ExtensionRow>[];
  readonly closings: readonly OfTask<ClosingRow>[];
  readonly duties: readonly OfTask<RegularDuty>[];
  readonly dutyRecords: readonly (OfTask<DutyRecord> & { readonly duty: string })[];
  readonly reminders: readonly (Omit<ReminderRow, Ids | 'tasks'> & {
    readonly agency: string;
    readonly period: string | null;
    /** Their numbers. */
    readonly tasks: readonly number[];
  })[];
  readonly matters: readonly OfTask<MatterRow>[];
  /** Those before too; of an agency the first one stands. */
  readonly contacts: readonly Pick<ContactView, 'agency' | 'reporter' | 'phone' | 'post' | 'note' | 'since'>[];
};
