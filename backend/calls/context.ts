import type { ReviewedDocument } from '#backend/documents/reviewed-document.ts';
import type { Intake } from '#backend/intake/intake.ts';
import type { ReviewedFile } from '#backend/returns/reviewed-file.ts';
import type { WritableDb } from '#db/handle.ts';
import type { FileTicket } from '#shared/contract/call.ts';
import type { StepOrigin } from '#shared/domain/step.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { RunningCalls } from './running-calls.ts';
import type { Shelf } from './shelf.ts';

/** What every handler is given. One per open data file. */
export type BackendContext = {
  readonly db: WritableDb;
  /** Path of the data file. */
  readonly dataFile: string;
  /** Folder of the agency directory that comes with the program. */
  readonly seedsFolder: string;
  readonly clock: () => Date;
  /** Workdays and holidays, as they come with the program. */
  readonly calendar: WorkCalendar;
  /** Who the calls come from, for the log of steps. */
  readonly client: 'window' | 'command-line';
  /** Path behind a ticket of the native dialogs, or `undefined` when the shell never gave it out. */
  readonly resolveTicket: (ticket: FileTicket) => string | undefined;
  /** Reader of foreign files, in a process of its own. */
  readonly intake: Intake;
  /** Reviews of returns that wait for a decision. */
  readonly reviews: Shelf<readonly ReviewedFile[]>;
  /** Documents that were read and wait to become a plan. */
  readonly planReviews: Shelf<ReviewedDocument>;
  readonly log: Log;
  /** Calls under way: closing waits for them. */
  readonly calls: RunningCalls;
};

/** Where the backend's own notes go: slow calls, unexpected failures. Never shown to the clerk as such. */
export type Log = {
  readonly warn: (message: string, details?: unknown) => void;
  readonly error: (message: string, details?: unknown) => void;
};

/** How and when a step is made, for the log. */
export function made<Origin extends StepOrigin>(
  context: Pick<BackendContext, 'clock'>,
  origin: Origin,
): { readonly origin: Origin; readonly at: string } {
  return { origin, at: context.clock().toISOString() };
}

/** The path behind a ticket. @throws AppError FILE_NOT_GRANTED when the shell never gave it out */
export function pathOf(context: Pick<BackendContext, 'resolveTicket'>, ticket: FileTicket): string {
  const path = context.resolveTicket(ticket);
  if (path === undefined) throw new AppError('FILE_NOT_GRANTED');
  return path;
}
