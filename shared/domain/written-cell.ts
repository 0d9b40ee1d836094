import type { ProgressField } from './progress.ts';

/** A cell that was written from a return when it was taken in. */
export type WrittenCell = {
  /** As `ReturnItem.key`. */
  readonly key: string;
  readonly taskNumber: number;
  readonly taskTitle: string;
  readonly agencyName: string;
  readonly field: ProgressField;
  /** What stood there then, in the form's own writing. */
  readonly before: string;
  readonly written: string;
};
