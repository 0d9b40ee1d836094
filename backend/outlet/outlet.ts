import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { draftBeside, putInPlace, removeDraft } from '#backend/files/save-file.ts';
import { AppError } from '#shared/errors.ts';
import type { OutletJob, OutletReply, OutletRequest, OutletStart, RowStream, Written } from './outlet-messages.ts';
import { packRows } from './row-stream.ts';

export type { OutletJob, Written } from './outlet-messages.ts';

/**
 * What leaves is built and written by a thread of its own: the backend, which saves cells, is never busy with rows of
 * a workbook, and whatever happens to the thread, its data file is in other hands. See docs/adr/0015-what-leaves.md.
 */
export type OutletLimits = {
  /**
   * Heap the thread may grow to. Rows go by, so a ledger of 50,000 needs no more than one of 500; what needs much is
   * somebody's own great workbook that gets remarks. Larger: an old PC swaps; smaller: such a workbook is refused.
   */
  readonly memoryMb: number;
  /** How long an idle thread is kept: a clerk who exports one table often exports the next. It holds some 40 MB. */
  readonly idleMs: number;
};

export const OUTLET_LIMITS: OutletLimits = { memoryMb: 1_536, idleMs: 60_000 };

/**
 * Room for short-lived values, of which a streamed workbook is made. More: the process holds more, and nothing is quicker.
 */
const YOUNG_MEMORY_MB = 16;

type Options = {
  readonly signal?: AbortSignal | undefined;
  /** Told how many rows are built. */
  readonly onRows?: ((done: number, total: number) => void) | undefined;
};

export type Outlet = {
  /** Starts the thread for such a job, if it is not there, while its work is still being gathered. */
  readonly prepare: (firstJob: OutletJob['kind']) => void;
  /**
   * Writes a workbook whole, or leaves nothing. Jobs wait for each other.
   *
   * @param target full path; an existing file is replaced
   * @throws AppError those of {@link Outlet.draft}, and those of putInPlace in backend/files/save-file.ts
   */
  readonly save: (job: OutletJob, target: string, options?: Options) => Promise<Written>;
  /**
   * Writes a workbook under a temporary name beside its target. Nothing is left when that fails.
   *
   * @returns with `draft`, the path of the temporary file, which is now the caller's to place or to remove
   * @throws AppError FILE_IS_DATA_FILE, those of writeDraft in backend/files/save-file.ts, CANCELLED,
   *   TABLE_TOO_LARGE (out of memory), WRITING_STOPPED (the thread ended)
   */
  readonly draft: (job: OutletJob, target: string, options?: Options) => Promise<Written & { readonly draft: string }>;
  /** Ends the thread; a job under way is refused with CANCELLED. */
  readonly close: () => Promise<void>;
};

/**
 * @param workerUrl `outlet-worker.ts` under plain Node, its bundle in the packaged program
 * @param openDataFile path of the open data file, over which nothing is written
 */
export function createOutlet(
  workerUrl: URL,
  openDataFile: string | undefined,
  limits: OutletLimits = OUTLET_LIMITS,
): Outlet {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const discard = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };

  const startedThread = (firstJob: OutletJob['kind']): Worker => {
    clearTimeout(idle);
    if (thread) return thread;
    const started = new Worker(workerUrl, {
      workerData: { firstJob } satisfies OutletStart,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
      // What V8 prints when it runs out of memory is told to the clerk as a sentence; standard output is for results.
      stdout: true,
      stderr: true,
    });
    const forget = (): void => {
      if (thread === started) thread = undefined;
    };
    // It may end while nobody waits for it; the next job then gets a new one.
    started.on('error', forget).on('exit', forget);
    thread = started;
    return started;
  };

  /** The thread does not hold the program open while it has nothing to do. */
  const rest = (): void => {
    thread?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void discard(), limits.idleMs).unref();
  };

  const runJob = async (request: OutletRequest, signal: AbortSignal, onRows: Options['onRows']): Promise<Written> => {
    if (signal.aborted) throw new AppError('CANCELLED');
    const worker = startedThread(request.job.kind);
    worker.ref();
    const end = Promise.withResolvers<Written>();
    // It may be settled once more, or when nothing waits for it any more: by the thread's end after a cancelling.
    end.promise.catch(() => undefined);
    const file = path.basename(request.target);
    const onMessage = (reply: OutletReply): void => {
      switch (reply.kind) {
        case 'rows':
          onRows?.(reply.done, reply.total);
          break;
        case 'written':
          end.resolve({
            rows: reply.rows,
            bytes: reply.bytes,
            sha256: reply.sha256,
            notices: reply.notices,
            ...(reply.copy === undefined ? {} : { copy: reply.copy }),
            ...(reply.cells === undefined ? {} : { cells: reply.cells }),
          });
          break;
        case 'refused':
          end.reject(new AppError(reply.code, reply.details));
          break;
        case 'failed':
          end.reject(new Error(`while writing a workbook: ${reply.stack}`));
      }
    };
    const onError = (cause: Error): void => end.reject(endOf(cause, file));
    const onExit = (): void => end.reject(new AppError('WRITING_STOPPED', { file }));
    const onAbort = (): void => end.reject(new AppError('CANCELLED'));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      worker.postMessage(
        request,
        request.streams.map((stream) => stream.port),
      );
      return await end.promise;
    } catch (error) {
      // Whatever it was doing, it is in no state to be asked again; and once it has ended, the draft is not held.
      await discard();
      throw error;
    } finally {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      rest();
    }
  };

  const draft: Outlet['draft'] = async (job, target, { signal, onRows } = {}) => {
    assertNotDataFile(target, openDataFile);
    const any = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
    // Here and not when its turn comes: its rows are of this moment.
    const request = { ...packed(job), target, draft: draftBeside(target) };
    const written = last.then(() => runJob(request, any, onRows));
    last = written.catch(() => undefined);
    try {
      return { ...(await written), draft: request.draft };
    } catch (error) {
      for (const { port } of request.streams) port.close();
      await removeDraft(request.draft);
      throw error;
    }
  };

  return {
    prepare: (firstJob) => {
      startedThread(firstJob);
      rest();
    },
    draft,
    save: async (job, target, options) => {
      const { draft: file, ...written } = await draft(job, target, options);
      try {
        if (options?.signal?.aborted) throw new AppError('CANCELLED');
        await putInPlace(file, target, openDataFile);
        return written;
      } finally {
        await removeDraft(file);
      }
    },
    close: async () => {
      closing.abort();
      await last;
      await discard();
    },
  };
}

/** Takes the rows out of a job's tables and sets them on their way. */
function packed(job: OutletJob): Pick<OutletRequest, 'job' | 'streams'> {
  if (job.kind !== 'tables') return { job, streams: [] };
  const streams: RowStream[] = [];
  const tables = job.tables.map((table, index): TableDescription => {
    if (table.rows === undefined) return table;
    streams.push({ table: index, ...packRows(table.rows) });
    return { ...table, rows: [] };
  });
  return { job: { ...job, tables }, streams };
}

/** What the end of the thread means: V8 ends one that overran its limit, anything else is a bug in it. */
function endOf(cause: Error, file: string): AppError {
  const isMemory = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new AppError(isMemory ? 'TABLE_TOO_LARGE' : 'WRITING_STOPPED', { file }, { cause });
}
