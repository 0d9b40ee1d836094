import type { Area } from '#renderer/grid/sheet/selection/geometry.ts';
import { NUMBER_COLUMN, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { Role } from '#shared/domain/role.ts';
import type { MatrixSheet } from './matrix-sheet.ts';
import { rolesIn } from './selected-cells.ts';

/** What the status bar says of the selected cells, as a worksheet does. */
export type SelectionFigures = {
  /** Cells that are not empty. */
  readonly count: number;
  readonly roles: Readonly<Record<Role, number>>;
  /** Of the cells that hold a number: task numbers, and percentages where they are shown. `null`: there are none. */
  readonly numbers: { readonly sum: number; readonly average: number } | null;
};

/** @param withPercent whether the cells of agencies show how much is done */
export function figuresOf(sheet: MatrixSheet, areas: readonly Area[], withPercent: boolean): SelectionFigures {
  const roles: Record<Role, number> = { lead: 0, 'co-responsible': 0, cooperating: 0 };
  const numbers: number[] = [];
  const held = rolesIn(sheet, areas);
  for (const { role, percent } of held) {
    roles[role] += 1;
    if (withPercent && percent !== null) numbers.push(percent);
  }
  const titles = tasksIn(sheet, areas, TITLE_COLUMN).filter(({ task }) => task.title !== '');
  const tasks = tasksIn(sheet, areas, NUMBER_COLUMN);
  numbers.push(...tasks.map(({ task }) => task.number));
  const sum = numbers.reduce((total, number) => total + number, 0);
  return {
    count: held.length + titles.length + tasks.length,
    roles,
    numbers: numbers.length === 0 ? null : { sum, average: sum / numbers.length },
  };
}

/** Tasks whose cell in that column is selected. */
function tasksIn(sheet: MatrixSheet, areas: readonly Area[], columnId: string) {
  const column = sheet.columns.indexOf(columnId);
  const crossing = areas.filter(({ left, right }) => column >= left && column <= right);
  return sheet.rows.filter((_, row) => crossing.some(({ top, bottom }) => row >= top && row <= bottom));
}
