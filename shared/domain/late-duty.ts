import type { AgencyId, PeriodId, TaskId } from './ids.ts';

/** What is late: the report of a period, the task itself, a matter of the year, pieces of a regular duty. */
export const LATE_KINDS = ['period', 'task', 'matter', 'duty'] as const;
export type LateKind = (typeof LATE_KINDS)[number];

export const LATE_KIND_LABELS: Readonly<Record<LateKind, string>> = {
  period: '报送',
  task: '任务时限',
  matter: '交办事项',
  duty: '定期报送',
};

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
