import { ORPCError } from '@orpc/client';
import { type ErrorDetails, isErrorCode } from '#shared/error-codes.ts';
import { AppError } from '../errors.ts';

/**
 * Errors lose their class between processes. These two functions are the border: the backend turns an
 * {@link AppError} into the RPC library's error, the client turns it back, code and details intact.
 */
export function toWireError(error: AppError): ORPCError<string, ErrorDetails> {
  return new ORPCError(error.code, { message: error.message, data: error.details, status: 400 });
}

/** @returns the AppError that was thrown on the other side; anything unknown becomes INTERNAL */
export function fromWireError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError && isErrorCode(error.code)) {
    return new AppError(error.code, detailsOf(error.data), { cause: error });
  }
  if (error instanceof Error && error.name === 'AbortError') return new AppError('CANCELLED', {}, { cause: error });
  return new AppError('INTERNAL', { incident: '未记录' }, { cause: error });
}

function detailsOf(data: unknown): ErrorDetails {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}
