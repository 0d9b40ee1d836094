import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { tellProgress } from '#backend/calls/tell-progress.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { sendTable, stateOf } from '../sendings/record-sending.ts';
import { describeLayout, type TableRequest } from './describe-layout.ts';
import { sentRequest } from './sent-request.ts';

/**
 * Writes a table for superiors as a workbook: gathered here in one go, built and written by the outlet's thread.
 * Cancelled at any moment, it leaves nothing; after the result the file is whole.
 *
 * @param target full path; an existing file is replaced
 * @throws AppError those of describeLayout, and those of backend/outlet/outlet.ts
 */
export async function* writeTable(
  context: BackendContext,
  request: TableRequest,
  target: string,
  progress: ReportProgress,
  outer: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, ExportedFile, void> {
  const fileName = path.basename(target);
  assertNotDataFile(target, context.dataFile);
  // The thread loads its library while the rows are gathered.
  context.outlet.prepare('tables');
  yield progress(0, 1, '正在生成表格');
  const described = describeLayout(context, request);
  const { def, period, sheets } = described;
  const sent = sentRequest(request, described);
  const about = { what: def.name, planId: request.planId, periodId: period.id, request: sent, state: stateOf(context) };
  return yield* tellProgress((tell, signal) => {
    const onRows = (done: number, total: number): void =>
      tell(
        progress(done, total, done < total ? `正在生成表格：第 ${done} 行，共 ${total} 行` : `正在写入 ${fileName}`),
      );
    const tables = sheets.map(({ table }) => table);
    return sendTable(context, tables, about, target, { signal, onRows });
  }, outer);
}
