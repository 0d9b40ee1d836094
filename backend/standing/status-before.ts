import type { ProgressMark } from '#db/queries/standing.queries.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { Status } from '#shared/domain/status.ts';
import type { TaskFacts } from './task-facts.ts';

/**
 * What was said last before a period, for tasks that have a day of their own: what was reported as done in October is
 * not late in December. Nothing is read before somebody asks.
 *
 * @param marksOf reads the marks of tasks in all periods
 */
export function statusBefore(
  periods: readonly PeriodView[],
  tasks: ReadonlyMap<TaskId, TaskFacts>,
  marksOf: (taskIds: readonly TaskId[]) => readonly ProgressMark[],
): (period: PeriodView) => (taskId: TaskId, agencyId: AgencyId) => Status | null {
  const places = new Map(periods.map(({ id }, place) => [id, place]));
  let known: ReadonlyMap<string, readonly ProgressMark[]> | undefined;
  return (period) => (taskId, agencyId) => {
    known ??= Map.groupBy(
      marksOf(datedTasks(tasks)).filter(({ status }) => status !== null),
      (mark) => `${mark.taskId}/${mark.agencyId}`,
    );
    const before = (known.get(`${taskId}/${agencyId}`) ?? [])
      .map(({ periodId, status }) => ({ place: places.get(periodId) ?? -1, status }))
      .filter(({ place }) => place < (places.get(period.id) ?? 0))
      .toSorted((a, b) => a.place - b.place);
    return before.at(-1)?.status ?? null;
  };
}

function datedTasks(tasks: ReadonlyMap<TaskId, TaskFacts>): readonly TaskId[] {
  return [...tasks].filter(([, { dates, extensions }]) => dates.length + extensions.length > 0).map(([id]) => id);
}
