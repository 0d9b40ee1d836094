import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';

/**
 * How a call is declared: `read` or `write`, a schema for its params, a type for its result.
 * Params come from outside and are checked by schema; results are our own and only typed, because checking
 * a large matrix again on every read costs more than reading it.
 */
export type CallMeta = { readonly kind: 'read' | 'write' };

const call = oc.$meta<CallMeta>({ kind: 'read' });

/** A call that changes nothing. */
export const read = call.meta({ kind: 'read' });

/** A call that may change the data file or write a file. Writes run one after another. */
export const write = call.meta({ kind: 'write' });

/** What a long call tells while it runs; the last event carries the result. */
export type LongCallEvent<Result> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  | { readonly kind: 'result'; readonly result: Result };

/** Output of a long call: a stream of {@link LongCallEvent}, cancelled by ending the iteration or aborting the call. */
export function longCall<Result>() {
  return eventIterator(type<LongCallEvent<Result>>());
}

/**
 * A file or folder the user chose in a native dialog (in the window: an opaque ticket; on the command line: a path).
 * SECURITY: the page never names a path; the shell hands out tickets and tells the backend what they mean.
 */
export const FileTicketSchema = z.string().min(1).max(4096).brand<'FileTicket'>();
export type FileTicket = z.infer<typeof FileTicketSchema>;
