import type { AgencyId, TaskId } from './ids.ts';
import type { Status } from './status.ts';

/** Where a progress entry came from. */
export type ProgressOrigin = 'manual' | 'return' | 'command-line' | 'carried' | 'summary';

/** What an agency reported on a task for a period. `percent` is 0 to 100 or unknown. */
export type ProgressView = {
  /** `null`: nobody said one. */
  readonly status: Status | null;
  readonly percent: number | null;
  readonly narrative: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly reportedOn: string | null;
  /** Who filled it in, as far as known: 填报人. */
  readonly reporter: string;
  readonly origin: ProgressOrigin;
};

/** What stands where nobody reported. */
export const NOTHING_REPORTED: ProgressView = {
  status: null,
  percent: null,
  narrative: '',
  problems: '',
  nextSteps: '',
  reportedOn: null,
  reporter: '',
  origin: 'manual',
};

/** The words of a progress entry, for looking through a whole period. */
export type ProgressText = Pick<ProgressView, 'narrative' | 'problems' | 'nextSteps'> & {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
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
