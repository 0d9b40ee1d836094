import type { BackendContext } from '#backend/calls/context.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import { isOpenToVerify, type VerificationLine } from '#shared/domain/verification.ts';
import { readLedger } from '../ledger/read-ledger.ts';

/**
 * What was reported as done in a period or has been looked at, with its last verification, in the order of the ledger.
 *
 * @param open only 自报完成、核查未完成
 * @throws AppError PLAN_GONE | PERIOD_UNKNOWN
 */
export function listVerificationLines(
  context: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  { planId, periodId, open }: { readonly planId: PlanId; readonly periodId: PeriodId; readonly open: boolean },
): readonly VerificationLine[] {
  getPlan(context.db, planId);
  return readLedger(context, periodId)
    .map((row) => (row.carried ? { ...row, status: null } : row))
    .filter(({ status, verification }) =>
      open ? isOpenToVerify(status, verification) : status === 'done' || verification !== null,
    )
    .map(
      ({
        taskId,
        agencyId,
        number,
        title,
        agencyName,
        role,
        status,
        percent,
        reportedOn,
        narrative,
        verification,
      }) => ({
        taskId,
        agencyId,
        number,
        title,
        agencyName,
        role,
        status,
        percent,
        reportedOn,
        narrative,
        verification,
      }),
    );
}
