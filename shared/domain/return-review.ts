import type { AgencyId, FormId, PeriodId, PlanId, ReturnId, TaskId } from './ids.ts';
import type { ProgressField } from './progress.ts';
import type { ReturnField } from './return-field.ts';

/**
 * Where a return stands: 收到 (kept, but nobody knows yet whose it is or for which period), 待核对, 已采用, 已退回, 已拒收.
 * A return is one table of one file: a workbook with the forms of two agencies gives two.
 */
export const RETURN_STATES = ['received', 'to-review', 'taken', 'sent-back', 'refused'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

export const RETURN_STATE_LABELS: Readonly<Record<ReturnState, string>> = {
  received: '收到',
  'to-review': '待核对',
  taken: '已采用',
  'sent-back': '已退回',
  refused: '已拒收',
};

/**
 * How a returned cell compares (design, section 7): base is what the agency last told us, or what was sent, theirs what
 * came back, ours what stands now. Only theirs changed: `proposed`. Both changed, differently, or two files say two
 * things: `conflict`. A value that cannot be read (a status of their own making, a date that is none): `unreadable`,
 * shown and left alone unless a person types the value.
 */
export type ReturnItemState = 'proposed' | 'conflict' | 'unreadable';

/** A cell of the returned sheet. Rows and columns count from 1. */
export type SheetPlace = { readonly row: number; readonly column: number };

export type ReturnItem = {
  /** Unique within one answer, numbered through its files. Does not last: see `key`. */
  readonly id: number;
  readonly returnId: ReturnId | null;
  /** Names the item within its return, for ever: `task/agency/field`, such as `12/3/percent`. */
  readonly key: string;
  readonly taskId: TaskId;
  readonly taskNumber: number;
  readonly taskTitle: string;
  /** Whose entry it is: of a form always the agency that returns it, of a ledger the row's. */
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly field: ReturnField;
  /** What a person calls the cell: 完成比例; of a target its name. */
  readonly fieldLabel: string;
  readonly base: string;
  /** What `base` is: the agency's last return, the form as sent, what both data files had in common; `null`: not known. */
  readonly baseFrom: 'told' | 'sent' | 'common' | null;
  readonly theirs: string;
  readonly ours: string;
  readonly state: ReturnItemState;
  /** All doubts in one Chinese sentence, or empty. Whatever has a doubt is not chosen beforehand. */
  readonly doubt: string;
  /** The same one by one: of the file, of the column, of the row, of the value, of what it says (checks). */
  readonly doubts: readonly string[];
  /** Chosen beforehand: only theirs changed, and nothing casts a doubt on it. */
  readonly chosen: boolean;
  /** Other values the cell may mean, in the form's own writing, the likeliest first: 1 is 100 or 1. */
  readonly offers: readonly string[];
  /** A cell that is again as it was sent, after this agency had told us something else. */
  readonly retraction: boolean;
  readonly place: SheetPlace | null;
};

/** One thing that says whose a return is, for which period or of which plan. */
export type ReturnWitness = {
  readonly about: 'agency' | 'period' | 'plan';
  readonly source:
    | 'ids'
    | 'unit-line'
    | 'title'
    | 'help'
    | 'sheet-name'
    | 'file-name'
    | 'sent-form'
    | 'rows'
    | 'clock'
    | 'clerk';
  /** As it stands there: 泽州县农业农村局（盖章）, 2021年10月. */
  readonly says: string;
  /** The agency, period or plan it means; `null` when it means none that is known. */
  readonly id: number | null;
};

/** One answer to a question about a held return. */
export type HoldChoice<Id> = { readonly id: Id; readonly label: string };

/** What the clerk must say before a return can be reviewed. */
export type ReturnHold = {
  /** What happened, in Chinese. */
  readonly sentence: string;
  /** The likeliest first; empty when the agency is not in question. */
  readonly agencies: readonly HoldChoice<AgencyId>[];
  readonly periods: readonly HoldChoice<PeriodId>[];
};

/** What a column of the returned sheet can be read as. */
export const RETURN_COLUMN_FIELDS = [
  'number',
  'section',
  'task',
  'task-id',
  'agency',
  'status',
  'percent',
  'narrative',
  'problems',
  'nextSteps',
  'reportedOn',
] as const;
export type ReturnColumnField = (typeof RETURN_COLUMN_FIELDS)[number];

/** How a column came to its meaning. */
export type ColumnHow = 'exact' | 'contained' | 'contents' | 'remembered' | 'pointed';

export type ReturnColumnView = {
  readonly column: number;
  /** As written. */
  readonly head: string;
  /** `null`: not read. */
  readonly field: ReturnColumnField | null;
  readonly how: ColumnHow | null;
  /** Cells below the heads that hold anything. */
  readonly filled: number;
  /** Why it should be looked at, or empty: 由表头中的词读作进展情况; 有内容而不认识表头. */
  readonly doubt: string;
};

/** Which columns mean what, pointed out by a person. */
export type ReturnMapping = {
  readonly sheet: string;
  readonly firstHeadRow: number;
  readonly lastHeadRow: number;
  readonly columns: readonly { readonly column: number; readonly field: ReturnColumnField }[];
};

/** A row of theirs that belongs to no task of ours. */
export type LeftRow = {
  readonly rowNumber: number;
  readonly number: string;
  readonly taskText: string;
  readonly agencyText: string;
  /** The nearest task and how alike the words are, 0 to 1; `null` when none is near. */
  readonly nearest: { readonly taskId: TaskId; readonly number: number; readonly likeness: number } | null;
  readonly fields: Readonly<Partial<Record<ProgressField, string>>>;
};

/** Something about what came back that may be a reason to send it back. */
export type ReturnFault = {
  readonly rule: string;
  /** In Chinese, for the agency: 第 12 项：状态为“已完成”，进展情况未填。 */
  readonly sentence: string;
  readonly taskId: TaskId | null;
  readonly field: ProgressField | null;
  readonly place: SheetPlace | null;
};

export type ReturnFileReview = {
  /** `null` in a preview, which leaves nothing behind. */
  readonly returnId: ReturnId | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: ReturnState;
  /** How often this agency has returned for this period, this one counted; `null` while that is not known. */
  readonly version: number | null;
  /** ISO date and time; `null` in a preview. */
  readonly receivedAt: string | null;
  readonly planId: PlanId | null;
  readonly agencyId: AgencyId | null;
  readonly agencyName: string;
  readonly periodId: PeriodId | null;
  readonly periodLabel: string;
  readonly formId: FormId | null;
  /** Name of the sheet; empty when the file was refused before one was found. */
  readonly sheet: string;
  readonly kind: 'form' | 'ledger';
  /** Whether the same table (by the file's hash) was taken in before. */
  readonly seenBefore: boolean;
  readonly witnesses: readonly ReturnWitness[];
  readonly held: ReturnHold | null;
  /** Rows of their sheet that are read as heads; `null` when no table was found. */
  readonly headRows: { readonly first: number; readonly last: number } | null;
  readonly columns: readonly ReturnColumnView[];
  readonly items: readonly ReturnItem[];
  readonly unchangedCells: number;
  readonly leftRows: readonly LeftRow[];
  /** Tasks that were asked for and did not come back. */
  readonly missingTasks: readonly { readonly taskId: TaskId; readonly number: number; readonly title: string }[];
  readonly faults: readonly ReturnFault[];
  /** Doubts of the whole file or table: they stand on each item too. */
  readonly doubts: readonly string[];
  /** Chinese notes that change nothing: a row that was left out, 2 条批注 and what they say. */
  readonly notes: readonly string[];
  /** 填报人 and 联系电话 as written; empty when not filled. */
  readonly reporter: string;
  readonly phone: string;
  /** Reasons it was sent back or refused with, as the clerk wrote them. */
  readonly reasons: readonly string[];
  /** Set when the whole file was refused. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
};

export type ReturnReview = {
  /** Names this answer. Nothing is kept under it: what lasts is named by `returnId`. */
  readonly reviewId: string;
  readonly files: readonly ReturnFileReview[];
};

/** What the clerk has decided about one item and not yet confirmed. */
export type ReturnDecision = {
  readonly key: string;
  readonly choice: 'theirs' | 'ours';
  /** Typed by the clerk in place of theirs, in the form's own writing. */
  readonly value?: string | undefined;
};

/** A line in the list of returns. */
export type ReturnSummary = Pick<
  ReturnFileReview,
  | 'fileName'
  | 'sha256'
  | 'state'
  | 'version'
  | 'planId'
  | 'agencyId'
  | 'agencyName'
  | 'periodId'
  | 'periodLabel'
  | 'sheet'
> & {
  readonly returnId: ReturnId;
  readonly receivedAt: string;
  readonly takenInAt: string | null;
  /** How many cells were written from it. */
  readonly takenCells: number;
  readonly reasons: readonly string[];
};

/** Their sheet, as much of it as is worth a picture: shown texts, merged blocks, what is hidden. */
export type SheetPicture = {
  readonly sheet: string;
  readonly rows: readonly {
    readonly number: number;
    readonly hidden: boolean;
    readonly cells: readonly {
      readonly column: number;
      readonly text: string;
      readonly columnSpan: number;
      readonly rowSpan: number;
    }[];
  }[];
  readonly hiddenColumns: readonly number[];
  /** Rows that were left out of a very long sheet. */
  readonly rowsLeftOut: number;
};

/** 回收情况: one agency in one period. */
export type CollectionCell = {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly periodId: PeriodId;
  readonly periodLabel: string;
  readonly dueOn: string;
  /** Tasks it owes. */
  readonly owed: number;
  /** When the last form went out (ISO date and time); `null`: none. */
  readonly sentAt: string | null;
  readonly formsSent: number;
  /**
   * `not-owed` nothing is asked of it; `not-sent`; `waiting` sent and not back; `late` the same after the due date;
   * else the state of its newest return.
   */
  readonly state: 'not-owed' | 'not-sent' | 'waiting' | 'late' | ReturnState;
  readonly returnId: ReturnId | null;
  readonly version: number | null;
  readonly receivedAt: string | null;
  readonly takenCells: number;
  /** Days after the due date it came back, or has been missing; 0 when in time. */
  readonly daysLate: number;
  readonly reporter: string;
  readonly phone: string;
};

export type CollectionOverview = {
  readonly periods: readonly { readonly id: PeriodId; readonly label: string; readonly dueOn: string }[];
  readonly agencies: readonly {
    readonly id: AgencyId;
    readonly name: string;
    readonly reporter: string;
    readonly phone: string;
  }[];
  readonly cells: readonly CollectionCell[];
};
