import type { AgencyKind } from './agency.ts';
import type { AgencyId, PeriodId, PlanId, SectionId, StepId, TaskId } from './ids.ts';
import type { Light } from './light.ts';
import type { PeriodKind } from './period.ts';
import type { COMPARATORS, DUE_KINDS } from './plan-reading.ts';
import type { Role } from './role.ts';
import type { Status } from './status.ts';

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
};

export type SectionView = {
  readonly id: SectionId;
  readonly ordinal: number;
  readonly title: string;
};

export type AgencyView = {
  readonly id: AgencyId;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly position: number;
  readonly active: boolean;
  /** Pinyin initials for finding it by keyboard: `sjj` finds 市监局. */
  readonly pinyin: string;
  /** Other writings a person has confirmed to mean this unit. */
  readonly aliases: readonly string[];
  /** What it was called before a reform; old documents and forms still say so. */
  readonly formerNames: readonly string[];
  /** For a group agency: who belongs to it, as far as known. */
  readonly members: readonly AgencyId[];
  /** How many assignments it holds; 0 lets the matrix hide its column. */
  readonly duties: number;
  /** Nothing names it: no role, progress, form, return or note. Others can only be merged or put out of use. */
  readonly removable: boolean;
};

export type PeriodView = {
  readonly id: PeriodId;
  readonly kind: PeriodKind;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
};

/** Where an assignment came from: read in the plan, set by hand, or inherited from a group agency. */
export type AssignmentOrigin = 'parsed' | 'manual' | 'inherited';

/** Where a progress entry came from. */
export type ProgressOrigin = 'manual' | 'return' | 'command-line';

/** One cell of the matrix: a role and how it stands in the chosen period. */
export type MatrixCell = {
  readonly agencyId: AgencyId;
  readonly role: Role;
  readonly origin: AssignmentOrigin;
  /** The unit as the document wrote it, when that is not its name. */
  readonly writtenAs: string | null;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly light: Light;
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
};

export type TargetView = {
  readonly name: string;
  readonly comparator: (typeof COMPARATORS)[number];
  readonly value: number;
  readonly unit: string;
  readonly text: string;
};

export type DueView = {
  readonly kind: (typeof DUE_KINDS)[number];
  readonly text: string;
  readonly date: string | null;
  readonly day: number | null;
  readonly count: number | null;
};

/** What an agency reported on a task for a period. `percent` is 0 to 100 or unknown. */
export type ProgressView = {
  readonly status: Status;
  readonly percent: number | null;
  readonly narrative: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly reportedOn: string | null;
  readonly origin: ProgressOrigin;
};

/** The words of a progress entry, for looking through a whole period. */
export type ProgressText = Pick<ProgressView, 'narrative' | 'problems' | 'nextSteps'> & {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
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
  readonly light: Light;
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
};

/**
 * A place of the matrix that a step touched: where undo brings the user back to. Without an agency it is the task
 * itself (its text, number or place), without a task the agency itself.
 */
export type CellRef = {
  readonly taskId: TaskId | null;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
};

/** What a write did, and what Ctrl+Z and Ctrl+Y would do next. */
export type StepReport = {
  readonly stepId: StepId;
  readonly label: string;
  /** When it was on disk (ISO date and time). */
  readonly savedAt: string;
  readonly touched: readonly CellRef[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};

export type StepOrigin = 'window' | 'paste' | 'return' | 'command-line' | 'plan';

export type StepView = {
  readonly id: StepId;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly code: string;
  readonly label: string;
  readonly origin: StepOrigin;
  readonly at: string;
  /** User name of the computer it was made on; empty for steps of older versions. */
  readonly actor: string;
  /** The step this one reverses, for kinds `undo` and `redo`. */
  readonly reverses: StepId | null;
  /** Whether it can be undone by itself: an undo or a step already undone cannot. A later change may still refuse it. */
  readonly undoable: boolean;
  readonly changes: number;
};

export type Overview = {
  readonly plan: PlanView;
  readonly sections: readonly SectionView[];
  readonly agencies: readonly AgencyView[];
  readonly periods: readonly PeriodView[];
  readonly currentPeriodId: PeriodId;
  readonly today: string;
  readonly fileName: string;
  /** When the data file was made (ISO date and time): names it for ever, whatever it is called and wherever it is copied. */
  readonly createdAt: string;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};

/** An agency and those whose names are like its own, the most alike first. */
export type SimilarAgencies = { readonly agencyId: AgencyId; readonly nearest: readonly AgencyId[] };

/** What merging one agency into another would do, for the clerk to look at before. */
export type MergePreview = {
  /** Names of the vanishing agency that become other names of the staying one. */
  readonly aliases: readonly string[];
  /** Tasks in which the vanishing agency has a role, in the order of the plan. */
  readonly roles: readonly {
    readonly taskId: TaskId;
    readonly number: number;
    readonly title: string;
    readonly from: Role;
    /** The role the staying agency has in the task already. */
    readonly into: Role | null;
    /** The role it has afterwards: the stronger of the two. */
    readonly merged: Role;
  }[];
  /** Progress entries that go over, and those that both have and that are joined. */
  readonly progress: { readonly moved: number; readonly joined: number };
  readonly forms: number;
  readonly returns: number;
  readonly notes: number;
};

/** Fields of a progress entry that a return can change, in the order of the form's columns. */
export const PROGRESS_FIELDS = ['status', 'percent', 'narrative', 'problems', 'nextSteps', 'reportedOn'] as const;
export type ProgressField = (typeof PROGRESS_FIELDS)[number];

export const PROGRESS_FIELD_LABELS: Readonly<Record<ProgressField, string>> = {
  status: '进展状态',
  percent: '完成比例',
  narrative: '进展情况',
  problems: '存在问题',
  nextSteps: '下步措施',
  reportedOn: '填报日期',
};

/** What can change in a cell of the matrix or, without an agency, in a task itself. */
export type CellFact = 'role' | ProgressField | 'note' | 'number' | 'title' | 'content' | 'section' | 'removed';

/** One step as far as it changed one cell: who, when, how, from where, old and new as texts. */
export type CellHistoryEntry = {
  readonly step: Pick<StepView, 'id' | 'kind' | 'label' | 'origin' | 'at' | 'actor'>;
  /** A later step took it back (or, for an undo, did it again). */
  readonly reversed: boolean;
  /** The returned workbook it came from. */
  readonly file: string | null;
  readonly changes: readonly {
    readonly fact: CellFact;
    /** The period of a progress field. */
    readonly period: string | null;
    readonly before: string;
    readonly after: string;
  }[];
};

export type CheckFinding = { readonly check: string; readonly message: string; readonly rows: number };

export type ExportedFile = { readonly fileName: string; readonly rows: number; readonly bytes: number };

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
};
