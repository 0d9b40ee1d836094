import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { getPlan, listSections } from '#db/queries/plan.queries.ts';
import { firstStepAt } from '#db/queries/step.queries.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { currentPeriod, isoDate } from '#shared/domain/period.ts';
import { undoState } from '../step-report.ts';

/** Everything the window shows around the matrix, in one answer. */
export function overview(context: BackendContext): Overview {
  const { db } = context;
  const periods = listPeriods(db);
  const today = isoDate(context.clock());
  const current = currentPeriod(periods, today);
  if (!current) throw new Error('the plan has no periods');
  return {
    plan: getPlan(db),
    sections: listSections(db),
    agencies: listAgencies(db),
    periods,
    currentPeriodId: current.id,
    today,
    fileName: path.basename(context.dataFile),
    createdAt: firstStepAt(db),
    ...undoState(db),
  };
}
