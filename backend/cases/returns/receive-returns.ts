import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type BackendContext, made } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { type ReceivedTable, recordReturns } from '#db/commands/return.commands.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getReturns, isReturnTakenIn, listReturns, type ReturnRow } from '#db/queries/return.queries.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { PlanId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview, ReturnReview } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';
import { bytesOf, knownMappings, type ReadFile, readFile, readingOfTable, refusalOf, wantsYear } from './read-files.ts';
import { reviewKept, reviewReturns } from './review-returns.ts';
import { NO_PLACE, type Reviewable } from './reviewable.ts';
import { rememberShown } from './shown-values.ts';
import { type ReviewedReturn, sentenceOf } from './view-of-return.ts';

/** A file or folder that was chosen, with the password it was given. */
export type ChosenFile = { readonly path: string; readonly password?: string | undefined };

type Events<Result> = AsyncGenerator<LongCallEvent<never>, Result, void>;

/** Refusals that a password can mend. */
const WANTS_PASSWORD: ReadonlySet<string> = new Set(['WORKBOOK_ENCRYPTED', 'WORKBOOK_PASSWORD_WRONG']);

/** Reads and compares without keeping anything. */
export async function* previewReturns(
  context: BackendContext,
  planId: PlanId,
  files: readonly ChosenFile[],
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): Events<ReturnReview> {
  const read = yield* readChosen(context, files, progress, signal);
  const again = yield* readAgain(context, planId, read, progress, signal);
  const reviewables = again.flatMap((file) => reviewablesOf(context, file));
  const reviewed = reviewReturns(context, planId, reviewables);
  return { reviewId: randomUUID(), files: reviewed.map(({ view }) => withTwins(view, again)) };
}

/**
 * Keeps every file under its hash, also one that is refused, and what could be read of it: one return for each table,
 * all in one step that is not undoable. A table that came before is not kept twice.
 */
export async function* receiveReturns(
  context: BackendContext,
  planId: PlanId,
  files: readonly ChosenFile[],
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): Events<ReturnReview> {
  const read = yield* readChosen(context, files, progress, signal);
  const again = yield* readAgain(context, planId, read, progress, signal);
  yield progress(again.length, again.length, '核对');
  const { ids, fresh } = await context.writes.run(() => keep(context, planId, again), signal);
  const reviewed = await reviewKept(context, planId, getReturns(context.db, ids));
  rememberShown(context, reviewed);
  const views = reviewed.map(({ view }) => toldNow(view, again, fresh));
  // A file without bytes (gone, not to be opened) leaves no record, and is told all the same.
  const untold = again.filter(({ content }) => content === null);
  return { reviewId: randomUUID(), files: [...views, ...untold.map(unreadableView)] };
}

async function* readChosen(
  context: BackendContext,
  files: readonly ChosenFile[],
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): Events<readonly ReadFile[]> {
  const mappings = knownMappings(context);
  const read: ReadFile[] = [];
  for (const [index, file] of files.entries()) {
    yield progress(index, files.length, path.basename(file.path));
    for (const { name, ...found } of await expand(context, file.path, signal)) {
      if ('refusal' in found) {
        read.push({ name, sha256: '', content: null, tables: [], refusal: found.refusal });
        continue;
      }
      if (name !== path.basename(file.path)) yield progress(index, files.length, name);
      const content = found.content;
      const hints = { mappings, near: null, pointed: null };
      const one = await readFile(context, { name, content }, { password: file.password, hints, signal });
      const twin = read.findIndex(({ sha256 }) => sha256 === one.sha256);
      const first = read[twin];
      // The same file chosen twice, or lying in two folders, came once.
      if (first) read[twin] = { ...first, twins: [...(first.twins ?? []), name] };
      else read.push(one);
    }
  }
  return read;
}

type Expanded = { readonly name: string } & (
  | { readonly content: Uint8Array }
  | { readonly refusal: ReadFile['refusal'] }
);

async function expand(
  context: Pick<BackendContext, 'intake'>,
  file: string,
  signal: AbortSignal | undefined,
): Promise<readonly Expanded[]> {
  try {
    const found = await context.intake.expand(file, signal === undefined ? {} : { signal });
    return found.map((each): Expanded => {
      if ('refusal' in each) return { name: each.name, refusal: each.refusal };
      try {
        return { name: each.name, content: bytesOf(each.source) };
      } catch (error) {
        return refused(each.name, error);
      }
    });
  } catch (error) {
    return [refused(path.basename(file), error)];
  }
}

function refused(name: string, error: unknown): Expanded {
  if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
  return { name, refusal: refusalOf(error) };
}

/** Reads tables again whose days have no year, where the period is known by now. */
async function* readAgain(
  context: BackendContext,
  planId: PlanId,
  files: readonly ReadFile[],
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): Events<readonly ReadFile[]> {
  if (!files.some(({ tables }) => tables.some(wantsYear))) return files;
  const mappings = knownMappings(context);
  const again: ReadFile[] = [];
  for (const file of files) {
    const { name, content, tables } = file;
    const reviewed = tables.some(wantsYear)
      ? reviewReturns(context, planId, reviewablesOf(context, file)).find(({ table }) => table && wantsYear(table))
      : undefined;
    const periodId = reviewed?.place.periodId ?? null;
    const near = periodId === null ? null : (findPeriod(context.db, periodId)?.endsOn ?? null);
    if (content === null || near === null) {
      again.push(file);
      continue;
    }
    yield progress(again.length, files.length, name);
    const one = await readFile(context, { name, content }, { hints: { mappings, near, pointed: null }, signal });
    again.push({ ...file, ...one });
  }
  return again;
}

/** A file that came before says so, and why it could not be read this time: with another password than before. */
function toldNow(view: ReturnFileReview, files: readonly ReadFile[], fresh: ReadonlySet<string>): ReturnFileReview {
  if (fresh.has(view.sha256)) return withTwins(view, files);
  const refusal = view.refusal && files.find(({ sha256 }) => sha256 === view.sha256)?.refusal;
  return { ...withTwins(view, files), seenBefore: true, ...(refusal ? { refusal: sentenceOf(refusal) } : {}) };
}

/** Names the files that were the same as this one. */
function withTwins(view: ReturnFileReview, files: readonly ReadFile[]): ReturnFileReview {
  const twins = files.find(({ sha256 }) => sha256 !== '' && sha256 === view.sha256)?.twins ?? [];
  return { ...view, notes: [...view.notes, ...twins.map((name) => `“${name}”与本文件内容相同，只算一份。`)] };
}

type Kept = {
  /** The returns of all the files, old ones included. */
  readonly ids: readonly ReturnId[];
  /** Hashes of the files that came for the first time. */
  readonly fresh: ReadonlySet<string>;
};

/** Keeps what is new, in a turn among the steps. */
function keep(context: BackendContext, planId: PlanId, files: readonly ReadFile[]): Kept {
  const { db } = context;
  const known = new Map(files.map(({ sha256 }) => [sha256, sha256 === '' ? [] : listReturns(db, { sha256 })]));
  const fresh = files.filter(({ sha256, content, tables }) => {
    const rows = known.get(sha256) ?? [];
    return content !== null && (rows.length === 0 || (tables.length > 0 && rows.every(waitsForPassword)));
  });
  const reviewables = fresh.flatMap((file) => reviewablesOf(context, file).map((reviewable) => ({ file, reviewable })));
  const reviewed = reviewReturns(
    context,
    planId,
    reviewables.map(({ reviewable }) => reviewable),
  );
  const received = fresh.map((file) => ({
    // `fresh` holds only files with bytes.
    file: { name: file.name, sha256: file.sha256, content: file.content ?? new Uint8Array() },
    tables: reviewed.flatMap((each, index): ReceivedTable[] =>
      reviewables[index]?.file === file ? [receivedTable(each)] : [],
    ),
  }));
  const continued = received.map(({ file, tables }) => {
    const [waiting] = known.get(file.sha256) ?? [];
    const [first, ...rest] = tables;
    return waiting && first ? { file, tables: [{ ...first, continues: waiting.id }, ...rest] } : { file, tables };
  });
  const label = fresh.length === 1 ? `收到：${fresh[0]?.name ?? ''}` : `收到 ${fresh.length} 份回收文件`;
  const source = fresh.length === 1 ? fresh[0]?.name : undefined;
  if (continued.length > 0) recordReturns(db, continued, label, made(context, 'form', source));
  return {
    ids: files.flatMap(({ sha256 }) => (sha256 === '' ? [] : listReturns(db, { sha256 }).map(({ id }) => id))),
    fresh: new Set(fresh.map(({ sha256 }) => sha256)),
  };
}

/** Nobody has put it aside since: what a person decided, only a person undoes. */
function waitsForPassword({ state, refusal, reasons }: ReturnRow): boolean {
  return state === 'refused' && refusal !== null && reasons.length === 0 && WANTS_PASSWORD.has(refusal.code);
}

function receivedTable({ view, place, table, refusal }: ReviewedReturn): ReceivedTable {
  return {
    ...(table ? place : NO_PLACE),
    state: refusal ? 'refused' : view.held ? 'received' : 'to-review',
    read: table && readingOfTable(table),
    refusal,
  };
}

function reviewablesOf({ db }: Pick<BackendContext, 'db'>, file: ReadFile): readonly Reviewable[] {
  const common = {
    returnId: null,
    fileName: file.name,
    sha256: file.sha256,
    state: 'received',
    version: null,
    receivedAt: null,
    seenBefore: file.sha256 !== '' && isReturnTakenIn(db, file.sha256),
    reasons: [],
    namedBy: 'file',
    place: NO_PLACE,
  } as const;
  if (file.tables.length === 0) {
    const state = 'refused' as const;
    const { refusal } = file;
    return [{ ...common, state, sheet: '', kind: 'form', table: null, refusal, reporter: '', phone: '' }];
  }
  return file.tables.map((table) => ({
    ...common,
    sheet: table.sheet,
    kind: table.kind,
    table,
    refusal: null,
    reporter: table.said.reporter,
    phone: table.said.phone,
  }));
}

function unreadableView(file: ReadFile): ReturnFileReview {
  return {
    ...EMPTY_VIEW,
    fileName: file.name,
    refusal: file.refusal && sentenceOf(file.refusal),
  };
}

const EMPTY_VIEW: ReturnFileReview = {
  returnId: null,
  fileName: '',
  sha256: '',
  state: 'refused',
  version: null,
  receivedAt: null,
  planId: null,
  agencyId: null,
  agencyName: '',
  periodId: null,
  periodLabel: '',
  formId: null,
  sheet: '',
  kind: 'form',
  headRows: null,
  seenBefore: false,
  witnesses: [],
  held: null,
  columns: [],
  items: [],
  unchangedCells: 0,
  leftRows: [],
  missingTasks: [],
  faults: [],
  doubts: [],
  notes: [],
  reporter: '',
  phone: '',
  reasons: [],
  refusal: null,
};
