import type { ReturnHints } from '#backend/returns/tables/read-return.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { ForeignKind } from '#shared/domain/foreign-kind.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { SheetPicture } from '#shared/domain/return-review.ts';
import type { TemplatePlace } from '#shared/domain/template.ts';
import { AppError } from '#shared/errors.ts';
import type { PlanDocument } from '../documents/plan-document.ts';
import type { ReadTextOptions } from '../documents/read-text.ts';
import { type Answer, answerOf, detailsOf, REFUSALS } from './intake-answers.ts';
import type {
  ExpandedFile,
  IntakeFile,
  IntakeReader,
  IntakeReply,
  IntakeRequest,
  IntakeSource,
  IntakeTemplate,
  StartIntake,
} from './intake-messages.ts';

export type { ReturnHints } from '#backend/returns/tables/read-return.ts';
export type { ExpandedFile, IntakeFile, IntakeSource, IntakeTemplate } from './intake-messages.ts';

/**
 * Foreign files are parsed in a process of their own, so that none of them can hang the program, fill its memory or
 * end it (pitfalls 39 and 61). One process serves a whole batch, because a fresh one is slower (its code is not yet
 * compiled); it is replaced after a file that overran its limits, and let go when nothing came for a while.
 */
export type IntakeLimits = {
  /** For one file. Longer: a stubborn file blocks its batch longer; shorter: a slow PC gives up on good ones. */
  readonly timeoutMs: number;
  /**
   * Heap a reader may grow to. A form takes about 20 MB; the worst workbook within ZIP_LIMITS that we could
   * think of 1.1 GB. Larger: an old PC swaps; smaller: such a workbook is refused.
   */
  readonly memoryMb: number;
  /** How long an idle process is kept. */
  readonly idleMs: number;
};

export const INTAKE_LIMITS: IntakeLimits = { timeoutMs: 20_000, memoryMb: 1_536, idleMs: 30_000 };

/**
 * A returned file has less time than a document: a form takes some hundredths of a second, and of forty files none may
 * hold up the rest for long.
 */
const SHEETS_TIMEOUT_MS = 9_000;

/** For the start: half a second on a good day, far more on an old PC behind a virus scanner. */
const START_TIMEOUT_MS = 60_000;

export type ReadReturnOptions = {
  readonly password?: string | undefined;
  readonly hints?: ReturnHints | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type Intake = {
  /**
   * The files that a file or folder stands for: those in a folder, those in a zip, else the file itself. Each is then
   * read by a call of its own, so that one that ends the process costs itself alone. Calls wait for each other.
   *
   * @param place full path
   * @throws AppError as expand.ts, and WORKBOOK_TIMEOUT, WORKBOOK_BOMB (out of memory), CANCELLED
   */
  readonly expand: (
    place: string,
    options?: { readonly signal?: AbortSignal | undefined },
  ) => Promise<readonly ExpandedFile[]>;
  /**
   * Reads one returned file. Calls wait for each other.
   *
   * @param source full path, or what {@link Intake.expand} or the data file holds
   * @throws AppError as backend/returns/tables/read-return.ts and sheets-of-file.ts, and FILE_MISSING, FILE_UNREADABLE,
   *   WORKBOOK_TIMEOUT, WORKBOOK_BOMB (out of memory), CANCELLED
   */
  readonly readReturn: (source: IntakeSource, options?: ReadReturnOptions) => Promise<IntakeFile>;
  /**
   * A picture of one sheet of a returned file. Calls wait for each other.
   *
   * @throws AppError as {@link Intake.readReturn}
   */
  readonly picture: (
    source: IntakeSource,
    sheet: string,
    options?: Omit<ReadReturnOptions, 'hints'>,
  ) => Promise<SheetPicture>;
  /**
   * Reads a superior's form. Calls wait for each other.
   *
   * @param options.place where a person says that the table is
   * @param options.example the same form, filled in
   * @throws AppError TEMPLATE_KIND_UNSUPPORTED, of the example as {@link Intake.readReturn}, and FILE_MISSING,
   *   FILE_UNREADABLE, FILE_TOO_LARGE, WORKBOOK_DAMAGED, WORKBOOK_TIMEOUT, WORKBOOK_BOMB, CANCELLED
   */
  readonly readTemplate: (
    source: IntakeSource,
    options?: {
      readonly place?: TemplatePlace | undefined;
      readonly example?: IntakeSource | undefined;
      readonly signal?: AbortSignal | undefined;
    },
  ) => Promise<IntakeTemplate>;
  /**
   * Tells what a file is by what it holds. Calls wait for each other.
   *
   * @param file full path
   * @throws AppError as {@link Intake.readReturn}, for a file that cannot be looked into
   */
  readonly tellKind: (file: string, options?: { readonly signal?: AbortSignal }) => Promise<ForeignKind>;
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
  /**
   * Reads a plan that is at hand as text: however long or hostile it is, it is not the caller that hangs.
   *
   * @param options.name what the text is called, for a title and for the sentence of a refusal
   * @throws AppError PLAN_NO_TASKS, DOCUMENT_TIMEOUT, DOCUMENT_BOMB (out of memory), CANCELLED
   */
  readonly readText: (
    text: string,
    options: ReadTextOptions & { readonly signal?: AbortSignal | undefined },
  ) => Promise<PlanReading>;
  /** Ends the process; a file being read is refused with CANCELLED. */
  readonly close: () => Promise<void>;
};

/** @param start how a reading process is started here: fork-intake.ts under plain Node */
export function createIntake(start: StartIntake, limits: IntakeLimits = INTAKE_LIMITS): Intake {
  let reader: IntakeReader | undefined;
  /** Who waits for the reader's next reply or its end. */
  let waiting: { readonly resolve: (reply: IntakeReply) => void; readonly end: () => void } | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const discard = (): void => {
    clearTimeout(idle);
    reader?.end();
    reader = undefined;
  };

  /**
   * Waits for whichever comes first: the next reply, the end of the process, the time-out or the signal.
   *
   * @param whenEnded what the end of the process means
   */
  const nextReply = async (
    request: IntakeRequest,
    timeoutMs: number,
    signal: AbortSignal,
    whenEnded: Error,
  ): Promise<IntakeReply> => {
    const next = Promise.withResolvers<IntakeReply>();
    waiting = { resolve: next.resolve, end: () => next.reject(whenEnded) };
    const late = (): void => next.reject(new AppError(REFUSALS[request.kind].time, detailsOf(request)));
    const timer = setTimeout(late, timeoutMs);
    const onAbort = (): void => next.reject(new AppError('CANCELLED'));
    signal.addEventListener('abort', onAbort, { once: true });
    // Cancelled between two replies, nobody would tell any more.
    if (signal.aborted) onAbort();
    try {
      return await next.promise;
    } catch (error) {
      // Whatever it was doing, it is in no state to be asked again.
      discard();
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  };

  const timeFor = ({ kind }: IntakeRequest): number =>
    kind === 'return' || kind === 'picture' || kind === 'template'
      ? Math.min(limits.timeoutMs, SHEETS_TIMEOUT_MS)
      : limits.timeoutMs;

  const startReader = (request: IntakeRequest): IntakeReader =>
    start(
      {
        first: request.kind === 'document' || request.kind === 'text' ? 'document' : 'return',
        memoryMb: limits.memoryMb,
      },
      {
        onReply: (reply) => waiting?.resolve(reply),
        // It may end while nobody waits for it; the next file then gets a new one.
        onEnd: () => {
          reader = undefined;
          waiting?.end();
        },
      },
    );

  const readOne = async (request: IntakeRequest, signal: AbortSignal): Promise<Answer> => {
    if (signal.aborted) throw new AppError('CANCELLED');
    clearTimeout(idle);
    if (!reader) {
      reader = startReader(request);
      // The first file of a batch also waits for the process and its code.
      await nextReply(request, START_TIMEOUT_MS, signal, new Error('the intake process did not start'));
    }
    reader.post(request);
    const outOfMemory = new AppError(REFUSALS[request.kind].memory, detailsOf(request));
    const reply = await nextReply(request, timeFor(request), signal, outOfMemory);
    idle = setTimeout(discard, limits.idleMs).unref();
    // After a bug nobody knows what state it is in.
    if (reply.kind === 'failed') discard();
    return answerOf(reply);
  };

  /** Requests wait for each other: the process reads one file at a time. */
  const enqueue = (request: IntakeRequest, outer: AbortSignal | undefined): Promise<Answer> => {
    const signal = outer ? AbortSignal.any([outer, closing.signal]) : closing.signal;
    const result = last.then(() => readOne(request, signal));
    last = result.catch(() => undefined);
    return result;
  };

  return {
    expand: async (place, options = {}) => {
      const answer = await enqueue({ kind: 'expand', path: place }, options.signal);
      if (answer.kind !== 'expanded') throw new Error(`the intake process answered an expansion with ${answer.kind}`);
      return answer.files;
    },
    picture: async (source, sheet, { password, signal } = {}) => {
      const answer = await enqueue({ kind: 'picture', source, sheet, password }, signal);
      if (answer.kind !== 'pictured') throw new Error(`the intake process answered a picture with ${answer.kind}`);
      return answer.picture;
    },
    readTemplate: async (source, { place, example, signal } = {}) => {
      const answer = await enqueue({ kind: 'template', source, place, example }, signal);
      if (answer.kind !== 'template') throw new Error(`the intake process answered a form with ${answer.kind}`);
      return answer.template;
    },
    readReturn: async (source, { password, hints, signal } = {}) => {
      const answer = await enqueue({ kind: 'return', source, password, hints }, signal);
      if (answer.kind !== 'read') throw new Error(`the intake process answered a return with ${answer.kind}`);
      return answer.file;
    },
    tellKind: async (file, options = {}) => {
      const answer = await enqueue({ kind: 'which', path: file }, options.signal);
      if (answer.kind !== 'told') throw new Error(`the intake process answered which kind with ${answer.kind}`);
      return answer.told;
    },
    readDocument: async (file, options = {}) => {
      const { directory, signal } = options;
      const answer = await enqueue({ kind: 'document', path: file, directory }, signal);
      if (answer.kind !== 'document') throw new Error(`the intake process answered a document with ${answer.kind}`);
      return answer.document;
    },
    readText: async (text, { signal, ...options }) => {
      const answer = await enqueue({ kind: 'text', text, options }, signal);
      if (answer.kind !== 'text') throw new Error(`the intake process answered a text with ${answer.kind}`);
      return answer.reading;
    },
    close: async () => {
      closing.abort();
      await last;
      discard();
    },
  };
}
