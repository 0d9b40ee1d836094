import { type Fill, filledSpots } from '#renderer/grid/sheet/fill/fill.ts';
import type { Spot } from '#renderer/grid/sheet/selection/geometry.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { cellOf } from './cell-words.ts';
import type { RoleChange } from './matrix-changes.ts';
import type { MatrixSheet } from './matrix-sheet.ts';

/** The roles a fill changes. Cells that hold the role already, and columns that hold none, are left out. */
export function* fillChanges(sheet: MatrixSheet, fill: Fill): Generator<RoleChange> {
  const agencies = sheet.columns.map(agencyOfColumn);
  for (const { from: source, to } of filledSpots(fill)) {
    const from = roleAt(sheet, agencies, source);
    const here = roleAt(sheet, agencies, to);
    if (from && here && from.role !== here.role) yield { ...here, role: from.role };
  }
}

/** What stands in a cell of an agency; `undefined` for other columns. */
function roleAt(
  sheet: MatrixSheet,
  agencies: readonly (AgencyId | null)[],
  { row, column }: Spot,
): RoleChange | undefined {
  const task = sheet.rows[row];
  const agencyId = agencies[column] ?? null;
  if (!task || agencyId === null) return undefined;
  return { taskId: task.task.id, agencyId, role: cellOf(task, agencyId)?.role ?? null };
}
