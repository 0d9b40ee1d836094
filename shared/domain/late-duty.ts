import type { AgencyId, PeriodId, TaskId } from './ids.ts';

/** What is late: the report of a period, the task itself, a matter of the year, pieces of a regular duty. */
export type LateKind = 'period' | 'task' | 'matter' | 'duty';

/** A duty that is late, or due within some days. */
export type LateDuty = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  /** Number of the task. */
  readonly task: number;
  readonly title: string;
  /** Full name of the agency. */
  readonly agency: string;
  /** The day that counts (ISO), put off or moved where it was. */
  readonly dueOn: string;
  /** Days since; less than 0: days left, and 0 today. */
  readonly days: number;
  /** Why, in one sentence. */
  readonly because: string;
  readonly kind: LateKind;
  /** Label of the period or stretch; `null` for the task itself. */
  readonly period: string | null;
  readonly periodId: PeriodId | null;
};
