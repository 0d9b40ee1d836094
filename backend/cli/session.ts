import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FileTicket, FileTicketSchema, type LongCallEvent, type TicketPurpose } from '#shared/contract/call.ts';
import { isNamed } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { type Backend, openBackend } from '../backend.ts';
import { forkIntake } from '../intake/fork-intake.ts';
import { OUTLET_WORKER } from '../outlet/plain-node.ts';

/** Folder of the embedded plan and agency directory. */
export const SEEDS_FOLDER = fileURLToPath(new URL('../../seeds/', import.meta.url));

export type Client = Backend['client'];

let operator: string | undefined;

/** Names who makes the steps of this command line, as given with `--operator`. */
export function workAs(name: string | undefined): void {
  operator = name;
}

/** Who that is, for a command that makes its step without an open data file. */
export function operatorOfSession(): string | undefined {
  return operator;
}

/**
 * Opens a data file, hands its calls to `work`, and closes it in order whatever happens.
 *
 * @param dataFile path as given on the command line
 * @param work is handed the calls, and what gives the same calls about a moment of the past
 * @param today the date to judge by, as given with `--today`; left out, the clock's
 */
export async function withDataFile<Result>(
  dataFile: string,
  work: (client: Client, clientAt: Backend['clientAt']) => Promise<Result>,
  today?: string,
): Promise<Result> {
  const backend = await openBackend({
    dataFile: path.resolve(dataFile),
    seedsFolder: SEEDS_FOLDER,
    createIfMissing: false,
    toRead: 'if-must',
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    resolveTicket: pathOfTicket,
    client: 'command-line',
    today,
    operator,
    log: { warn: () => undefined, error: (message, details) => console.error(message, details) },
  });
  try {
    return await work(backend.client, backend.clientAt);
  } finally {
    await backend.close();
  }
}

/**
 * The command line's ticket for a path: the user names paths directly, so it is the path itself behind what it was
 * named for. `--out` and the files to be read are told apart here as the dialogs tell them apart in the window.
 */
export function ticketOf(file: string, purpose: TicketPurpose): FileTicket {
  return FileTicketSchema.parse(`${purpose}:${path.resolve(file)}`);
}

function pathOfTicket(ticket: FileTicket, purpose: TicketPurpose): string | undefined {
  return ticket.startsWith(`${purpose}:`) ? ticket.slice(purpose.length + 1) : undefined;
}

/** Runs a long call to its end and gives its result. */
export async function finish<Result>(events: AsyncIterable<LongCallEvent<Result>>): Promise<Result> {
  for await (const event of events) {
    if (event.kind === 'result') return event.result;
  }
  throw new AppError('CANCELLED');
}

/** The period of that label; left out, the one the clerk works in today. @throws AppError PERIOD_UNKNOWN */
export function periodOf(overview: Overview, label: string | undefined): PeriodView {
  const period = overview.periods.find((candidate) =>
    label === undefined ? candidate.id === overview.currentPeriodId : candidate.label === label,
  );
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: label ?? '' });
  return period;
}

/** The agency of that name, alias or unmistakable short name. @throws AppError AGENCY_UNKNOWN */
export function agencyOf(overview: Overview, name: string): AgencyView {
  const { agencies } = overview;
  const exact = agencies.find((agency) => isNamed(agency, name));
  const short = agencies.filter((agency) => agency.shortName === name);
  const found = exact ?? (short.length === 1 ? short[0] : undefined);
  if (!found) throw new AppError('AGENCY_UNKNOWN', { name });
  return found;
}

/** The id of the task of that number. @throws AppError TASK_UNKNOWN */
export async function taskOf(client: Client, { currentPeriodId }: Overview, number: number): Promise<TaskId> {
  const tasks = await client.matrix.read({ periodId: currentPeriodId });
  const task = tasks.find((candidate) => candidate.number === number);
  if (!task) throw new AppError('TASK_UNKNOWN', { number });
  return task.id;
}

/** A refusal that a call reported as part of its result instead of throwing it. */
export class Refusal extends Error {
  readonly code: string;

  constructor({ code, message }: { readonly code: string; readonly message: string }) {
    super(message);
    this.code = code;
  }
}

/** Prints a result for programs. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
