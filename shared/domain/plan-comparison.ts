import type { TaskId } from './ids.ts';

/** What a newer version of the open plan can change, one kind each. */
export const PLAN_CHANGE_KINDS = [
  'head',
  'order',
  'section',
  'added',
  'removed',
  'text',
  'roles',
  'facts',
  'people',
] as const;
export type PlanChangeKind = (typeof PLAN_CHANGE_KINDS)[number];

/** One difference between the open plan and a newer version of it: taken or left as a whole. */
export type PlanChange = {
  /** Stays the same while the newer version is corrected in the review, so that a choice stays with it. */
  readonly id: string;
  readonly kind: PlanChangeKind;
  /** The task it is about: of the open plan, or `null` for one that is new. */
  readonly taskId: TaskId | null;
  /** Number of the task in the newer version, or `null` when it is not there. */
  readonly number: number | null;
  /** `第 5 项 落实总仓管理`, or what else it is about. */
  readonly title: string;
  /** Words before and after; one of them is empty when something comes or goes. */
  readonly before: string;
  readonly after: string;
  /** What a person should know: 可能由原第 3 项拆出, 已登记 4 条进展 … Empty when nothing. */
  readonly note: string;
  /** It would take back what was set by hand, so it is taken only when a person says so. */
  readonly overridesHand: boolean;
};

/** A newer version of the open plan beside it. Tasks are matched by what they say, not by their numbers. */
export type PlanComparison = {
  readonly changes: readonly PlanChange[];
  /** Of another year, it is the next plan and not a newer version of this one. */
  readonly sameYear: boolean;
  readonly matched: number;
  readonly tasksBefore: number;
  readonly tasksAfter: number;
};
