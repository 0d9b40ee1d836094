import type { AgencyId, PeriodId, PlanId, TaskId } from './ids.ts';
import type { LightKey } from './light.ts';
import type { TargetView } from './matrix.ts';
import type { Role } from './role.ts';
import type { ScoringRule } from './scoring-rule.ts';

/** Duties counted: each task of an agency in a period once, with the agency that owes it. Rates are 0 to 1. */
export type DutyTally = {
  readonly owed: number;
  readonly reported: number;
  /** Nothing was reported, whether or not the due date has passed. */
  readonly missing: number;
  readonly done: number;
  /** Nothing was reported and the due date has passed. */
  readonly overdue: number;
  readonly blocked: number;
  /** Reported after the due date. */
  readonly late: number;
  /** Reported among owed; `null` when nothing is owed, for then there is no rate. */
  readonly rate: number | null;
};

/** The counts of one value of a dimension. */
export type TallyRow = DutyTally & {
  /** Stable, for programs: a status, a light, a role, a period's label, an agency's full name … */
  readonly key: string;
  /** As people read it. */
  readonly name: string;
  /** Of all duties counted, 0 to 1. */
  readonly share: number;
};

/** What the plan's statistics are broken down by. */
export const DIMENSIONS = [
  'byStatus',
  'byLight',
  'byRole',
  'bySection',
  'byAgency',
  'byKind',
  'byLeader',
  'byPeriod',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A target of the plan with how far the agencies that report it have come. */
export type TargetTally = {
  readonly task: number;
  readonly target: string;
  readonly comparator: TargetView['comparator'];
  readonly wanted: number;
  readonly unit: string;
  /** So far, as the lead reports it, else as the agencies' amounts add up; `null`: not reported. */
  readonly cumulative: number | null;
  /** Of what is wanted, 0 to 1 and above; `null` where there is no such share. */
  readonly share: number | null;
  /** 序时进度: the share of the year that has gone. */
  readonly timeShare: number;
  /** `null`: not reported. */
  readonly met: boolean | null;
  /** Agencies that owe it, and those that have reached it. */
  readonly agencies: number;
  readonly reported: number;
  readonly reached: number;
};

/** What a task weighs by the role an agency has in it. */
export const LOAD_WEIGHTS: Readonly<Record<Role, number>> = { lead: 3, 'co-responsible': 2, cooperating: 1 };

/** How much an agency has on its hands: tasks by role, and their weighted sum. */
export type LoadRow = {
  readonly agency: string;
  readonly lead: number;
  readonly coResponsible: number;
  readonly cooperating: number;
  readonly weighted: number;
};

export type RankedAgency = {
  readonly agency: string;
  /** Agencies with the same score share it. */
  readonly rank: number;
  readonly score: number;
  /** How the score came about, in words. */
  readonly because: string;
};

/** A plan in figures, as of a day. Nothing in it is kept: it is worked out anew for every answer. */
export type PlanStatistics = DutyTally & {
  readonly planId: PlanId;
  /** The day it is judged on (ISO). */
  readonly on: string;
  /** The periods that were counted. */
  readonly periods: readonly { readonly id: PeriodId; readonly label: string }[];
  readonly targets: readonly TargetTally[];
  readonly load: readonly LoadRow[];
  readonly ranking: readonly RankedAgency[];
  readonly scoring: ScoringRule;
} & { readonly [Dim in Dimension]: readonly TallyRow[] };

/** What became of a duty between two days. */
export const MOVES = ['better', 'worse', 'done', 'new', 'gone'] as const;
export type DutyMove = (typeof MOVES)[number];

export const MOVE_LABELS: Readonly<Record<DutyMove, string>> = {
  better: '好转',
  worse: '转差',
  done: '新完成',
  new: '新增',
  gone: '不再承担',
};

/** How a duty stood on a day: in the last period that had been reported or had come due. */
export type MomentOfDuty = {
  readonly period: string;
  readonly light: LightKey;
  readonly word: string;
};

export type MovedDuty = {
  readonly task: number;
  readonly title: string;
  readonly agency: string;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly move: DutyMove;
  readonly before: MomentOfDuty | null;
  readonly after: MomentOfDuty | null;
};

/** 自上期通报以来: two days compared. */
export type StatisticsComparison = {
  readonly from: string;
  readonly to: string;
  /** Duties on each day, by how they stood. */
  readonly before: DutyTally;
  readonly after: DutyTally;
  readonly duties: readonly MovedDuty[];
  readonly agencies: readonly ({
    readonly agency: string;
    readonly before: DutyTally;
    readonly after: DutyTally;
  } & { readonly [M in DutyMove]: number })[];
};

/** Figures of a tally that are counts of duties. */
export const FIGURES = ['owed', 'reported', 'missing', 'done', 'overdue', 'blocked', 'late'] as const;
export type DutyFigure = (typeof FIGURES)[number];

export const FIGURE_LABELS: Readonly<Record<DutyFigure, string>> = {
  owed: '应报',
  reported: '已报',
  missing: '未报',
  done: '已完成',
  overdue: '逾期未报',
  blocked: '受阻',
  late: '迟报',
};

/** A duty behind a figure. */
export type CountedDuty = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly task: number;
  readonly title: string;
  readonly agency: string;
  readonly period: string;
  readonly role: Role;
  readonly light: LightKey;
  readonly word: string;
  readonly dueOn: string;
  /** Whole days reported, or missing, after the due date. */
  readonly daysLate: number;
};
