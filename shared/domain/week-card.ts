import type { PageRegular, PageReminder } from './agency-page.ts';
import type { AgencyId, PeriodId, PlanId, ReturnId, TaskId } from './ids.ts';
import type { Delay } from './likely-late.ts';
import type { ReturnState } from './return-review.ts';

/** What one agency owes for one due day. */
export type WeekDuty = {
  readonly agencyId: AgencyId;
  /** Full name. */
  readonly agency: string;
  readonly periodId: PeriodId;
  readonly period: string;
  readonly dueOn: string;
  /** Days since the due day; below 0: days left. */
  readonly days: number;
  readonly taskIds: readonly TaskId[];
  /** Numbers of the tasks. */
  readonly tasks: readonly number[];
  readonly because: string;
};

/** A return that somebody has to do something about. */
export type WeekReturn = {
  readonly returnId: ReturnId;
  readonly fileName: string;
  readonly agency: string;
  readonly period: string;
  readonly state: ReturnState;
  readonly because: string;
};

export const DEADLINE_KINDS = ['period', 'task', 'matter', 'extension', 'milestone', 'sub-item', 'duty'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINE_LABELS: Readonly<Record<DeadlineKind, string>> = {
  period: '报送时限',
  task: '任务时限',
  matter: '交办时限',
  extension: '延期至',
  milestone: '节点',
  'sub-item': '子项时限',
  duty: '定期报送',
};

/** A day on which something is due. */
export type Deadline = {
  readonly dueOn: string;
  readonly kind: DeadlineKind;
  readonly what: string;
  readonly taskId: TaskId | null;
  /** Number of the task. */
  readonly task: number | null;
  readonly agencyId: AgencyId | null;
  readonly agency: string;
  readonly periodId: PeriodId | null;
};

/** An agency that will likely be late with the next period, and why. */
export type LikelyLate = {
  readonly agencyId: AgencyId;
  readonly agency: string;
  readonly periodId: PeriodId;
  readonly period: string;
  readonly dueOn: string;
  /** Numbers of the tasks that it owes and has not reported. */
  readonly tasks: readonly number[];
  readonly taskIds: readonly TaskId[];
  readonly delay: Delay;
  readonly because: string;
};

/** 本周: what wants doing this week, from Monday to Sunday. */
export type WeekCard = {
  readonly planId: PlanId;
  readonly today: string;
  readonly weekStartsOn: string;
  readonly weekEndsOn: string;
  /** Owed from today to the end of the week, and not reported. */
  readonly dueThisWeek: readonly WeekDuty[];
  /** Due before today, and not reported: the longest first. */
  readonly notReported: readonly WeekDuty[];
  /** Returns that wait to be reviewed. */
  readonly toReview: readonly WeekReturn[];
  /** Returns to be sent back because of what they say, and those sent back that have not come again. */
  readonly toSendBack: readonly WeekReturn[];
  /** What was promised for a day that has passed, and is still not reported. */
  readonly promises: readonly PageReminder[];
  readonly regularShort: readonly PageRegular[];
  /** Of the next 14 days, today counted. */
  readonly deadlines: readonly Deadline[];
  /** The periods {@link likelyLate} is about: of each kind the first that is due after this week. */
  readonly nextPeriods: readonly { readonly periodId: PeriodId; readonly period: string; readonly dueOn: string }[];
  readonly likelyLate: readonly LikelyLate[];
};

/** How many lines ask for something to be done: the number on the button. */
export function weekCount(card: WeekCard): number {
  const { dueThisWeek, notReported, toReview, toSendBack, promises, regularShort } = card;
  return [dueThisWeek, notReported, toReview, toSendBack, promises, regularShort].reduce(
    (sum, { length }) => sum + length,
    0,
  );
}
