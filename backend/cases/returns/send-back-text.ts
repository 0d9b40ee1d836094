import type { BackendContext } from '#backend/calls/context.ts';
import { findAgency } from '#db/queries/agency.queries.ts';
import { getReturn } from '#db/queries/return.queries.ts';
import type { ReturnId } from '#shared/domain/ids.ts';

/** The text that goes to the agency with a return that is sent back. @throws AppError RETURN_GONE */
export function sendBackTextOf(
  { db }: Pick<BackendContext, 'db'>,
  { returnId, reasons }: { readonly returnId: ReturnId; readonly reasons: readonly string[] },
): { readonly text: string } {
  const row = getReturn(db, returnId);
  const agency = row.agencyId === null ? undefined : findAgency(db, row.agencyId);
  const lines = reasons.map((reason, index) => `${index + 1}. ${reason}`);
  return { text: [`${agency?.name ?? ''}：`, `你单位报送的“${row.fileName}”请修改后重报：`, ...lines].join('\n') };
}
