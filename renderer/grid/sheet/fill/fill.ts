import { agencyOfColumn, cellOf } from '#renderer/grid/matrix/columns.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import { type Area, type Spot, sizeOf, spotsOf } from '../selection/geometry.ts';
import { type Sheet, textAt } from '../selection/sheet.ts';

/** A cell and the role it is to hold from now on. */
export type RoleChange = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

/** What a fill copies, and where to: the source is repeated over the target. */
export type Fill = { readonly source: Area; readonly target: Area };

/** Ctrl+D: the first row over the others; a single row takes over the row above. `undefined`: nothing above. */
export function fillDown(area: Area): Fill | undefined {
  const source = area.bottom > area.top ? area.top : area.top - 1;
  if (source < 0) return undefined;
  return { source: { ...area, top: source, bottom: source }, target: { ...area, top: source + 1 } };
}

/** Ctrl+R: the first column over the others; a single column takes over the one to the left. */
export function fillRight(area: Area): Fill | undefined {
  const source = area.right > area.left ? area.left : area.left - 1;
  if (source < 0) return undefined;
  return { source: { ...area, left: source, right: source }, target: { ...area, left: source + 1 } };
}

/**
 * The fill that dragging the handle of `source` to a spot means: down, up, right or left, whichever way the spot is
 * farther out. `undefined` while it is inside.
 */
export function fillTowards(source: Area, { row, column }: Spot): Fill | undefined {
  const { top, left, bottom, right } = source;
  const vertical = Math.max(row - bottom, top - row, 0);
  const horizontal = Math.max(column - right, left - column, 0);
  if (vertical === 0 && horizontal === 0) return undefined;
  if (vertical >= horizontal) {
    return {
      source,
      target: row > bottom ? { ...source, top: bottom + 1, bottom: row } : { ...source, top: row, bottom: top - 1 },
    };
  }
  return {
    source,
    target:
      column > right ? { ...source, left: right + 1, right: column } : { ...source, left: column, right: left - 1 },
  };
}

/** The roles a fill changes. Cells that hold the role already, and columns that hold none, are left out. */
export function* fillChanges(sheet: Sheet, { source, target }: Fill): Generator<RoleChange> {
  const { rows, columns } = sizeOf(source);
  const agencies = sheet.columns.map(agencyOfColumn);
  for (const to of spotsOf(target)) {
    const from = roleAt(sheet, agencies, {
      row: source.top + wrapped(to.row - source.top, rows),
      column: source.left + wrapped(to.column - source.left, columns),
    });
    const here = roleAt(sheet, agencies, to);
    if (from && here && from.role !== here.role) yield { ...here, role: from.role };
  }
}

/**
 * The fill that a double click on the handle means: down as far as the column beside `source` goes on without a gap,
 * the left one if it has something there, else the right one, as in a worksheet. `undefined`: nothing goes on there.
 */
export function fillToEdge(sheet: Sheet, source: Area): Fill | undefined {
  const top = source.bottom + 1;
  const isFilled = (row: number, column: number) => textAt(sheet, { row, column }) !== '';
  const beside = [source.left - 1, source.right + 1].find((column) => isFilled(top, column));
  if (beside === undefined) return undefined;
  let bottom = top;
  while (isFilled(bottom + 1, beside)) bottom += 1;
  return { source, target: { ...source, top, bottom } };
}

function wrapped(distance: number, length: number): number {
  return ((distance % length) + length) % length;
}

/** What stands in a cell of an agency; `undefined` for other columns. */
function roleAt(sheet: Sheet, agencies: readonly (AgencyId | null)[], { row, column }: Spot): RoleChange | undefined {
  const task = sheet.tasks[row];
  const agencyId = agencies[column] ?? null;
  if (!task || agencyId === null) return undefined;
  return { taskId: task.task.id, agencyId, role: cellOf(task, agencyId)?.role ?? null };
}
