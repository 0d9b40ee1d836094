import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';

/**
 * How a call is declared: its kind, a schema for its params, a type for its result.
 * Params come from outside and are checked by schema; results are our own and only typed, because checking
 * a large matrix again on every read costs more than reading it.
 *
 * - `read` changes nothing outside the backend's memory and waits for nobody.
 * - `step` changes the data file: one step of the log. Steps run strictly one after another, in the order they came.
 * - `file` writes a file that leaves the program, or takes files in. It may take long and holds no step up; what it
 *   commits to the data file on its way (a form that was sent, a return that came) takes its turn among the steps.
 */
export type CallMeta = { readonly kind: 'read' | 'step' | 'file' };

const call = oc.$meta<CallMeta>({ kind: 'read' });

/** A call that changes nothing. */
export const read = call.meta({ kind: 'read' });

/** A call that changes the data file. */
export const step = call.meta({ kind: 'step' });

/** A call that writes a file beside the data file. */
export const file = call.meta({ kind: 'file' });

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

/**
 * What a ticket was given out for. SECURITY: a ticket serves for nothing else: a file that was chosen to be read is
 * never written over, and one that was chosen to be written was not shown to be read.
 *
 * - `read`: a foreign file, chosen or dropped
 * - `export`: a table or a PDF, which may replace a file
 * - `forms`: the folder for what goes to agencies: forms, returns that go back
 * - `data-file`: a new data file, and opening it
 */
export const TICKET_PURPOSES = ['read', 'export', 'forms', 'data-file'] as const;
export type TicketPurpose = (typeof TICKET_PURPOSES)[number];

/** Turns a ticket back into a path: `undefined` when it was never given out, or for another purpose. */
export type ResolveTicket = (ticket: FileTicket, purpose: TicketPurpose) => string | undefined;
