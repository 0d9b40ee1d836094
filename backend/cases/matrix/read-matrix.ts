import type { BackendContext } from '#backend/calls/context.ts';
import { listMatrixCells } from '#db/queries/assignment.queries.ts';
import { listNotes } from '#db/queries/note.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import { type Light, lightOf } from '#shared/domain/light.ts';
import type { MatrixCell, MatrixTask } from '#shared/domain/matrix.ts';
import { isoDate } from '#shared/domain/period.ts';
import type { Status } from '#shared/domain/status.ts';
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
  const lightOfStatus = lightsOf(period.dueOn, isoDate(context.clock()));
  const cells = new Map<TaskId, MatrixCell[]>();
  for (const { taskId, ...cell } of listMatrixCells(db, period, taskIds)) {
    const row = cells.get(taskId) ?? [];
    row.push({ ...cell, light: lightOfStatus(cell.status) });
    cells.set(taskId, row);
  }
  const notes = Map.groupBy(listNotes(db, period.planId), (note) => note.taskId);
  const chosen = taskIds && new Set(taskIds);
  return listTasks(db, period.planId)
    .filter((task) => !chosen || chosen.has(task.id))
    .map(({ id, sectionId, position, number, title, content }) => ({
      id,
      sectionId,
      position,
      number,
      title,
      content,
      cells: cells.get(id) ?? [],
      notes: (notes.get(id) ?? []).map(({ agencyId, text }) => ({ agencyId, text })),
    }));
}

/** Lights of one period and day: worked out once a status, because a matrix has tens of thousands of cells. */
function lightsOf(dueOn: string, today: string): (status: Status | null) => Light {
  const known = new Map<Status | null, Light>();
  return (status) => {
    const light = known.get(status) ?? lightOf(status, dueOn, today);
    known.set(status, light);
    return light;
  };
}
