import type { ReviewedDocument } from '#backend/documents/reviewed-document.ts';
import type { Intake } from '#backend/intake/intake.ts';
import type { Outlet } from '#backend/outlet/outlet.ts';
import type { ReadableDb, WritableDb } from '#db/handle.ts';
import type { FileTicket, ResolveTicket, TicketPurpose } from '#shared/contract/call.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { Made, Manner } from '#shared/domain/step.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { LookedAt, PastKeeper } from './past-keeper.ts';
import type { RestOfFile } from './rest-of-file.ts';
import type { RunningCalls } from './running-calls.ts';
import type { Shelf } from './shelf.ts';
import type { WriteQueue } from './write-queue.ts';

/** What every handler is given. One per open data file. */
export type BackendContext = {
  readonly db: WritableDb;
  /** The data file itself, whatever moment `db` looks at: what leaves is remembered in it, also from a past. */
  readonly present: WritableDb;
  /** Path of the data file. */
  readonly dataFile: string;
  /** Folder of the agency directory that comes with the program. */
  readonly seedsFolder: string;
  readonly clock: () => Date;
  /**
   * The clerk's date (ISO), which decides what is due and late: the clock's, the sample's own, or the one a command
   * names. When a step was made is the clock's, in the sample on the sample's day.
   */
  readonly today: () => string;
  /** Workdays and holidays: those that come with the program, and in their place the years the data file has itself. */
  readonly calendar: WorkCalendar;
  /** The same as a moment of the past had it. */
  readonly calendarOf: (past: ReadableDb) => WorkCalendar;
  /** Who the calls come from, for the log of steps. */
  readonly client: Made['client'];
  /** The name of the person who works here, as last told; `undefined`: nobody has said one. */
  readonly operator: () => string | undefined;
  /** The past that is looked at, kept open between two calls. */
  readonly past: PastKeeper;
  /** The moment this call looks at; `db` and `today` are then those of that moment. Left out: the present. */
  readonly asOf?: LookedAt | undefined;
  /** Path behind a ticket of the native dialogs. */
  readonly resolveTicket: ResolveTicket;
  /** Reader of foreign files, in a process of its own. */
  readonly intake: Intake;
  /** Writer of workbooks, in a thread of its own. */
  readonly outlet: Outlet;
  /** What of the data file's check is still to be done; left out, all of it is done. */
  readonly rest?: RestOfFile | undefined;
  /** Passwords that opened foreign files, by the files' hashes; forgotten when the program ends. */
  readonly passwords: Map<string, string>;
  /** What stood in the cells of returns when they were shown, by the items' keys: what is decided is decided on that. */
  readonly shown: Map<ReturnId, ReadonlyMap<string, string>>;
  /** Documents that were read and wait to become a plan. */
  readonly planReviews: Shelf<ReviewedDocument>;
  readonly log: Log;
  /** Calls under way: closing waits for them. */
  readonly calls: RunningCalls;
  /** The turns of everything that changes the data file. A step has its turn already; only calls of kind `file` ask. */
  readonly writes: WriteQueue;
};

/** Where the backend's own notes go: slow calls, unexpected failures. Never shown to the clerk as such. */
export type Log = {
  readonly warn: (message: string, details?: unknown) => void;
  readonly error: (message: string, details?: unknown) => void;
};

/**
 * When, from which client and in which manner a step is made, for the log.
 *
 * @param source name of the file that a change came from
 */
export function made(
  context: Pick<BackendContext, 'clock' | 'client'> & Partial<Pick<BackendContext, 'operator'>>,
  manner: Manner,
  source?: string,
): Made {
  const { clock, client } = context;
  const operator = context.operator?.();
  return {
    at: clock().toISOString(),
    client,
    manner,
    ...(source === undefined ? {} : { source }),
    ...(operator === undefined ? {} : { operator }),
  };
}

/**
 * The path behind a ticket.
 *
 * @param purpose what the call does with it
 * @throws AppError FILE_NOT_GRANTED when the shell never gave it out, or gave it out for something else
 */
export function pathOf(
  context: Pick<BackendContext, 'resolveTicket'>,
  ticket: FileTicket,
  purpose: TicketPurpose,
): string {
  const path = context.resolveTicket(ticket, purpose);
  if (path === undefined) throw new AppError('FILE_NOT_GRANTED');
  return path;
}
