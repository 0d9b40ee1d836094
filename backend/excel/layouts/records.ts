import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { LayoutDef, LayoutRowKind } from '#shared/domain/layout-def.ts';
import type { LightColour } from '#shared/domain/light.ts';
import type { PlaceholderWords } from '#shared/domain/placeholders.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { Role } from '#shared/domain/role.ts';
import type { LoadRow, RankedAgency, TallyRow, TargetTally } from '#shared/domain/statistics.ts';
import type { Status } from '#shared/domain/status.ts';
import type { TaskPeople } from '#shared/domain/task-people.ts';

/**
 * What a layout is filled with: plain data, gathered by backend/cases/exports in one look, which crosses to the outlet's
 * thread. Rows name their task and agency by place in the lists, so that a long text goes over once.
 */
export type TaskRecord = TaskPeople & {
  readonly section: { readonly ordinal: number; readonly title: string } | null;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  /** As the document has them, one a line. */
  readonly targets: string;
  readonly due: string;
  /** Full names in the order of the document. */
  readonly units: Readonly<Record<Role, readonly string[]>>;
};

export type AgencyRecord = {
  readonly id: AgencyId;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
};

export type LightRecord = { readonly word: string; readonly colour: LightColour };

/** Places in the lists; `null`: none. */
type OfTask = { readonly task: number };
type OfAgency = { readonly agency: number | null };

/** A mark of the matrix: of the agency at that place, perhaps with the letter of a light below. */
export type MarkRecord = {
  readonly agency: number;
  readonly role: Role;
  readonly light?: { readonly letter: string; readonly colour: LightColour };
};

export type ToldProgress = Pick<ProgressView, 'status' | 'percent' | 'narrative' | 'problems' | 'nextSteps'>;

export type TaskLine = OfTask & {
  readonly marks: readonly MarkRecord[];
  /** What the first of those who lead has reported, when a column asks for it. */
  readonly told?: ToldProgress | null;
  readonly light?: LightRecord;
  readonly lightReason?: string;
};

export type EntryRow = OfTask &
  OfAgency & {
    /** `null`: a task that no agency owes, so that a superior sees it and asks. */
    readonly role: Role | null;
    readonly through: string;
    readonly told: (ToldProgress & Pick<ProgressView, 'reportedOn' | 'reporter'>) | null;
    /** What was reported for the task's targets, one a line. */
    readonly targetValues: string;
    readonly last: Pick<ToldProgress, 'status' | 'narrative'> | null;
    readonly dueOn: string | null;
    readonly light: LightRecord | null;
    readonly lightReason: string;
    readonly verification: string;
    readonly evidence: number;
  };

export type AgencyRow = {
  readonly agency: number;
  readonly load: Pick<LoadRow, 'lead' | 'coResponsible' | 'cooperating'>;
  readonly tally: Omit<TallyRow, 'key' | 'name' | 'share'>;
  /** Duties by the status that was reported. */
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  readonly ranked: Omit<RankedAgency, 'agency'> | null;
};

export type TargetRow = OfTask &
  OfAgency & {
    /** Rows of one target share it. */
    readonly target: number;
    readonly tally: TargetTally;
    /** Of an agency's own row what it reported; of the whole target's the tally says it. */
    readonly own: {
      readonly cumulative: number | null;
      readonly share: number | null;
      readonly met: boolean | null;
    } | null;
    /** In the period. */
    readonly value: number | null;
    /** Instead of an agency: 合计, or who leads. */
    readonly agencyText: string;
  };

export type ReportRow = {
  readonly agency: number;
  readonly agencyNote: string;
  readonly cells: readonly ({ readonly needed: number; readonly received: number; readonly short: number } | null)[];
  readonly needed: number;
  readonly received: number;
  readonly short: number;
  readonly lateTimes: number;
  readonly rate: number | null;
  readonly rank: number | null;
};

export type LateItem = OfTask & {
  readonly agency: number;
  /** Overdue, or in trouble while its day has not come. */
  readonly kind: 'overdue' | 'trouble';
  readonly role: Role | null;
  readonly period: string;
  readonly dueOn: string | null;
  readonly days: number | null;
  readonly because: string;
  readonly light: LightRecord | null;
  readonly lightReason: string;
  readonly told: ToldProgress | null;
};

export type RowOf = {
  readonly task: TaskLine;
  readonly entry: EntryRow;
  readonly agency: AgencyRow;
  readonly target: TargetRow;
  readonly report: ReportRow;
  readonly late: LateItem;
};

/** Everything but the rows. */
export type LayoutInput = {
  readonly def: LayoutDef;
  readonly words: PlaceholderWords;
  readonly sheetName: string;
  readonly tasks: readonly TaskRecord[];
  readonly agencies: readonly AgencyRecord[];
  /** Agencies that have a column where a layout asks for one of each, as places in the list. */
  readonly agencyColumns: readonly number[];
  /** Heads of the columns of a regular duty's stretches. */
  readonly stretches: readonly string[];
  /** Fields of columns that stand only where something is in them, and in which there is something. */
  readonly filled: readonly string[];
};

/** A layout with what it is filled with; the rows are handed over bit by bit. */
export type DescribedLayout<Kind extends LayoutRowKind = LayoutRowKind> = {
  [K in Kind]: {
    readonly layout: 'layout';
    readonly kind: K;
    readonly input: LayoutInput;
    readonly rows: Iterable<RowOf[K]>;
  };
}[Kind];
