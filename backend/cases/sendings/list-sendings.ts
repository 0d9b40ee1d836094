import type { ReadableDb } from '#db/handle.ts';
import { listSendings, type SendingFilter } from '#db/queries/export.queries.ts';
import type { Sending, SendingView } from '#shared/domain/sending.ts';
import { isComparable, isRemade } from './remake.ts';

/** The log of exports, the newest first. */
export function listSendingViews(db: ReadableDb, filter: SendingFilter): readonly SendingView[] {
  return listSendings(db, filter).map(sendingView);
}

/** An entry with what can be done with it. */
export function sendingView(sending: Sending): SendingView {
  return { ...sending, isRemade: isRemade(sending.request), isComparable: isComparable(sending) };
}
