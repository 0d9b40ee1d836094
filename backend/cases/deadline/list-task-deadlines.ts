import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { listTaskDues } from '#db/queries/due.queries.ts';
import type { TaskDeadlines } from '#shared/domain/deadline-views.ts';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';

/**
 * When tasks are due, what was put off and what was closed of them, in the order of the plan.
 *
 * @param taskIds those asked about; left out, every task of the plan that has any of it
 */
export function listTaskDeadlines(
  db: ReadableDb,
  planId: PlanId,
  taskIds?: readonly TaskId[],
): readonly TaskDeadlines[] {
  const parts = ['tasks', 'agencyNames', 'periods', 'extensions', 'closings', 'evidence'] as const;
  const state = loadPlanState(db, planId, { taskIds, parts });
  const dues = Map.groupBy(listTaskDues(db, planId, taskIds), ({ taskId }) => taskId);
  const extensions = Map.groupBy(state.extensions, ({ taskId }) => taskId);
  const closings = Map.groupBy(state.closings, ({ taskId }) => taskId);
  const proofs = Map.groupBy(state.evidence, ({ closingId }) => closingId);
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const labels = new Map(state.periods.map(({ id, label }) => [id, label]));
  const nameOf = (id: AgencyId | null): string | null => (id === null ? null : (names.get(id) ?? ''));
  return state.tasks
    .filter(({ id }) => taskIds !== undefined || dues.has(id) || extensions.has(id) || closings.has(id))
    .map(({ id, number, title, cadence }) => ({
      taskId: id,
      task: number,
      title,
      cadence,
      dues: dues.get(id) ?? [],
      extensions: (extensions.get(id) ?? []).map((row) => ({
        ...row,
        agency: nameOf(row.agencyId),
        period: row.periodId === null ? null : (labels.get(row.periodId) ?? ''),
      })),
      closings: (closings.get(id) ?? []).map((row) => ({
        ...row,
        agency: nameOf(row.agencyId),
        evidence: (proofs.get(row.id) ?? []).map(({ id, title, fileName, sha256 }) => ({
          id,
          title,
          fileName,
          sha256,
        })),
      })),
    }));
}
