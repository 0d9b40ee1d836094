import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { planOfTask } from '#db/queries/plan.queries.ts';
import { periodBefore } from '#shared/domain/carry.ts';
import type { CellEntry } from '#shared/domain/cell-entry.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { timeShare } from '#shared/domain/target-standing.ts';
import { AppError } from '#shared/errors.ts';
import { evidenceLines } from '../evidence/evidence-lines.ts';
import { LEDGER_FACT_PARTS, ledgerFacts } from '../ledger/ledger-facts.ts';

export type EntryCell = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly periodId: PeriodId };

/** @throws AppError TASK_GONE | PERIOD_UNKNOWN when the period is not of the task's plan */
export function periodOfCell({ db }: Pick<BackendContext, 'db'>, { taskId, periodId }: EntryCell): PeriodView {
  const period = findPeriod(db, periodId);
  if (period?.planId !== planOfTask(db, taskId)) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}

/**
 * Everything that is entered for a cell besides its progress.
 *
 * @throws AppError TASK_GONE | PERIOD_UNKNOWN
 */
export function readEntry(context: Pick<BackendContext, 'db' | 'today' | 'dataFile'>, place: EntryCell): CellEntry {
  const { db } = context;
  const { taskId, agencyId } = place;
  const period = periodOfCell(context, place);
  const taskIds = [taskId];
  const state = loadPlanState(db, period.planId, {
    taskIds,
    parts: [...LEDGER_FACT_PARTS, 'tasks', 'agencyNames', 'milestones', 'subItems', 'closings'],
  });
  const before = periodBefore(state.periods, period);
  const entries = listProgress(db, period.planId, { taskIds, agencyId });
  const last = entries.filter(({ periodId }) => periodId === before?.id);
  const now = entries.find(({ periodId }) => periodId === period.id);
  const facts = ledgerFacts(state, period, context.today(), last, () => now)(taskId, agencyId);
  const isOwn = (row: { readonly agencyId: AgencyId | null }): boolean =>
    row.agencyId === null || row.agencyId === agencyId;
  return {
    ...facts,
    lastPeriod: before?.label ?? null,
    timeShare: timeShare(state.plan.year, period.endsOn, context.today()),
    milestones: state.milestones.filter(isOwn),
    subItems: state.subItems,
    verifications: state.verifications
      .filter((row) => row.agencyId === agencyId && row.periodId === period.id)
      .toReversed(),
    evidenceLines: evidenceLines(context, state).filter(isOwn),
  };
}
