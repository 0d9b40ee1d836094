import type { AgencyId, PlanId, TaskId } from './ids.ts';
import type { Status } from './status.ts';

/** How a task stands between two years. */
export const YEAR_STATES = ['carried', 'changed', 'new', 'dropped'] as const;
export type YearState = (typeof YEAR_STATES)[number];

export const YEAR_STATE_LABELS: Readonly<Record<YearState, string>> = {
  carried: '延续',
  changed: '延续有变',
  new: '新增',
  dropped: '不再列入',
};

export const YEAR_CHANGE_KINDS = ['text', 'roles', 'people', 'target', 'due'] as const;
export type YearChangeKind = (typeof YEAR_CHANGE_KINDS)[number];

export const YEAR_CHANGE_LABELS: Readonly<Record<YearChangeKind, string>> = {
  text: '文字',
  roles: '责任单位',
  people: '领导和责任人',
  target: '指标',
  due: '时限',
};

/** One thing that is another one this year. Empty words: it was not there, or is there no more. */
export type YearChange = {
  readonly kind: YearChangeKind;
  readonly before: string;
  readonly after: string;
  /** Of a target: whether more is asked for than last year, or less. */
  readonly trend: 'up' | 'down' | null;
};

/** How something ended last year: the last that its agency reported, and whether it was closed. */
export type YearEnding = {
  readonly status: Status | null;
  readonly percent: number | null;
  /** Label of the period that said so; `null`: nothing was reported. */
  readonly period: string | null;
  readonly closedOn: string | null;
  /** 去年：已完成 100%（2021-12）. */
  readonly words: string;
};

export type YearTask = { readonly number: number; readonly title: string };

/** A task of one year beside that of the other. */
export type YearItem = {
  readonly state: YearState;
  /** Last year's task, and how its lead left it. */
  readonly before: (YearTask & { readonly taskId: TaskId; readonly ending: YearEnding }) | null;
  /** This year's; `taskId` is `null` while it is only proposed. */
  readonly after: (YearTask & { readonly taskId: TaskId | null }) | null;
  readonly changes: readonly YearChange[];
  /** What a person should look at: 正文写有2021年. Empty when nothing. */
  readonly note: string;
};

/** Two years beside each other: this year's tasks in their order, then those of last year that are gone. */
export type YearComparison = {
  readonly previousPlanId: PlanId;
  readonly previousTitle: string;
  readonly previousYear: number;
  readonly title: string;
  readonly year: number;
  readonly items: readonly YearItem[];
  readonly counts: Readonly<Record<YearState, number>>;
};

/** How each agency left last year's task, beside this year's task that goes on with it. */
export type CellEnding = {
  readonly taskId: TaskId;
  /** `null`: of the task as a whole, as its lead left it. */
  readonly agencyId: AgencyId | null;
  readonly ending: YearEnding;
};
