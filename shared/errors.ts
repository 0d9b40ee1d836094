import type { ErrorCode, ErrorDetails } from './error-codes.ts';
import { describeError } from './text/error-text.ts';

/**
 * An expected failure. `message` is the Chinese sentence for people.
 *
 * @example throw new AppError('AGENCY_UNKNOWN', { name: '县气象局' });
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(describeError(code, details), options);
    this.code = code;
    this.details = details;
  }
}
