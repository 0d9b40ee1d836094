import { fromWireError } from '#shared/contract/wire-error.ts';
import { isErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';

/**
 * Rebuilds an {@link AppError} on this side of the bridge, whichever way a failure came: from the backend
 * over the port, or from the desktop shell, whose refusals are plain objects `{ code, message, details }`.
 *
 * @param reason whatever a call was rejected with
 * @returns an expected failure as it was thrown; everything unforeseen as `INTERNAL`
 */
export function toAppError(reason: unknown): AppError {
  if (isShellRefusal(reason)) {
    const details = Object.entries(reason.details ?? {}).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    );
    if (isErrorCode(reason.code)) return new AppError(reason.code, Object.fromEntries(details), { cause: reason });
  }
  return fromWireError(reason);
}

type ShellRefusal = { readonly code: string; readonly details?: object };

/** An Error with a code is not meant here: those come over the port and are read by their class. */
function isShellRefusal(reason: unknown): reason is ShellRefusal {
  if (typeof reason !== 'object' || reason === null || reason instanceof Error || !('code' in reason)) return false;
  const details: unknown = 'details' in reason ? reason.details : undefined;
  return (
    typeof reason.code === 'string' && (details === undefined || (typeof details === 'object' && details !== null))
  );
}
