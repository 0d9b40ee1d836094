import { agencyOfColumn, cellOf, NUMBER_COLUMN, progressWords, TITLE_COLUMN } from '#renderer/grid/matrix/columns.ts';
import type { TaskRow } from '#renderer/view/matrix-rows.ts';
import type { MatrixCell } from '#shared/domain/matrix.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
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

/** The text of a spot: its number, its title, its mark. */
export function textAt(sheet: Sheet, spot: Spot): string {
  return textOf(sheet, spot, ({ role }) => ROLE_MARKS[role]);
}

/** The same with the words that the progress view shows in place of a mark: ● 推进中 40%. */
export function progressTextAt(sheet: Sheet, spot: Spot): string {
  return textOf(sheet, spot, progressWords);
}

function textOf({ tasks, columns }: Sheet, { row, column }: Spot, wordsOf: (cell: MatrixCell) => string): string {
  const task = tasks[row];
  const columnId = columns[column];
  if (!task || columnId === undefined) return '';
  if (columnId === NUMBER_COLUMN) return String(task.task.number);
  if (columnId === TITLE_COLUMN) return task.task.title;
  const agencyId = agencyOfColumn(columnId);
  const cell = agencyId === null ? undefined : cellOf(task, agencyId);
  return cell ? wordsOf(cell) : '';
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
