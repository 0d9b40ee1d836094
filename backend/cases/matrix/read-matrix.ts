import type { BackendContext } from '#backend/calls/context.ts';
import { judgeOfPeriod, owedWhenClosed } from '#backend/standing/load-judge.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { MatrixCell, MatrixTask } from '#shared/domain/matrix.ts';
import { AppError } from '#shared/errors.ts';

/**
 * The rows of the matrix with the lights of one period.
 *
 * @param taskIds only these rows; all when left out
 * @throws AppError PERIOD_UNKNOWN
 */
export function readMatrix(
  context: BackendContext,
  periodId: PeriodId,
  taskIds?: readonly TaskId[],
): readonly MatrixTask[] {
  const { db } = context;
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const scope = { periodId, taskIds };
  const { planId } = period;
  const state = loadPlanState(db, planId, { ...scope, parts: ['tasks', 'cells', 'memberships', 'notes', 'matters'] });
  // Reports are read only when a group asks for them: the cells have their own marks.
  const judge = judgeOfPeriod(context, period, {
    taskIds,
    memberships: state.memberships,
    owedThen: owedWhenClosed(context, period, taskIds),
  });
  const cells = new Map<TaskId, MatrixCell[]>();
  for (const cell of state.cells) {
    const { taskId, agencyId, role, origin, writtenAs, status, percent } = cell;
    const { light, because } = judge(cell, cell);
    const row = cells.get(taskId) ?? [];
    row.push({ agencyId, role, origin, writtenAs, status, percent, light, because });
    cells.set(taskId, row);
  }
  const notes = Map.groupBy(state.notes, (note) => note.taskId);
  const matters = new Map(state.matters.map((matter) => [matter.taskId, matter.kind]));
  return state.tasks.map((task) => ({
    id: task.id,
    sectionId: task.sectionId,
    position: task.position,
    number: task.number,
    title: task.title,
    content: task.content,
    leadLeader: task.leadLeader,
    leaderInCharge: task.leaderInCharge,
    personInCharge: task.personInCharge,
    cells: cells.get(task.id) ?? [],
    notes: (notes.get(task.id) ?? []).map(({ agencyId, text }) => ({ agencyId, text })),
    matter: matters.get(task.id) ?? null,
  }));
}
