import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import { currentPeriod } from '#shared/domain/period.ts';

/**
 * The period the clerk works in today.
 *
 * @throws AppError PLAN_GONE
 */
export function currentPeriodOf(context: Pick<BackendContext, 'db' | 'today'>, planId: PlanId): PeriodId {
  const { plan, periods } = loadPlanState(context.db, planId, { parts: ['plan', 'periods'] });
  const current = currentPeriod(periods, context.today(), plan.cadence);
  if (!current) throw new Error('the plan has no periods');
  return current.id;
}
