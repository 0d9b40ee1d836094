import type { Spot } from '#renderer/grid/sheet/selection/geometry.ts';
import type { Sheet } from '#renderer/grid/sheet/selection/sheet.ts';
import { agencyOfColumn, NUMBER_COLUMN, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { MatrixCell } from '#shared/domain/matrix.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { cellOf, progressWords } from './cell-words.ts';

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
