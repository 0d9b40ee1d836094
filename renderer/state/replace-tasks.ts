import type { TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';

/** Puts freshly read tasks into a list of tasks; those not read again stay the same objects. */
export function replaceTasks(tasks: readonly MatrixTask[], fresh: readonly MatrixTask[]): readonly MatrixTask[] {
  const freshById = new Map(fresh.map((task) => [task.id, task]));
  return tasks.map((task) => freshById.get(task.id) ?? task);
}

/** Whether tasks read again are all still there, each in its place: then only their rows need painting. */
export function samePlaces(
  before: readonly MatrixTask[],
  fresh: readonly MatrixTask[],
  taskIds: readonly TaskId[],
): boolean {
  const wanted = new Set(taskIds);
  const beforeById = new Map(before.filter((task) => wanted.has(task.id)).map((task) => [task.id, task]));
  if (fresh.length !== wanted.size || beforeById.size !== wanted.size) return false;
  return fresh.every((task) => {
    const known = beforeById.get(task.id);
    return known?.position === task.position && known.sectionId === task.sectionId;
  });
}
