import type { Accumulates } from './accumulates.ts';
import type { AgencyId, SectionId, TargetId, TaskId } from './ids.ts';
import type { LightKey } from './light.ts';
import type { PeriodKind } from './period.ts';
import type { COMPARATORS, DUE_KINDS } from './plan-reading.ts';
import type { ProgressView } from './progress.ts';
import type { Role } from './role.ts';
import type { Status } from './status.ts';
import type { TaskPeople } from './task-people.ts';
import type { MatterKind, MatterRow } from './year-facts.ts';

/** Where an assignment came from: read in the plan, set by hand, or inherited from a group agency. */
export type AssignmentOrigin = 'parsed' | 'manual' | 'inherited';

/** One cell of the matrix: a role and how it stands in the chosen period. */
export type MatrixCell = {
  readonly agencyId: AgencyId;
  readonly role: Role;
  readonly origin: AssignmentOrigin;
  /** The unit as the document wrote it, when that is not its name. */
  readonly writtenAs: string | null;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly light: LightKey;
  /** Why it has this light, in one sentence. */
  readonly because: string;
};

/** A note on one agency's cell, or with no agency on the task itself. */
export type NoteView = { readonly agencyId: AgencyId | null; readonly text: string };

export type MatrixTask = {
  readonly id: TaskId;
  readonly sectionId: SectionId | null;
  /** Orders the tasks of a section; `number` is only what is printed. */
  readonly position: number;
  readonly number: number;
  readonly title: string;
  /** For the quick filter: the task's full text. */
  readonly content: string;
  readonly cells: readonly MatrixCell[];
  /** May stand on cells without a role. */
  readonly notes: readonly NoteView[];
  /** What it is when it is not the document's: 会议议定, 批示. */
  readonly matter: MatterKind | null;
} & TaskPeople;

export type TargetView = {
  readonly id: TargetId;
  readonly name: string;
  readonly comparator: (typeof COMPARATORS)[number];
  readonly value: number;
  readonly unit: string;
  readonly text: string;
  /** How its values of several periods make one of the year. */
  readonly accumulates: Accumulates;
};

export type DueView = {
  readonly kind: (typeof DUE_KINDS)[number];
  readonly text: string;
  readonly date: string | null;
  readonly day: number | null;
  readonly count: number | null;
};

/** Half-open offsets into the plan's source text. */
export type SpanView = { readonly start: number; readonly end: number };

export type AssignmentView = {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly role: Role;
  readonly origin: AssignmentOrigin;
  /** The unit as the document wrote it, when that differs from the agency's name or gave the role. */
  readonly writtenAs: string | null;
  readonly span: SpanView | null;
  readonly progress: ProgressView | null;
  readonly light: LightKey;
  /** Why it has this light, in one sentence. */
  readonly because: string;
  /** The day by which the period's report is owed (ISO). */
  readonly dueOn: string;
};

export type TaskDetail = {
  readonly id: TaskId;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly sectionTitle: string;
  /** The verbatim words of the responsibility, brackets left out; several are parted by a line break. */
  readonly responsibility: string;
  readonly targets: readonly TargetView[];
  readonly dues: readonly DueView[];
  readonly assignments: readonly AssignmentView[];
  /** The kind of period it reports by; `null`: the plan's. */
  readonly cadence: Exclude<PeriodKind, 'own'> | null;
  /** The task of the year before that it goes on with. */
  readonly carriedFrom: TaskId | null;
  /** Where it came from when it is not the document's; its due day is the one that was named or the last workday. */
  readonly matter: MatterRow | null;
} & TaskPeople;
