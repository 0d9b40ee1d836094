import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import { chosenRules } from '#backend/standing/chosen-rules.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listPlans } from '#db/queries/plan.queries.ts';
import { sampleDay } from '#db/queries/sample.queries.ts';
import { firstStepAt } from '#db/queries/step.queries.ts';
import { datedPeriod } from '#shared/domain/due-day.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { currentPeriod } from '#shared/domain/period.ts';
import { undoState } from '../step-report.ts';

/**
 * Everything the window shows around the matrix, in one answer.
 *
 * @throws AppError PLAN_GONE
 */
export function overview(context: BackendContext, planId: PlanId): Overview {
  const { db } = context;
  const state = loadPlanState(db, planId, { parts: ['plan', 'sections', 'agencies', 'periods'] });
  // Asked of the clock every time: the window asks again when the date has changed.
  const today = context.today();
  const current = currentPeriod(state.periods, today, state.plan.cadence);
  if (!current) throw new Error('the plan has no periods');
  return {
    plans: listPlans(db),
    ...state,
    periods: state.periods.map((period) => datedPeriod(period, context.calendar)),
    currentPeriodId: current.id,
    today,
    isSample: sampleDay(db) !== null,
    fileName: path.basename(context.dataFile),
    createdAt: firstStepAt(db),
    lights: chosenRules(db, planId).lights,
    // Nothing is undone in the past.
    ...(context.asOf ? { undoLabel: null, redoLabel: null } : undoState(db)),
  };
}
