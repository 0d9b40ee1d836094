/**
 * Every expected failure of the program. Programs look at the code, people read the text
 * (`text/error-text.ts`); the text may change, the code may not.
 */
export const ERROR_CODES = [
  // reading a plan
  'PLAN_NO_TASKS',
  'PLAN_TOO_LARGE',
  'PLAN_REVIEW_GONE',
  'PLAN_NUMBER_REPEATED',
  // several plans in one file
  'PLAN_GONE',
  'PLAN_ALREADY_IN_FILE',
  'PLAN_UNKNOWN',
  'PLAN_NOT_CHOSEN',
  'FILE_NOT_TEXT',
  'DOCUMENT_KIND_UNSUPPORTED',
  'DOCUMENT_SCANNED',
  'DOCUMENT_ENCRYPTED',
  'DOCUMENT_DAMAGED',
  'DOCUMENT_BOMB',
  'DOCUMENT_TIMEOUT',
  // any file
  'FILE_MISSING',
  'FILE_EMPTY',
  'FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  'FILE_OPEN_ELSEWHERE',
  'FILE_NOT_GRANTED',
  'FOLDER_READ_ONLY',
  'FOLDER_MISSING',
  'FOLDER_EMPTY',
  'FOLDER_TOO_MANY_FILES',
  'FOLDER_UNREADABLE',
  'DISK_FULL',
  'FILE_EXISTS',
  'FILE_IS_DATA_FILE',
  'TABLE_TOO_LARGE',
  'WRITING_STOPPED',
  'PRINT_FAILED',
  // workbooks
  'WORKBOOK_KIND_UNSUPPORTED',
  'WORKBOOK_ENCRYPTED',
  'WORKBOOK_DAMAGED',
  'WORKBOOK_BOMB',
  'WORKBOOK_TIMEOUT',
  'WORKBOOK_PASSWORD_WRONG',
  'WORKBOOK_ENCRYPTION_UNKNOWN',
  'ARCHIVE_TOO_LARGE',
  'ARCHIVE_EMPTY',
  'ARCHIVE_ENTRY_LOCKED',
  'RETURN_NOT_RECOGNIZED',
  'RETURN_OTHER_PLAN',
  'RETURN_NO_ROWS',
  'REVIEW_STALE',
  'RETURN_GONE',
  'RETURN_NOT_READY',
  'RETURNS_CONTRADICT',
  'RETURN_VALUE_UNKNOWN',
  'RETURN_NOT_TAKEN',
  'RETURN_NO_REASONS',
  'RETURN_ROW_GONE',
  'RETURN_ROW_EMPTY',
  // the data file
  'DATA_FILE_MISSING',
  'DATA_FILE_FOREIGN',
  'DATA_FILE_DAMAGED',
  'DATA_FILE_NEWER',
  'DATA_FILE_READ_ONLY',
  'DATA_FOLDER_READ_ONLY',
  'DATA_FILE_MOVED',
  'DATA_FILE_REPLACED',
  'DATA_FILE_IO',
  'DATA_FILE_BUSY',
  'DATA_FILE_EXISTS',
  // another data file
  'DATA_FILE_SAME',
  'DATA_FILE_OTHER_PLAN',
  'DATA_FILE_NOTHING_NEW',
  // changes
  'TASK_UNKNOWN',
  'TASK_GONE',
  'TASK_NUMBER_TAKEN',
  'SECTION_UNKNOWN',
  'AGENCY_UNKNOWN',
  'AGENCY_GONE',
  'AGENCY_NAME_REPEATED',
  'AGENCY_NAME_TAKEN',
  'AGENCY_NOT_GROUP',
  'AGENCY_IN_USE',
  'PERIOD_UNKNOWN',
  'PERIOD_CLOSED',
  'PERIOD_NOT_CLOSED',
  'REASON_MISSING',
  'MERGE_PERIOD_CLOSED',
  'NOT_ASSIGNED',
  'ROLE_TEXT_UNKNOWN',
  'PASTE_TEXT_UNKNOWN',
  'LEDGER_TEXT_UNKNOWN',
  'PASTE_SHAPES_DIFFER',
  'COPY_SHAPES_DIFFER',
  'TOO_MANY_CELLS',
  'STATUS_UNKNOWN',
  'SUMMARY_NO_LEAD',
  'SUMMARY_EMPTY',
  'NOTHING_TO_CHANGE',
  'NOTHING_TO_UNDO',
  'NOTHING_TO_REDO',
  'STEP_UNKNOWN',
  'STEP_NOT_UNDOABLE',
  'STEP_ALREADY_UNDONE',
  'CHANGED_SINCE',
  'CHECKS_FAILED',
  // what is entered beside progress
  'TARGET_GONE',
  'ROW_GONE',
  'EVIDENCE_MISSING',
  'EVIDENCE_CHANGED',
  'EVIDENCE_TOO_LARGE',
  'EVIDENCE_KIND_CLOSED',
  'EVIDENCE_NONE',
  // calls
  'BAD_PARAMS',
  'CANCELLED',
  'CLOSING',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts for the sentence: names, numbers and short texts; never a stack, never a secret. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/** Whether a text from another process is one of our codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return CODES.has(text);
}
