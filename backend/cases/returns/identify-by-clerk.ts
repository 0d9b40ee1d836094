import { type BackendContext, made } from '#backend/calls/context.ts';
import { prepareIdentify } from '#backend/returns/identity/identify.ts';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { nameReturn } from '#db/commands/return.commands.ts';
import { getAgency } from '#db/queries/agency.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getReturn, keptFileOf, type ReturnRow } from '#db/queries/return.queries.ts';
import type { AgencyId, PeriodId, ReturnId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { gatherGround } from './gather-ground.ts';
import { knownMappings, readFile, readingOfTable, wantsYear } from './read-files.ts';
import { tableOfReturn } from './reviewable.ts';

/**
 * Says in the clerk's name whose return it is and for which period. Days without a year are read again by the period.
 *
 * @param agencyId left out: as it stands, or a ledger, each row of which has its own
 * @throws AppError RETURN_GONE | RETURN_NOT_READY when nothing was read of it | PERIOD_UNKNOWN | PERIOD_CLOSED |
 *   AGENCY_GONE | AGENCY_UNKNOWN when nobody is named
 */
export async function identifyByClerk(
  context: BackendContext,
  said: { readonly returnId: ReturnId; readonly agencyId?: AgencyId | undefined; readonly periodId: PeriodId },
): Promise<StepReport> {
  const { db } = context;
  const row = getReturn(db, said.returnId);
  const table = tableOfReturn(db, row);
  if (!table) throw new AppError('RETURN_NOT_READY', { file: row.fileName });
  const period = findPeriod(db, said.periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: said.periodId });
  if (period.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: period.label });
  const identify = prepareIdentify(gatherGround(context, period.planId));
  const asked = { periodId: period.id, ...(said.agencyId === undefined ? {} : { agencyId: said.agencyId }) };
  const identity = identify(table, row.fileName, asked);
  const agencyId = said.agencyId ?? identity.known?.agencyId ?? (table.kind === 'ledger' ? null : row.agencyId);
  if (agencyId === null && table.kind !== 'ledger') throw new AppError('AGENCY_UNKNOWN', { name: '（未选填报单位）' });
  const again = wantsYear(table) ? await readBy(context, row, table, period.endsOn) : null;
  const who = agencyId === null ? '' : ` ${getAgency(db, agencyId).shortName}`;
  const place = { planId: period.planId, agencyId, periodId: period.id, formId: identity.known?.formId ?? null };
  const label = `认定回收表：${row.fileName}（${period.label}${who}）`;
  const read = again && readingOfTable(again);
  return reportStep(db, nameReturn(db, row.id, place, read, label, made(context, 'typed')));
}

/** The same table, with its days read by a date near them; `null` when it cannot be read again. */
async function readBy(
  context: BackendContext,
  row: ReturnRow,
  table: ParsedTable,
  near: string,
): Promise<ParsedTable | null> {
  const file = keptFileOf(context.db, row.id);
  const hints = { mappings: knownMappings(context), near, pointed: null };
  const { tables } = await readFile(context, { name: file.name, content: file.content }, { hints });
  return tables.find(({ sheet, firstHeadRow }) => sheet === table.sheet && firstHeadRow === table.firstHeadRow) ?? null;
}
