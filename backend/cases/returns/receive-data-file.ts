import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type BackendContext, made } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import type { DataFileReturn } from '#backend/returns/data-file/data-file-returns.ts';
import { recordReturns } from '#db/commands/return.commands.ts';
import { readOtherDataFile } from '#db/other-data-file.ts';
import { getReturns, listReturns, type ReturnRow } from '#db/queries/return.queries.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { PlanId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';
import { compareDataFile, type EarlierVersion } from './compare-data-file.ts';
import { reviewKept } from './review-returns.ts';
import { tableOfReturn } from './reviewable.ts';
import { rememberShown } from './shown-values.ts';

/**
 * Brings another data file of this program in as returns: one for each agency and period in which it says what ours
 * does not. Nothing of ours is changed; the returns wait for the review like any others. The same file again gives the
 * same returns, not new ones.
 *
 * @param file path of the other file, which is not touched
 * @throws AppError PLAN_GONE, DATA_FILE_OTHER_PLAN, DATA_FILE_NOTHING_NEW, and those of readOtherDataFile
 */
export async function* receiveDataFile(
  context: BackendContext,
  { planId, file }: { readonly planId: PlanId; readonly file: string },
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, ReturnReview, void> {
  const { db } = context;
  const name = path.basename(file);
  yield progress(0, 2, name);
  const { kept, returns, notes } = readOtherDataFile(file, context.dataFile, (other, own) => ({
    kept: own,
    ...compareDataFile(db, other, planId, name, earlierVersions(context, planId)),
  }));
  if (returns.length === 0) {
    // The first note only says what is merged at all.
    throw new AppError('DATA_FILE_NOTHING_NEW', { file: name, notes: notes.slice(1).join('') });
  }
  yield progress(1, 2, name);
  const ids = await context.writes.run(() => {
    const waiting = listReturns(db, { sha256: kept.sha256, states: ['to-review'] });
    const known = returns.map((one) => waiting.find((row) => isPlaceOf(row, one))?.id);
    const fresh = returns.filter((_, index) => known[index] === undefined);
    const recorded = fresh.length === 0 ? [] : record(fresh);
    return [...known.filter((id) => id !== undefined), ...recorded];
  }, signal);
  const reviewed = await reviewKept(context, planId, getReturns(db, ids));
  rememberShown(context, reviewed);
  return { reviewId: randomUUID(), files: reviewed.map(({ view }) => view) };

  function record(fresh: readonly DataFileReturn[]): readonly ReturnId[] {
    const tables = fresh.map(({ agencyId, periodId, table }) => ({
      planId,
      agencyId,
      periodId,
      formId: null,
      state: 'to-review' as const,
      refusal: null,
      read: { sheet: '', kind: 'data-file' as const, reading: JSON.stringify(table), reporter: '', phone: '' },
    }));
    const label = `收到数据文件：${name}（${tables.length} 份）`;
    return recordReturns(db, [{ file: { name, ...kept }, tables }], label, made(context, 'form', name)).ids;
  }
}

function isPlaceOf(row: ReturnRow, { agencyId, periodId }: DataFileReturn): boolean {
  return row.kind === 'data-file' && row.agencyId === agencyId && row.periodId === periodId;
}

/** Data files that came before, the newest first. What was taken in of one is settled, chosen cell by cell. */
function earlierVersions({ db }: Pick<BackendContext, 'db'>, planId: PlanId): readonly EarlierVersion[] {
  const rows = listReturns(db, { planId }).filter(({ kind }) => kind === 'data-file');
  return [...Map.groupBy(rows, ({ sha256 }) => sha256).values()].toReversed().flatMap((ofFile): EarlierVersion[] => {
    const [first] = ofFile;
    const lineage = first && tableOfReturn(db, first)?.shape;
    if (lineage === undefined) return [];
    const open = new Set(
      ofFile.filter(({ state }) => state !== 'taken').map(({ agencyId, periodId }) => `${agencyId}/${periodId}`),
    );
    return [{ lineage, isSettled: (agencyId, periodId) => !open.has(`${agencyId}/${periodId}`) }];
  });
}
