import type { TaskId } from '#shared/domain/ids.ts';
import type { CellRef } from '#shared/domain/step.ts';

/** The cells in the order of the tasks they belong to; those of no task in front, those of a task that is gone behind. */
export function fromTheTop(cells: readonly CellRef[], tasks: readonly { readonly id: TaskId }[]): readonly CellRef[] {
  const places = new Map<TaskId | null, number>(tasks.map(({ id }, place) => [id, place]));
  const placeOf = ({ taskId }: CellRef): number => places.get(taskId) ?? (taskId === null ? -1 : tasks.length);
  return cells.toSorted((one, other) => placeOf(one) - placeOf(other));
}
