import { type Fill, wrapped } from '#renderer/grid/sheet/fill/fill.ts';
import { type Area, type Spot, sizeOf, spotsOf } from '#renderer/grid/sheet/selection/geometry.ts';
import type { Sheet } from '#renderer/grid/sheet/selection/sheet.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import { cellOf } from './cell-words.ts';
import { textAt } from './matrix-sheet.ts';

/** A cell and the role it is to hold from now on. */
export type RoleChange = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

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

/** What stands in a cell of an agency; `undefined` for other columns. */
function roleAt(sheet: Sheet, agencies: readonly (AgencyId | null)[], { row, column }: Spot): RoleChange | undefined {
  const task = sheet.tasks[row];
  const agencyId = agencies[column] ?? null;
  if (!task || agencyId === null) return undefined;
  return { taskId: task.task.id, agencyId, role: cellOf(task, agencyId)?.role ?? null };
}
