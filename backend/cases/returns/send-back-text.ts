import type { BackendContext } from '#backend/calls/context.ts';
import { sendBackText } from '#backend/returns/send-back-text.ts';
import { findAgency } from '#db/queries/agency.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listPlans } from '#db/queries/plan.queries.ts';
import { getReturn } from '#db/queries/return.queries.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { ReturnId } from '#shared/domain/ids.ts';

/**
 * The text that goes to an agency with a return that is sent back. What is not known of the return is left out of it.
 *
 * @throws AppError RETURN_GONE
 */
export function sendBackTextOf(
  { db, today, calendar }: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  { returnId, reasons }: { readonly returnId: ReturnId; readonly reasons: readonly string[] },
): { readonly text: string } {
  const { agencyId, periodId, planId, fileName } = getReturn(db, returnId);
  const period = periodId === null ? undefined : findPeriod(db, periodId);
  const text = sendBackText({
    agencyName: (agencyId === null ? undefined : findAgency(db, agencyId))?.name ?? '',
    planTitle: listPlans(db).find(({ id }) => id === planId)?.title ?? '',
    periodLabel: period?.label ?? '',
    dueOn: period ? dueDayOf(period, calendar) : '',
    today: today(),
    fileName,
    reasons,
  });
  return { text };
}
