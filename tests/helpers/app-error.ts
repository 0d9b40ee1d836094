import { AppError, type ErrorCode } from '#shared/errors.ts';

/** The code of the AppError that `work` throws; anything else, or nothing thrown, fails the test. */
export function codeOf(work: () => unknown): ErrorCode {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  throw new Error('expected an AppError, nothing was thrown');
}
