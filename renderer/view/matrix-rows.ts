import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { MatrixCell, MatrixTask } from '#shared/domain/matrix.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';

/** What the grid shows from top to bottom: a heading per section, then its tasks. */
export type SectionRow = {
  readonly kind: 'section';
  readonly id: string;
  readonly sectionId: SectionId;
  readonly heading: string;
  /** Tasks under the heading, shown or folded away. */
  readonly tasks: number;
  readonly folded: boolean;
};

export type TaskRow = {
  readonly kind: 'task';
  readonly id: string;
  readonly task: MatrixTask;
  /** The task's cells by agency, so that a grid cell finds its own without a search. */
  readonly cells: ReadonlyMap<AgencyId, MatrixCell>;
};

export type MatrixRow = SectionRow | TaskRow;

export function taskRowId(taskId: TaskId): string {
  return `task-${taskId}`;
}

function sectionRowId(sectionId: SectionId): string {
  return `section-${sectionId}`;
}

/** Tasks without headings, in the order given: a sorted matrix knows no sections. */
export function flatRows(tasks: readonly MatrixTask[]): readonly MatrixRow[] {
  return tasks.map(toTaskRow);
}

/** Sorts its cells by agency when it is first looked at: of ten thousand rows a screen shows thirty. */
class LazyTaskRow implements TaskRow {
  readonly kind = 'task';
  readonly id: string;
  readonly task: MatrixTask;
  #cells: ReadonlyMap<AgencyId, MatrixCell> | undefined;

  constructor(task: MatrixTask) {
    this.id = taskRowId(task.id);
    this.task = task;
  }

  get cells(): ReadonlyMap<AgencyId, MatrixCell> {
    this.#cells ??= new Map(this.task.cells.map((cell) => [cell.agencyId, cell]));
    return this.#cells;
  }
}

/** Rows already built, by the task they show: an unchanged task keeps its row, and the grid leaves it alone. */
const rowOfTask = new WeakMap<MatrixTask, TaskRow>();

function toTaskRow(task: MatrixTask): TaskRow {
  const known = rowOfTask.get(task);
  if (known) return known;
  const row = new LazyTaskRow(task);
  rowOfTask.set(task, row);
  return row;
}

/**
 * @param tasks in the plan's order
 * @param folded sections whose tasks are not shown
 * @returns headings and tasks in the order of the plan; a section without tasks is left out, tasks without a section come first
 */
export function buildRows(
  sections: readonly SectionView[],
  tasks: readonly MatrixTask[],
  folded: readonly SectionId[] = [],
): readonly MatrixRow[] {
  const bySection = Map.groupBy(tasks, (task) => task.sectionId);
  const membersOf = (id: SectionId | null) => bySection.get(id) ?? [];
  return [
    ...membersOf(null).map(toTaskRow),
    ...sections.flatMap((section): readonly MatrixRow[] => {
      const members = membersOf(section.id);
      if (members.length === 0) return [];
      const heading: SectionRow = {
        kind: 'section',
        id: sectionRowId(section.id),
        sectionId: section.id,
        heading: sectionHeading(section.ordinal, section.title),
        tasks: members.length,
        folded: folded.includes(section.id),
      };
      return heading.folded ? [heading] : [heading, ...members.map(toTaskRow)];
    }),
  ];
}
