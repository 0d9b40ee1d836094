import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { getPlan, listPlans, listSections } from '#db/queries/plan.queries.ts';
import { firstStepAt } from '#db/queries/step.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { currentPeriod, isoDate } from '#shared/domain/period.ts';
import { undoState } from '../step-report.ts';

/**
 * Everything the window shows around the matrix, in one answer.
 *
 * @throws AppError PLAN_GONE
 */
export function overview(context: BackendContext, planId: PlanId): Overview {
  const { db } = context;
  const plan = getPlan(db, planId);
  const periods = listPeriods(db, planId);
  const today = isoDate(context.clock());
  const current = currentPeriod(periods, today);
  if (!current) throw new Error('the plan has no periods');
  return {
    plans: listPlans(db),
    plan,
    sections: listSections(db, planId),
    agencies: listAgencies(db),
    periods,
    currentPeriodId: current.id,
    today,
    fileName: path.basename(context.dataFile),
    createdAt: firstStepAt(db),
    ...undoState(db),
  };
}
