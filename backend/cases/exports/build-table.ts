import type { BackendContext } from '#backend/calls/context.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Layout, Paper } from '#shared/domain/layout.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { gatherLedger, gatherMatrix, gatherTasks } from './gather-tables.ts';

export type TableRequest = {
  readonly planId: PlanId;
  readonly layout: Layout;
  readonly periodId?: PeriodId | undefined;
  readonly paper?: Paper | undefined;
  /** The matrix with the lights of the period below its marks. */
  readonly withLights?: boolean;
  /** Only these tasks; all when left out. */
  readonly taskIds?: readonly TaskId[] | undefined;
  /** Only these agencies; when left out, those with duties. */
  readonly agencyIds?: readonly AgencyId[] | undefined;
};

/**
 * Gathers what a layout needs from the data file, as it is at this moment; nothing in it changes afterwards.
 *
 * @returns plain data, to be written as a workbook by the outlet or laid out on paper
 * @throws AppError PLAN_GONE | PERIOD_UNKNOWN
 */
export function describeTable(context: BackendContext, request: TableRequest): TableDescription {
  const plan = getPlan(context.db, request.planId);
  const { paper } = request;
  const headline = { plan, date: context.today(), ...(paper === undefined ? {} : { paper }) };
  const period = request.periodId === undefined ? undefined : periodOf(context, request.planId, request.periodId);
  switch (request.layout) {
    case 'decomposition':
      return { layout: 'decomposition', input: { ...headline, tasks: gatherTasks(context, plan.id, request.taskIds) } };
    case 'matrix': {
      // Without a wish for lights the marks alone: lights change every day, a responsibility table is kept for the year.
      const lit = request.withLights === true ? period : undefined;
      const about = lit ? { periodTitle: periodTitle(lit.label) } : {};
      return { layout: 'matrix', input: { ...headline, ...about, ...gatherMatrix(context, plan.id, lit, request) } };
    }
    case 'ledger': {
      if (period === undefined) throw new AppError('PERIOD_UNKNOWN', { period: '' });
      const tasks = gatherLedger(context, plan.id, period, request.taskIds);
      return { layout: 'ledger', input: { ...headline, periodTitle: periodTitle(period.label), tasks } };
    }
    default:
      return assertNever(request.layout);
  }
}

function periodOf(context: BackendContext, planId: PlanId, periodId: PeriodId): PeriodView {
  const period = findPeriod(context.db, periodId);
  if (period?.planId !== planId) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}
