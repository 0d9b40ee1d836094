import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { findTask, getPlan } from '#db/queries/plan.queries.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { TaskPage } from '#shared/domain/task-page.ts';

/**
 * How the task ended that this one goes on with: of each agency its last entry.
 *
 * @param carriedFrom the task of last year; `null`: it is new
 */
export function readLastYear(db: ReadableDb, carriedFrom: TaskId | null): TaskPage['lastYear'] {
  const task = carriedFrom === null ? undefined : findTask(db, carriedFrom);
  if (!task) return null;
  const state = loadPlanState(db, task.planId, {
    taskIds: [task.id],
    parts: ['periods', 'agencyNames', 'progress'],
  });
  const order = new Map(state.periods.map(({ id }, index) => [id, index]));
  const byAgency = Map.groupBy(state.progress, ({ agencyId }) => agencyId);
  return {
    planTitle: getPlan(db, task.planId).title,
    task: task.number,
    title: task.title,
    ends: state.agencyNames.flatMap(({ id, name }) => {
      const entries = byAgency.get(id) ?? [];
      const last = entries.toSorted((a, b) => (order.get(a.periodId) ?? 0) - (order.get(b.periodId) ?? 0)).at(-1);
      if (!last) return [];
      const { status, percent, narrative, periodId } = last;
      const period = state.periods[order.get(periodId) ?? -1]?.label ?? '';
      return [{ agencyId: id, agency: name, period, status, percent, narrative }];
    }),
  };
}
