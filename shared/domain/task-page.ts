import type { EvidenceRow } from './evidence.ts';
import type { AgencyId, PeriodId, PlanId, TargetId, TaskId } from './ids.ts';
import type { LightColour, LightKey } from './light.ts';
import type { DueView, NoteView, TargetView } from './matrix.ts';
import type { DatedPeriod } from './overview.ts';
import type { ProgressView } from './progress.ts';
import type { Role } from './role.ts';
import type { TargetStanding } from './target-standing.ts';
import type {
  ClosingRow,
  ExtensionRow,
  MatterRow,
  MilestoneRow,
  SubItemRow,
  TargetValueRow,
  VerificationRow,
} from './year-facts.ts';

/** An agency of a task, a column of its page. */
export type PageAgency = {
  readonly agencyId: AgencyId;
  /** Its full name. */
  readonly agency: string;
  readonly shortName: string;
  /** `null`: it owes the task no more, and what it reported is kept. */
  readonly role: Role | null;
  /** Full name of the group agency through which it owes; `null`: by an assignment of its own. */
  readonly through: string | null;
};

/** What an agency reported for a period, how that stands, and who wrote it here and when. */
export type PageEntry = ProgressView & {
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly light: LightKey;
  readonly word: string;
  readonly colour: LightColour;
  /** Why it has this light, in one sentence. */
  readonly because: string;
  readonly dueOn: string;
  readonly missing: boolean;
  /** When the entry was last written (ISO date and time), and on whose computer; `null`: nothing was. */
  readonly writtenAt: string | null;
  readonly writtenBy: string;
};

/** How the task of last year ended from which a task was carried on, for an agency. */
export type LastYearEnd = {
  readonly agencyId: AgencyId;
  readonly agency: string;
  readonly period: string;
  readonly status: ProgressView['status'];
  readonly percent: number | null;
  readonly narrative: string;
};

/** Everything known of one task, all agencies side by side and all periods below each other. */
export type TaskPage = {
  readonly taskId: TaskId;
  readonly planId: PlanId;
  /** Its number. */
  readonly task: number;
  readonly title: string;
  readonly content: string;
  readonly sectionTitle: string;
  readonly responsibility: string;
  readonly leadLeader: string;
  readonly leaderInCharge: string;
  readonly personInCharge: string;
  readonly matter: MatterRow | null;
  readonly targets: readonly TargetView[];
  readonly dues: readonly DueView[];
  readonly agencies: readonly PageAgency[];
  /** Those in which it is owed or something was reported, the first first. */
  readonly periods: readonly DatedPeriod[];
  /** One for each agency and period in which it is owed or something was reported. */
  readonly entries: readonly PageEntry[];
  readonly targetValues: readonly TargetValueRow[];
  /** How each target stands with each agency that reported for it, as of the current period. */
  readonly targetStandings: readonly (TargetStanding & {
    readonly targetId: TargetId;
    readonly agencyId: AgencyId;
    readonly meets: boolean | null;
  })[];
  readonly milestones: readonly MilestoneRow[];
  readonly subItems: readonly SubItemRow[];
  readonly verifications: readonly VerificationRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly closings: readonly ClosingRow[];
  readonly notes: readonly NoteView[];
  readonly lastYear: {
    readonly planTitle: string;
    readonly task: number;
    readonly title: string;
    readonly ends: readonly LastYearEnd[];
  } | null;
};
