import type { ReadableDb } from '#db/handle.ts';
import { findSending } from '#db/queries/export.queries.ts';
import type { SendingId } from '#shared/domain/ids.ts';
import type { Sending } from '#shared/domain/sending.ts';
import { AppError } from '#shared/errors.ts';

/** An entry of the log of exports that is meant to be there. @throws AppError SENDING_GONE */
export function getSending(db: ReadableDb, sendingId: SendingId): Sending {
  const sending = findSending(db, sendingId);
  if (!sending) throw new AppError('SENDING_GONE', { id: sendingId });
  return sending;
}
