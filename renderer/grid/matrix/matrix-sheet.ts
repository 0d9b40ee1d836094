import type { Spot } from '#renderer/grid/sheet/selection/geometry.ts';
import { makeSheetStore } from '#renderer/grid/sheet/selection/selection-store.ts';
import type { Sheet } from '#renderer/grid/sheet/selection/sheet.ts';
import { agencyOfColumn, NUMBER_COLUMN, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { TaskRow } from '#renderer/view/matrix-rows.ts';
import type { LightDef } from '#shared/domain/light.ts';
import type { MatrixCell } from '#shared/domain/matrix.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { cellOf, progressWords } from './cell-words.ts';

/** The matrix as it is shown: tasks down, without the headings of sections. */
export type MatrixSheet = Sheet<TaskRow>;

/** What is selected in the matrix. */
export const matrixStore = makeSheetStore<TaskRow>();

/** The text of a spot: its number, its title, its mark. */
export function textAt({ rows, columns }: MatrixSheet, { row, column }: Spot): string {
  const task = rows[row];
  return task ? textOf(task, columns[column] ?? '') : '';
}

/** The text of a task's cell in a column. */
export function textOf(task: TaskRow, columnId: string): string {
  return textWith(task, columnId, ({ role }) => ROLE_MARKS[role]);
}

/** The same with the words that the progress view shows in place of a mark: ● 推进中 40%. */
export function progressTextOf(task: TaskRow, columnId: string, lights: readonly LightDef[]): string {
  return textWith(task, columnId, (cell) => progressWords(cell, lights));
}

function textWith(task: TaskRow, columnId: string, wordsOf: (cell: MatrixCell) => string): string {
  if (columnId === NUMBER_COLUMN) return String(task.task.number);
  if (columnId === TITLE_COLUMN) return task.task.title;
  const agencyId = agencyOfColumn(columnId);
  const cell = agencyId === null ? undefined : cellOf(task, agencyId);
  return cell ? wordsOf(cell) : '';
}
