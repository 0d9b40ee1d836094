import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { findDuty } from '#db/queries/duty.queries.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { DutyId } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { describeLayout } from '../exports/describe-layout.ts';
import { sendTable, stateOf } from '../sendings/record-sending.ts';

/**
 * A regular duty as the table for superiors that all of them have, as it is at this moment.
 *
 * @throws AppError DUTY_GONE
 */
export function describeDuty(context: BackendContext, dutyId: DutyId): TableDescription {
  const planId = findDuty(context.db, dutyId)?.planId;
  if (planId === undefined) throw new AppError('DUTY_GONE');
  const [first] = describeLayout(context, { planId, layout: 'reports', dutyId }).sheets;
  if (!first) throw new AppError('DUTY_GONE');
  return first.table;
}

/**
 * Writes that table as a workbook.
 *
 * @param target full path; an existing file is replaced
 * @throws AppError DUTY_GONE, and those of backend/outlet/outlet.ts
 */
export async function* exportDuty(
  context: BackendContext,
  dutyId: DutyId,
  target: string,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, ExportedFile, void> {
  assertNotDataFile(target, context.dataFile);
  context.outlet.prepare('tables');
  yield progress(0, 1, '正在生成表格');
  const table = describeDuty(context, dutyId);
  const duty = findDuty(context.db, dutyId);
  if (!duty) throw new AppError('DUTY_GONE');
  const request = { call: 'duty.export', input: { dutyId } };
  const about = { what: `定期报送：${duty.title}`, planId: duty.planId, request, state: stateOf(context) };
  return sendTable(context, [table], about, target, { signal });
}
