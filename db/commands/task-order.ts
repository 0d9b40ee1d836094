import type { RowWrite } from '#db/log/row-writer.ts';
import type { PlanId, SectionId, TaskId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { findSection, listTasks, type TaskRow } from '../queries/plan.queries.ts';

/** Where tasks go: beside another task, in its section, or behind the last of a section (`null`: of those without). */
export type TaskPlace = { readonly before: TaskId } | { readonly after: TaskId } | { readonly endOf: SectionId | null };

/**
 * Room left between two neighbours, so that a task put between them changes no other row: its log stays one line
 * and undoing an older step of a neighbour stays possible. Ten insertions at one spot use it up; then the section
 * is spaced anew.
 */
const SPACING = 1024;

/**
 * Positions for tasks put between two neighbours.
 *
 * @param low position of the one before, `null` at the beginning
 * @param high position of the one behind, `null` at the end
 * @returns rising numbers between the two; none when there is no room
 */
export function positionsBetween(low: number | null, high: number | null, count: number): readonly number[] {
  if (high === null) return spread((low ?? 0) + SPACING, SPACING, count);
  if (low === null) return spread(high - SPACING * count, SPACING, count);
  const step = Math.floor((high - low) / (count + 1));
  return step < 1 ? [] : spread(low + step, step, count);
}

function spread(first: number, step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index * step);
}

export type FoundPlace = {
  readonly sectionId: SectionId | null;
  /** The tasks to be moved stand there already. */
  readonly alreadyThere: boolean;
  /** As many as were asked for. */
  readonly positions: readonly number[];
  /** Neighbours that had to make room. */
  readonly writes: readonly RowWrite[];
};

/**
 * Finds the section and the positions for tasks to be put at a place.
 *
 * @param moving tasks that are taken from where they are now, or none
 * @throws AppError TASK_GONE | SECTION_UNKNOWN
 */
export function findPlace(
  db: ReadableDb,
  planId: PlanId,
  place: TaskPlace,
  count: number,
  moving: ReadonlySet<TaskId> = new Set(),
): FoundPlace {
  const tasks = listTasks(db, planId);
  const sectionId = sectionOf(db, planId, place, tasks);
  const members = tasks.filter((task) => task.sectionId === sectionId);
  const index = indexOf(place, members);
  const before = members.slice(0, index).filter((task) => !moving.has(task.id));
  const behind = members.slice(index).filter((task) => !moving.has(task.id));
  const order = [...before, ...tasks.filter((task) => moving.has(task.id)), ...behind];
  const alreadyThere = moving.size > 0 && order.every((task, at) => task.id === members[at]?.id);
  const positions = positionsBetween(before.at(-1)?.position ?? null, behind[0]?.position ?? null, count);
  if (positions.length === count) return { sectionId, alreadyThere, positions, writes: [] };
  const spaced = positionsBetween(null, null, before.length + count + behind.length);
  const move = (task: TaskRow, position = 0): RowWrite => ({ table: 'task', id: task.id, values: { position } });
  return {
    sectionId,
    alreadyThere,
    positions: spaced.slice(before.length, before.length + count),
    writes: [
      ...before.map((task, at) => move(task, spaced[at])),
      ...behind.map((task, at) => move(task, spaced[before.length + count + at])),
    ],
  };
}

function sectionOf(db: ReadableDb, planId: PlanId, place: TaskPlace, tasks: readonly TaskRow[]): SectionId | null {
  if ('endOf' in place) {
    if (place.endOf !== null && findSection(db, place.endOf)?.planId !== planId) throw new AppError('SECTION_UNKNOWN');
    return place.endOf;
  }
  const anchorId = 'before' in place ? place.before : place.after;
  const anchor = tasks.find((task) => task.id === anchorId);
  if (!anchor) throw new AppError('TASK_GONE');
  return anchor.sectionId;
}

function indexOf(place: TaskPlace, members: readonly TaskRow[]): number {
  if ('endOf' in place) return members.length;
  const at = members.findIndex((task) => task.id === ('before' in place ? place.before : place.after));
  return 'before' in place ? at : at + 1;
}
