import type { TaskRow } from '#renderer/view/matrix-rows.ts';
import type { Size, Spot } from './geometry.ts';

/** The matrix as it is shown, filters and hidden columns considered: what spots are counted in. */
export type Sheet = {
  readonly tasks: readonly TaskRow[];
  /** Ids of the columns. */
  readonly columns: readonly string[];
};

export function sheetSize({ tasks, columns }: Sheet): Size {
  return { rows: tasks.length, columns: columns.length };
}

/** The spot that shows a task in a column, or `undefined` when it is not shown. */
export function spotOf(sheet: Sheet, rowId: string, columnId: string): Spot | undefined {
  const row = sheet.tasks.findIndex((task) => task.id === rowId);
  const column = sheet.columns.indexOf(columnId);
  return row < 0 || column < 0 ? undefined : { row, column };
}

/** Whether the same tasks stand in the same columns, whatever is written in them. */
export function sameShape(one: Sheet, other: Sheet): boolean {
  return (
    one.tasks.length === other.tasks.length &&
    one.columns.length === other.columns.length &&
    one.columns.every((id, index) => id === other.columns[index]) &&
    one.tasks.every((task, index) => task.id === other.tasks[index]?.id)
  );
}
