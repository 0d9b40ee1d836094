import type { BackendContext } from '#backend/calls/context.ts';
import { giveWay } from '#backend/calls/give-way.ts';
import type { ComparableTable } from '#backend/excel/comparable-table.ts';
import { compareTables } from '#backend/excel/compare-tables.ts';
import { newestStep } from '#db/queries/export.queries.ts';
import type { SendingId } from '#shared/domain/ids.ts';
import type { Sending, SentState } from '#shared/domain/sending.ts';
import type { ComparedSide, SendingComparison } from '#shared/domain/sending-comparison.ts';
import { AppError } from '#shared/errors.ts';
import { formTableNow, sentFormTable } from './form-table.ts';
import { getSending } from './get-sending.ts';
import { comparableOf, inState } from './remake.ts';

type Side = { readonly table: ComparableTable; readonly state: SentState };

/**
 * What changed between two sendings of one layout, or between a sending and now: both are made again from the log of
 * steps, and compared by what their rows are about.
 *
 * Each is gathered in one look, as an export is; between the looks other calls get their turn.
 *
 * @param after `null`: the present
 * @throws AppError SENDING_GONE, SENDINGS_DIFFER, SENDING_NOT_REMADE
 */
export async function compareSendings(
  context: BackendContext,
  before: SendingId,
  after: SendingId | null,
): Promise<SendingComparison> {
  const one = getSending(context.present, before);
  const other = after === null ? null : getSending(context.present, after);
  if (other && !isSameTable(one, other)) {
    throw new AppError('SENDINGS_DIFFER', { one: one.what, other: other.what });
  }
  const then = await sideOf(context, one);
  await giveWay();
  const later = await (other ? sideOf(context, other) : sideNow(context, one));
  await giveWay();
  return {
    what: one.what,
    before: told(one, then),
    after: other ? told(other, later) : { ...told(one, later), sendingId: null, fileName: '' },
    ...compareTables(then.table, later.table),
  };
}

async function sideOf(context: BackendContext, sending: Sending): Promise<Side> {
  if (sending.kind === 'form') return { table: sentFormTable(context, sending.id), state: sending.state };
  const table = await inState(context, sending.state, (then) => comparableOf(then, sending));
  return { table, state: sending.state };
}

async function sideNow(context: BackendContext, sending: Sending): Promise<Side> {
  const state = { stepId: newestStep(context.present), on: context.today() };
  if (sending.kind === 'form') return { table: formTableNow(context, sending.id), state };
  const table = await inState(context, state, (now) => comparableOf(now, sending));
  return { table, state };
}

function told({ id, fileName }: Sending, { table, state }: Side): ComparedSide {
  return { sendingId: id, fileName, on: state.on, rows: table.rows.length };
}

/** The same table of perhaps another period or day; a form is one of the same agency. */
function isSameTable(one: Sending, other: Sending): boolean {
  if (one.kind === 'form' || other.kind === 'form') return one.kind === other.kind && one.agencyId === other.agencyId;
  // A workbook of one agency is compared with another one of the same agency.
  return one.request.call === other.request.call && one.what === other.what && one.agencyId === other.agencyId;
}
