import type { FormIds } from '#backend/sheets/form-format.ts';
import type { ProgressField } from '#shared/domain/progress.ts';

/** One fillable cell as it came back. */
export type ReturnedCell = {
  /**
   * The value in the form's own writing: a status in the program's word, a percentage as a plain number, a date in
   * ISO form, a text without blanks around it. What could not be read stands here as it was written.
   */
  readonly text: string;
  readonly readable: boolean;
  /** What makes the reading doubtful or impossible, in Chinese; empty when nothing does. */
  readonly doubt: string;
};

export type ReturnedRow = {
  readonly rowNumber: number;
  /** From the hidden column; not yet checked against the plan. */
  readonly taskId: number | null;
  readonly number: string;
  readonly taskText: string;
  /** A field whose column is gone is left out, which is not the same as an empty cell. */
  readonly fields: Readonly<Partial<Record<ProgressField, ReturnedCell>>>;
};

/** A returned workbook as plain values. Nothing in it has been compared with the data file. */
export type ParsedReturn = {
  /** The hidden ids, when the sheet that carries them is still there and whole. */
  readonly ids: FormIds | null;
  /** The unit as it stands after 填报单位, or empty. */
  readonly agencyName: string;
  readonly rows: readonly ReturnedRow[];
  /** Chinese notes for the person who reviews. */
  readonly notes: readonly string[];
};
