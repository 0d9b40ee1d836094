import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { DutyId } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { sendTable, stateOf } from '../sendings/record-sending.ts';
import { readDutyTable } from './read-duty-table.ts';

/**
 * A regular duty as a table for superiors, as it is at this moment.
 *
 * @throws AppError DUTY_GONE
 */
export function describeDuty(
  context: Pick<BackendContext, 'db' | 'calendar' | 'today'>,
  dutyId: DutyId,
): TableDescription {
  const { duty, stretches, rows } = readDutyTable(context, dutyId);
  const plan = getPlan(context.db, duty.planId);
  return { layout: 'duty', input: { plan, date: context.today(), table: { duty, stretches, rows } } };
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
  context.outlet.prepare();
  yield progress(0, 1, '正在生成表格');
  const table = describeDuty(context, dutyId);
  const { duty } = readDutyTable(context, dutyId);
  const request = { call: 'duty.export', input: { dutyId } };
  const about = { what: `定期报送：${duty.title}`, planId: duty.planId, request, state: stateOf(context) };
  return sendTable(context, table, about, target, { signal });
}
