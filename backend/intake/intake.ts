import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { PlanDocument } from '../documents/plan-document.ts';
import type { IntakeFile, IntakeReply, IntakeRequest, IntakeStart } from './intake-messages.ts';

export type { IntakeFile } from './intake-messages.ts';

/**
 * Foreign files are parsed in a thread of their own, so that none of them can hang the program or fill its memory
 * (pitfalls 39 and 61). One thread serves a whole batch, because a fresh one is slower (its code is not yet compiled);
 * it is replaced after a file that overran its limits, and let go when nothing came for a while.
 */
export type IntakeLimits = {
  /** For one file. Longer: a stubborn file blocks its batch longer; shorter: a slow PC gives up on good ones. */
  readonly timeoutMs: number;
  /**
   * Heap the thread may grow to. A form takes about 20 MB; the worst workbook within WORKBOOK_LIMITS that we could
   * think of 1.1 GB. The limit is a last resort: a thread that runs into it has, rarely, taken the process with it.
   */
  readonly memoryMb: number;
  /** How long an idle thread is kept. */
  readonly idleMs: number;
};

export const INTAKE_LIMITS: IntakeLimits = { timeoutMs: 20_000, memoryMb: 1_536, idleMs: 30_000 };

/**
 * Room for short-lived values. Once any limit is set, the default shrinks, and a batch takes half as long again,
 * because a parsed workbook is mostly short-lived values.
 */
const YOUNG_MEMORY_MB = 128;

/** For the thread's start: half a second on a good day, far more on an old PC behind a virus scanner. */
const START_TIMEOUT_MS = 60_000;

export type Intake = {
  /**
   * Reads one returned workbook. Calls wait for each other.
   *
   * @param file full path
   * @throws AppError as backend/excel/read-return.ts, and FILE_MISSING, FILE_UNREADABLE, WORKBOOK_TIMEOUT,
   *   WORKBOOK_BOMB (out of memory), CANCELLED
   */
  readonly readReturn: (file: string, options?: { readonly signal?: AbortSignal }) => Promise<IntakeFile>;
  /**
   * Reads one document that holds a plan, whatever kind of file it is. Calls wait for each other.
   *
   * @param file full path
   * @param options.directory names and confirmed aliases of the county's agencies
   * @throws AppError as backend/documents/read-document.ts, and FILE_MISSING, FILE_UNREADABLE, DOCUMENT_TIMEOUT,
   *   DOCUMENT_BOMB (out of memory), CANCELLED
   */
  readonly readDocument: (
    file: string,
    options?: { readonly directory?: AgencyDirectory; readonly signal?: AbortSignal },
  ) => Promise<PlanDocument>;
  /** Ends the thread; a file being read is refused with CANCELLED. */
  readonly close: () => Promise<void>;
};

/** What ended the reading of a file. `broken`: the thread cannot be used again. */
type Outcome = { readonly broken: boolean } & (
  | { readonly kind: 'reply'; readonly reply: IntakeReply }
  | { readonly kind: 'error'; readonly error: unknown }
);

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** How the end of the thread is told, by what it was reading. */
const REFUSALS: Readonly<Record<IntakeRequest['kind'], Readonly<Record<'memory' | 'time' | 'ended', ErrorCode>>>> = {
  return: { memory: 'WORKBOOK_BOMB', time: 'WORKBOOK_TIMEOUT', ended: 'WORKBOOK_DAMAGED' },
  document: { memory: 'DOCUMENT_BOMB', time: 'DOCUMENT_TIMEOUT', ended: 'DOCUMENT_DAMAGED' },
};

/** The answer in a reply. @throws AppError when it is a refusal */
function answerOf(reply: IntakeReply): Extract<IntakeReply, { readonly kind: 'read' | 'document' }> {
  switch (reply.kind) {
    case 'ready':
      throw new Error('the intake worker was ready twice');
    case 'read':
    case 'document':
      return reply;
    case 'refused':
      throw new AppError(reply.code, reply.details);
    case 'failed':
      throw reply.error;
  }
}

/** Waits for whichever comes first: the worker's next message, its end, the time-out or the signal. */
function nextReply(worker: Worker, request: IntakeRequest, timeoutMs: number, signal: AbortSignal): Promise<Outcome> {
  const details = { file: path.basename(request.path) };
  const refusals = REFUSALS[request.kind];
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const fail = (error: unknown): void => settle({ kind: 'error', broken: true, error });
    const onMessage = (reply: IntakeReply): void => settle({ kind: 'reply', broken: false, reply });
    const onError = (error: unknown): void =>
      fail(isOutOfMemory(error) ? new AppError(refusals.memory, details, { cause: error }) : error);
    const onExit = (): void => fail(new AppError(refusals.ended, details));
    const onAbort = (): void => fail(new AppError('CANCELLED'));
    const timer = setTimeout(() => fail(new AppError(refusals.time, details)), timeoutMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * @param workerUrl the worker's entry: `intake-worker.ts` under plain Node, its bundle in the packaged program
 */
export function createIntake(workerUrl: URL, limits: IntakeLimits = INTAKE_LIMITS): Intake {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const discard = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };

  /** The first file of a batch also waits for the thread and its code. */
  const ask = async (request: IntakeRequest, signal: AbortSignal): Promise<Outcome> => {
    if (!worker) {
      worker = new Worker(workerUrl, {
        workerData: { first: request.kind } satisfies IntakeStart,
        resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
      });
      const thread = worker;
      // A thread may end while nobody waits for it; the next file then gets a new one.
      thread.on('error', () => undefined);
      thread.on('exit', () => {
        if (worker === thread) worker = undefined;
      });
      const ready = await nextReply(worker, request, START_TIMEOUT_MS, signal);
      if (ready.broken) return ready;
    }
    // Only a file being read keeps the program alive; an idle thread does not.
    worker.ref();
    worker.postMessage(request);
    return nextReply(worker, request, limits.timeoutMs, signal);
  };

  const readOne = async (request: IntakeRequest, signal: AbortSignal): Promise<ReturnType<typeof answerOf>> => {
    if (signal.aborted) throw new AppError('CANCELLED');
    clearTimeout(idle);
    const outcome = await ask(request, signal);
    if (outcome.broken) {
      await discard();
    } else {
      worker?.unref();
      idle = setTimeout(() => void discard(), limits.idleMs).unref();
    }
    if (outcome.kind === 'error') throw outcome.error;
    return answerOf(outcome.reply);
  };

  /** Requests wait for each other: the thread reads one file at a time. */
  const enqueue = (request: IntakeRequest, outer: AbortSignal | undefined): ReturnType<typeof readOne> => {
    const signal = outer ? AbortSignal.any([outer, closing.signal]) : closing.signal;
    const result = last.then(() => readOne(request, signal));
    last = result.catch(() => undefined);
    return result;
  };

  return {
    readReturn: async (file, options = {}) => {
      const answer = await enqueue({ kind: 'return', path: file }, options.signal);
      if (answer.kind !== 'read') throw new Error(`the intake worker answered a return with ${answer.kind}`);
      return answer.file;
    },
    readDocument: async (file, options = {}) => {
      const { directory, signal } = options;
      const answer = await enqueue({ kind: 'document', path: file, directory }, signal);
      if (answer.kind !== 'document') throw new Error(`the intake worker answered a document with ${answer.kind}`);
      return answer.document;
    },
    close: async () => {
      closing.abort();
      await last;
      await discard();
    },
  };
}
