import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { placeTogether } from '#backend/files/place-together.ts';
import { removeDraft } from '#backend/files/save-file.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { SentFile } from '#shared/domain/sending.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName } from '#shared/text/file-name.ts';
import { recordSent, sentFile, stateOf } from '../sendings/record-sending.ts';
import { type DescribedTables, describeLayout, type TableRequest } from './describe-layout.ts';
import { sentRequest } from './sent-request.ts';

/**
 * Writes a workbook for each agency of a split layout into a folder: all of them, or none. Older ones of the same names
 * are replaced; cancelled at any moment, it leaves nothing.
 *
 * @throws AppError LAYOUT_NOT_SPLIT, those of describeLayout, backend/outlet/outlet.ts and place-together.ts
 */
export async function* writeTables(
  context: BackendContext,
  request: TableRequest,
  folder: string,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, readonly ExportedFile[], void> {
  context.outlet.prepare('tables');
  yield progress(0, 1, '正在生成表格');
  const described = describeLayout(context, request);
  const files = named(described, folder);
  const { def, period } = described;
  const about = { kind: 'table', what: def.name, planId: request.planId, periodId: period.id } as const;
  const state = stateOf(context);
  const drafts: { readonly draft: string; readonly target: string }[] = [];
  const written: SentFile[] = [];
  try {
    for (const [index, { agency, table, target }] of files.entries()) {
      yield progress(index, files.length, agency.name);
      const { draft, ...result } = await context.outlet.draft({ kind: 'tables', tables: [table] }, target, { signal });
      drafts.push({ draft, target });
      // Of one agency, so that it can be made again without the others.
      const sent = sentRequest({ ...request, agencyIds: [agency.id] }, described);
      const own = { ...about, agencyId: agency.id, request: sent, state };
      written.push(sentFile(own, { fileName: path.basename(target), ...result }));
    }
    if (signal?.aborted) throw new AppError('CANCELLED');
    placeTogether(drafts, context.dataFile).settle();
  } finally {
    // Those that took their places are no drafts any more.
    await Promise.all(drafts.map(({ draft }) => removeDraft(draft)));
  }
  return recordSent(context, written);
}

/** 县公安局-单位任务清单-2021年10月.xlsx, no two of the same name on any disk. */
function named({ def, period, sheets }: DescribedTables, folder: string) {
  const taken = new Set<string>();
  return sheets.map(({ agency, table }) => {
    if (!agency) throw new AppError('LAYOUT_NOT_SPLIT', { name: def.name });
    const wanted = safeFileName(`${agency.name}-${def.name}-${periodTitle(period.label)}`);
    let fileName = `${wanted}.xlsx`;
    for (let count = 2; taken.has(fileName.toLowerCase()); count++) fileName = `${wanted}（${count}）.xlsx`;
    taken.add(fileName.toLowerCase());
    return { agency, table, target: path.join(folder, fileName) };
  });
}
