import { expect, it } from 'vitest';
import { isSavingFailure } from '#renderer/state/saving-failure.ts';
import type { ErrorCode } from '#shared/error-codes.ts';

it('a refusal does not leave 保存失败 in the status bar, a disk that cannot be written does', () => {
  const refusals: readonly ErrorCode[] = [
    'TASK_NUMBER_TAKEN',
    'AGENCY_NAME_TAKEN',
    'ROLE_TEXT_UNKNOWN',
    'NOTHING_TO_UNDO',
    'CHANGED_SINCE',
    'TASK_UNKNOWN',
  ];
  expect(refusals.filter(isSavingFailure)).toEqual([]);
  const failures: readonly ErrorCode[] = [
    'DISK_FULL',
    'DATA_FILE_BUSY',
    'DATA_FILE_READ_ONLY',
    'DATA_FILE_MOVED',
    'DATA_FILE_REPLACED',
    'DATA_FILE_IO',
    'INTERNAL',
  ];
  expect(failures.filter(isSavingFailure)).toEqual(failures);
});
