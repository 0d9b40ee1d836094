import { expect, test } from 'vitest';
import { openProblem } from '#electron/main/data-file/open-problem.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';

function problemOf(code: ErrorCode) {
  const { message, details } = new AppError(code, { file: '计划.db' });
  return openProblem({ code, message, details }, '/stick/计划.db');
}

test.each(['DATA_FILE_DAMAGED', 'DATA_FILE_FOREIGN', 'DATA_FILE_NEWER'] as const)(
  '%s is told in Chinese with three ways on, none of which touches the file',
  (code) => {
    const problem = problemOf(code);
    expect(problem.message).toContain('“计划.db”');
    expect(problem.detail).toBe('/stick/计划.db');
    expect(problem.buttons).toEqual(['选择其他数据文件…', '回到开始页', '退出']);
    expect(problem.answers).toEqual(['choose', 'start-page', 'quit']);
  },
);

test.each([
  ['a file whose stick is away', 'DATA_FILE_MISSING'],
  ['one that another program holds', 'DATA_FILE_BUSY'],
  ['one that was made read-only', 'DATA_FILE_READ_ONLY'],
  ['one in a folder that is read-only', 'DATA_FOLDER_READ_ONLY'],
  ['one on a disk that fails', 'DATA_FILE_IO'],
] as const)('%s can be tried again', (_case, code) => {
  expect(problemOf(code).buttons).toEqual(['重试', '选择其他数据文件…', '回到开始页', '退出']);
});
