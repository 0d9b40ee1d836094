import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';

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

/** The AppError that `work` is refused with; anything else, or success, fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('expected an AppError, nothing was thrown');
}
