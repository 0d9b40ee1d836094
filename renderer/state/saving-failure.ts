import type { ErrorCode } from '#shared/error-codes.ts';

/** The data file could not be written, or nobody knows: everything else is a refusal, after which nothing is unsaved. */
const SAVING_FAILURES: ReadonlySet<ErrorCode> = new Set([
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
  'FOLDER_READ_ONLY',
  'FOLDER_MISSING',
  'DISK_FULL',
  'CHECKS_FAILED',
  'CLOSING',
  'INTERNAL',
]);

/** Whether the status bar must say that saving failed, and not only that something was refused. */
export function isSavingFailure(code: ErrorCode): boolean {
  return SAVING_FAILURES.has(code);
}
