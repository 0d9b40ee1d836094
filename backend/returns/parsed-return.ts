import type { FormIds } from '#backend/sheets/form-format.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { ReturnColumnView, SheetPlace } from '#shared/domain/return-review.ts';

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
  /** Other readings, likeliest first, `text` among them; empty when there is only one. */
  readonly offers: readonly string[];
  /** `null` for a cell put together from several. */
  readonly place: SheetPlace | null;
};

export type ReturnedRow = {
  readonly rowNumber: number;
  /** From the hidden column; not yet checked against the plan. */
  readonly taskId: number | null;
  readonly number: string;
  readonly taskText: string;
  /** What its 类别 column or the heading row above it says; left out when nothing does. */
  readonly section?: string;
  /** 责任单位 of the row, in a ledger; empty in a form. */
  readonly agencyText: string;
  /** A field whose column is gone is left out, which is not the same as an empty cell. */
  readonly fields: Readonly<Partial<Record<ProgressField, ReturnedCell>>>;
  /** What both sides once had in common, of a row out of another data file; else `null`. */
  readonly base: Readonly<Record<ProgressField, string>> | null;
  /** Doubts of the row alone: 承接上一行, 与上一行合并. */
  readonly doubt: string;
};

/** A row of the sheet of targets: one target, and its value for the period as it came back. */
export type ReturnedTarget = {
  readonly rowNumber: number;
  /** From the hidden column; not yet checked against the plan. */
  readonly formId: number | null;
  readonly targetId: number | null;
  /** Number of the task, and the target's name, as they stand there. */
  readonly number: string;
  readonly text: string;
  /** Its place is on another sheet than the table's, and is left out. */
  readonly cell: ReturnedCell;
};

/** Words of a table or its file that may say whose it is and for which month; not yet understood. */
export type SaidOfTable = {
  /** After 填报单位：, 报送单位：…, as written. */
  readonly units: readonly {
    readonly source: 'unit-line' | 'title' | 'sheet-name' | 'file-name';
    readonly says: string;
  }[];
  /**
   * Months and other periods named above the heads, on the sheet's tab and in the file's name. `year` is `null` when
   * only the month stands there.
   */
  readonly periods: readonly {
    readonly source: 'title' | 'help' | 'sheet-name' | 'file-name';
    readonly says: string;
    readonly year: number | null;
    readonly month: number;
  }[];
  /** Title of the plan as it stands in 《…》, or empty. */
  readonly planTitle: string;
  readonly reporter: string;
  readonly phone: string;
};

/** One table of a returned file. */
export type ParsedTable = {
  readonly sheet: string;
  readonly hidden: boolean;
  /** `ledger`: each row says whose it is. */
  readonly kind: 'form' | 'ledger';
  /** The hidden ids, when the sheet that carries them is still there and whole. */
  readonly ids: FormIds | null;
  readonly said: SaidOfTable;
  readonly firstHeadRow: number;
  readonly lastHeadRow: number;
  readonly columns: readonly ReturnColumnView[];
  /** Names the shape: heads and columns, so that a mapping pointed out once serves again. */
  readonly shape: string;
  readonly rows: readonly ReturnedRow[];
  /** Values of targets, in the order of their sheet; left out where no such sheet came back. */
  readonly targets?: readonly ReturnedTarget[];
  /** Chinese doubts that stand on every item of the table. */
  readonly doubts: readonly string[];
  /** Chinese notes for the person who reviews. */
  readonly notes: readonly string[];
};

/**
 * A returned file as plain values: every filled table in it. Nothing in it has been compared with the data file.
 * Kept as JSON with the return (db: `return.reading`), so a review survives closing the program.
 */
export type ParsedReturn = { readonly tables: readonly ParsedTable[] };
