import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { IntakeFile, IntakeReply, IntakeRequest } from './intake-messages.ts';

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

function fileOf(reply: IntakeReply): IntakeFile {
  switch (reply.kind) {
    case 'ready':
      throw new Error('the intake worker was ready twice');
    case 'read':
      return reply.file;
    case 'refused':
      throw new AppError(reply.code, reply.details);
    case 'failed':
      throw reply.error;
  }
}

/** Waits for whichever comes first: the worker's next message, its end, the time-out or the signal. */
function nextReply(worker: Worker, file: string, timeoutMs: number, signal: AbortSignal): Promise<Outcome> {
  const details = { file: path.basename(file) };
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
      fail(isOutOfMemory(error) ? new AppError('WORKBOOK_BOMB', details, { cause: error }) : error);
    const onExit = (): void => fail(new AppError('WORKBOOK_DAMAGED', details));
    const onAbort = (): void => fail(new AppError('CANCELLED'));
    const timer = setTimeout(() => fail(new AppError('WORKBOOK_TIMEOUT', details)), timeoutMs);
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
  const ask = async (file: string, signal: AbortSignal): Promise<Outcome> => {
    if (!worker) {
      worker = new Worker(workerUrl, {
        resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
      });
      const thread = worker;
      // A thread may end while nobody waits for it; the next file then gets a new one.
      thread.on('error', () => undefined);
      thread.on('exit', () => {
        if (worker === thread) worker = undefined;
      });
      const ready = await nextReply(worker, file, START_TIMEOUT_MS, signal);
      if (ready.broken) return ready;
    }
    // Only a file being read keeps the program alive; an idle thread does not.
    worker.ref();
    worker.postMessage({ path: file } satisfies IntakeRequest);
    return nextReply(worker, file, limits.timeoutMs, signal);
  };

  const readOne = async (file: string, signal: AbortSignal): Promise<IntakeFile> => {
    if (signal.aborted) throw new AppError('CANCELLED');
    clearTimeout(idle);
    const outcome = await ask(file, signal);
    if (outcome.broken) {
      await discard();
    } else {
      worker?.unref();
      idle = setTimeout(() => void discard(), limits.idleMs).unref();
    }
    if (outcome.kind === 'error') throw outcome.error;
    return fileOf(outcome.reply);
  };

  return {
    readReturn: (file, options = {}) => {
      const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal;
      const result = last.then(() => readOne(file, signal));
      last = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      closing.abort();
      await last;
      await discard();
    },
  };
}
