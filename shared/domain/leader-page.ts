import type { PageDuty } from './agency-page.ts';
import type { AgencyId, PlanId, TaskId } from './ids.ts';
import type { PeopleField } from './task-people.ts';

/** A leader in a list: how much is his, and how much of it is late. */
export type LeaderSummary = {
  readonly name: string;
  /** His post, as far as it is known. */
  readonly post: string;
  readonly tasks: number;
  readonly duties: number;
  readonly overdue: number;
};

/** A task of a leader, with how each agency stands. */
export type LedTask = {
  readonly taskId: TaskId;
  readonly task: number;
  readonly title: string;
  /** As what he is named: 牵头领导, 分管领导, 责任人. */
  readonly places: readonly PeopleField[];
  readonly duties: readonly PageDuty[];
};

/** One leader's tasks, and who is late with them. */
export type LeaderPage = {
  readonly planId: PlanId;
  readonly name: string;
  readonly posts: readonly { readonly post: string; readonly since: string | null; readonly until: string | null }[];
  readonly period: string;
  readonly tasks: readonly LedTask[];
  readonly late: readonly {
    readonly agencyId: AgencyId;
    readonly agency: string;
    /** Numbers of the tasks. */
    readonly tasks: readonly number[];
    /** Days since the earliest of them was due. */
    readonly days: number;
  }[];
};
