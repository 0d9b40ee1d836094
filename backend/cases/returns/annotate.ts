import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { placeTogether } from '#backend/files/place-together.ts';
import { RENAME_WAITS_MS, removeDraft } from '#backend/files/save-file.ts';
import { defaultPlanId } from '#db/queries/plan.queries.ts';
import { getReturns, keptFileOf } from '#db/queries/return.queries.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName } from '#shared/text/file-name.ts';
import { type Annotations, annotationsOf } from './gather-annotations.ts';
import { reviewKept } from './review-returns.ts';

/** A file that goes back with its reasons. */
type Copy = Annotations & {
  readonly returnId: ReturnId;
  readonly fileName: string;
  readonly agencyName: string;
  /** Name without an ending: that is known when it is written. */
  readonly stem: string;
};

type WrittenCopy = { readonly fileName: string; readonly draft: string; readonly target: string } & Omit<
  ExportedFile,
  'fileName'
>;

const SUFFIX = '-退回说明';
/** What is kept of their name, so that the suffix and a number still fit. */
const NAME_MAX = 66;

/**
 * Writes, for each file of the returns, a copy with its reasons: all of them, or none. An .xlsx or .xlsm is their own
 * workbook with remarks on yellow cells; whatever cannot carry them gets a table of the reasons.
 *
 * @param folder where the copies go; older ones of the same names are replaced
 * @throws AppError RETURN_GONE, RETURN_NO_REASONS, and those of backend/outlet/outlet.ts
 */
export async function* annotateReturns(
  context: BackendContext,
  { returnIds, folder }: { readonly returnIds: readonly ReturnId[]; readonly folder: string },
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, readonly ExportedFile[], void> {
  context.outlet.prepare('annotated');
  const copies = await gatherCopies(context, returnIds);
  if (copies.length === 0) throw new AppError('RETURN_NO_REASONS');
  const written: WrittenCopy[] = [];
  try {
    for (const [index, copy] of copies.entries()) {
      yield progress(index, copies.length, copy.fileName);
      written.push(await writeCopy(context, copy, folder, signal));
    }
    if (signal?.aborted) throw new AppError('CANCELLED');
    await placeAll(written, context.dataFile);
  } finally {
    // Those that took their places are no drafts any more.
    await Promise.all(written.map(({ draft }) => removeDraft(draft)));
  }
  return written.map(({ fileName, rows, bytes, notice }) => ({
    fileName,
    rows,
    bytes,
    ...(notice === undefined ? {} : { notice }),
  }));
}

async function gatherCopies(context: BackendContext, returnIds: readonly ReturnId[]): Promise<readonly Copy[]> {
  const { db } = context;
  const rows = getReturns(db, returnIds);
  const planId = rows.find((row) => row.planId !== null)?.planId ?? defaultPlanId(db);
  // Several tables of one file go back in one copy.
  const byFile = Map.groupBy(await reviewKept(context, planId, rows), ({ view }) => `${view.sha256}/${view.fileName}`);
  const taken = new Set<string>();
  return [...byFile.values()].flatMap((returns): Copy[] => {
    const annotations = annotationsOf(returns);
    const [first] = returns;
    const returnId = first?.view.returnId ?? null;
    if (!first || returnId === null || annotations.rows.length === 0) return [];
    const { fileName } = first.view;
    const agencyName = [...new Set(returns.map(({ view }) => view.agencyName))]
      .filter((name) => name !== '')
      .join('、');
    return [{ ...annotations, returnId, fileName, agencyName, stem: freeStem(fileName, agencyName, taken) }];
  });
}

/** A name that no other copy has on any disk: two agencies both sent 填报表.xlsx. */
function freeStem(fileName: string, agencyName: string, taken: Set<string>): string {
  const own = path.parse(fileName).name;
  const withAgency = agencyName === '' ? own : `${own}（${agencyName}）`;
  for (let count = 1; ; count++) {
    const wanted = count === 1 ? own : count === 2 ? withAgency : `${withAgency}（${count - 1}）`;
    const stem = safeFileName(wanted, NAME_MAX) + SUFFIX;
    if (taken.has(stem.toLowerCase())) continue;
    taken.add(stem.toLowerCase());
    return stem;
  }
}

async function writeCopy(
  { db, outlet }: BackendContext,
  { returnId, fileName: name, agencyName, notes, rows, stem }: Copy,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<WrittenCopy> {
  // Read when its turn comes: forty files with photos are not held at once.
  const { content } = keptFileOf(db, returnId);
  const copy = { original: content, fileName: name, agencyName, notes, rows };
  const wanted = path.join(folder, `${stem}.xlsx`);
  const done = await outlet.draft({ kind: 'annotated', copy }, wanted, { signal });
  const fileName = `${stem}${done.copy?.ending ?? '.xlsx'}`;
  const notice = done.copy?.how === 'table' ? { notice: `“${name}”不便直接加批注，另列了退回说明表。` } : {};
  return {
    fileName,
    target: path.join(folder, fileName),
    draft: done.draft,
    rows: done.rows,
    bytes: done.bytes,
    ...notice,
  };
}

/** Tries again for a while when a file is held: a virus scanner looks at fresh files, WPS does not let go by itself. */
async function placeAll(written: readonly WrittenCopy[], dataFile: string): Promise<void> {
  for (const waitMs of RENAME_WAITS_MS) {
    try {
      placeTogether(written, dataFile).settle();
      return;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'FILE_OPEN_ELSEWHERE') throw error;
      await wait(waitMs);
    }
  }
  placeTogether(written, dataFile).settle();
}
