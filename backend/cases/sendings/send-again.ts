import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { SendingId } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { getSending } from './get-sending.ts';
import { sendTable } from './record-sending.ts';
import { inState, remakeTables } from './remake.ts';

/**
 * Writes a sending once more, in the state it showed then: another entry of the log, of the same state.
 *
 * @param target full path; an existing file is replaced
 * @throws AppError SENDING_GONE, SENDING_NOT_REMADE, and those of backend/outlet/outlet.ts
 */
export async function* sendAgain(
  context: BackendContext,
  sendingId: SendingId,
  target: string,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, ExportedFile, void> {
  const sending = getSending(context.present, sendingId);
  assertNotDataFile(target, context.dataFile);
  context.outlet.prepare('tables');
  yield progress(0, 1, '正在按当时的情况生成');
  const { what, planId, periodId, agencyId, request, state } = sending;
  const about = { what, planId, periodId, agencyId, request, state };
  return inState(context, state, (then) => sendTable(context, remakeTables(then, sending), about, target, { signal }));
}
