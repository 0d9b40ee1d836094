import fs from 'node:fs';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { type BackendContext, type Log, made } from '#backend/calls/context.ts';
import { lookedAt } from '#backend/calls/looked-at.ts';
import { type LookedAt, PastKeeper } from '#backend/calls/past-keeper.ts';
import { RestOfFile } from '#backend/calls/rest-of-file.ts';
import { RunningCalls } from '#backend/calls/running-calls.ts';
import { momentOn } from '#backend/calls/sample-clock.ts';
import { createShelf } from '#backend/calls/shelf.ts';
import { WriteQueue } from '#backend/calls/write-queue.ts';
import { createOutlet } from '#backend/outlet/outlet.ts';
import { openDataFile, openDataFileToRead, openDataFileToShow } from '#db/open.ts';
import { sampleDay } from '#db/queries/sample.queries.ts';
import type { ResolveTicket } from '#shared/contract/call.ts';
import { isoDate } from '#shared/domain/period.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { createPlanFile } from './cases/plan/create-data-file.ts';
import { ensureSample, resetSample } from './cases/sample/sample-file.ts';
import { createIntake } from './intake/intake.ts';
import type { StartIntake } from './intake/intake-messages.ts';
import { router } from './router.ts';
import { readWorkCalendar } from './standing/read-calendar.ts';
import { standingCalendar } from './standing/standing-calendar.ts';

export type BackendOptions = {
  /** Path of the data file. */
  readonly dataFile: string;
  /** Folder of the embedded plan and agency directory. */
  readonly seedsFolder: string;
  /**
   * Make the file from the embedded plan when there is none; `sample`: the sample instead, never in the place of
   * anything else; `sample-anew`: the sample as it was at first, in the place of what has become of it.
   */
  readonly createIfMissing: boolean | 'sample' | 'sample-anew';
  /** Starts the process that parses foreign files. */
  readonly startIntake: StartIntake;
  /** Entry of the thread that writes workbooks: `outlet-worker.ts` under plain Node, its bundle in the program. */
  readonly outletWorker: URL;
  readonly resolveTicket: ResolveTicket;
  readonly client?: BackendContext['client'];
  readonly clock?: () => Date;
  /** The date (ISO) to judge by, in place of the clock's. */
  readonly today?: string | undefined;
  /** The name of the person who works here. */
  readonly operator?: string | undefined;
  readonly log?: Log;
  /**
   * Given, the file opens when what a window shows first was checked, and the rest after that picture was asked for: it is
   * told when the rest is damaged, and every call from then on is refused. Left out, the whole file is checked first.
   */
  readonly onDamageLater?: (error: unknown) => void;
  /**
   * `if-must`: a data file that may not be written to is opened to be read, so that tables can be exported of it;
   * `always`: any. Left out, one that may not be written to is refused.
   */
  readonly toRead?: 'if-must' | 'always';
};

type MessagePortLike = Parameters<RPCHandler<BackendContext>['upgrade']>[0];

/** The open data file with everything that can be done to it. */
export type Backend = {
  readonly dataFile: string;
  /** Answers the calls that arrive on a message port, until the port or the backend closes. */
  readonly serve: (port: MessagePortLike) => void;
  /** The same calls without a port, for the command line and for tests. Errors are RPC errors: see wire-error.ts. */
  readonly client: RouterClient<typeof router>;
  /** The same calls about a moment of the past: read-only. */
  readonly clientAt: (moment: LookedAt) => Backend['client'];
  /** Another person works here from now on; `undefined`: nobody has said a name. */
  readonly setOperator: (operator: string | undefined) => void;
  /** Refuses new calls, waits for the running ones, closes the data file. */
  readonly close: () => Promise<void>;
};

/** Each review of a plan holds its text. A window shows one at a time, its reload may leave one behind. */
const PLAN_REVIEWS_MAX = 2;

const SILENT: Log = { warn: () => undefined, error: () => undefined };

/**
 * Opens a data file (or makes it from the embedded plan) and starts to serve it.
 *
 * @throws AppError DATA_FILE_* as db/open.ts; the file is then as it was
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const clock = options.clock ?? (() => new Date());
  const { dataFile, seedsFolder, client = 'window' } = options;
  let { operator } = options;
  await makeIfWanted(options, made({ clock, client, operator: () => operator }, 'document'));
  const { db, rest } = open(options);
  const log = options.log ?? SILENT;
  const builtIn = readWorkCalendar(seedsFolder, (error) => log.error('work calendar not read', error));
  const calendar = standingCalendar(db, builtIn);
  const context: BackendContext = {
    db,
    present: db,
    dataFile,
    seedsFolder,
    clock: () => momentOn(sampleDay(db), clock()),
    today: () => options.today ?? sampleDay(db) ?? isoDate(clock()),
    get calendar() {
      return calendar();
    },
    calendarOf: (past) => standingCalendar(past, builtIn)(),
    client,
    operator: () => operator,
    past: new PastKeeper(),
    resolveTicket: options.resolveTicket,
    intake: createIntake(options.startIntake),
    outlet: createOutlet(options.outletWorker, dataFile),
    rest,
    passwords: new Map(),
    shown: new Map(),
    planReviews: createShelf(PLAN_REVIEWS_MAX, 'PLAN_REVIEW_GONE'),
    log,
    calls: new RunningCalls(),
    writes: new WriteQueue(),
  };
  const handler = new RPCHandler<BackendContext>(router, {
    interceptors: [
      // The moment goes with each call, so that none is answered from another one than was on show when it was made.
      (call) => {
        const asOf = lookedAt(call.request.headers);
        return call.next(asOf ? { ...call, context: { ...call.context, asOf } } : call);
      },
    ],
  });
  return {
    dataFile,
    serve: (port) => handler.upgrade(port, { context }),
    client: createRouterClient(router, { context }),
    clientAt: (moment) => createRouterClient(router, { context: { ...context, asOf: moment } }),
    setOperator: (name) => {
      operator = name;
    },
    close: async () => {
      rest?.leave();
      await context.calls.close();
      await Promise.all([context.intake.close(), context.outlet.close()]);
      context.past.leave();
      db.close();
    },
  };
}

/** Why a data file cannot be written to. */
const READ_ONLY: readonly unknown[] = ['DATA_FILE_READ_ONLY', 'DATA_FOLDER_READ_ONLY'];

function open(options: BackendOptions): Pick<BackendContext, 'db' | 'rest'> {
  const { dataFile, toRead } = options;
  if (toRead === 'always') return { db: openDataFileToRead(dataFile) };
  try {
    return openToWrite(options);
  } catch (error) {
    if (toRead === undefined || !(error instanceof AppError) || !READ_ONLY.includes(error.code)) throw error;
    return { db: openDataFileToRead(dataFile) };
  }
}

function openToWrite({ dataFile, onDamageLater }: BackendOptions): Pick<BackendContext, 'db' | 'rest'> {
  if (!onDamageLater) return { db: openDataFile(dataFile) };
  const { db, checkRest } = openDataFileToShow(dataFile);
  return { db, rest: new RestOfFile(checkRest, onDamageLater) };
}

async function makeIfWanted({ dataFile, seedsFolder, createIfMissing }: BackendOptions, by: Made): Promise<void> {
  const sample = { file: dataFile, seedsFolder };
  if (createIfMissing === 'sample') return ensureSample(sample);
  if (createIfMissing === 'sample-anew') return resetSample(sample);
  if (createIfMissing && !fs.existsSync(dataFile)) await createPlanFile({ ...sample, made: by });
}
