import type { ReturnField } from './return-field.ts';

/** A cell that was written from a return when it was taken in. */
export type WrittenCell = {
  /** As `ReturnItem.key`. */
  readonly key: string;
  readonly taskNumber: number;
  readonly taskTitle: string;
  readonly agencyName: string;
  readonly field: ReturnField;
  /** What a person calls the cell. */
  readonly fieldLabel: string;
  /** What stood there then, in the form's own writing. */
  readonly before: string;
  readonly written: string;
};
