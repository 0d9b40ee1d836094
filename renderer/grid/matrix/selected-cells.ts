import { type Area, contains, spotsOfAll } from '#renderer/grid/sheet/selection/geometry.ts';
import { areasOf } from '#renderer/grid/sheet/selection/selection.ts';
import { shownSheet } from '#renderer/grid/sheet/selection/selection-store.ts';
import { spotOf } from '#renderer/grid/sheet/selection/sheet.ts';
import { agencyColumnId, agencyOfColumn } from '#renderer/view/column-ids.ts';
import { taskRowId } from '#renderer/view/matrix-rows.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import { cellOf } from './cell-words.ts';
import { type MatrixSheet, matrixStore } from './matrix-sheet.ts';

/** A cell that can hold a role, and the one it holds. */
export type RolePlace = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

/** Every cell of the areas that can hold a role, each once; other columns are stepped over. */
export function* placesIn(sheet: MatrixSheet, areas: readonly Area[]): Generator<RolePlace> {
  const agencies = sheet.columns.map(agencyOfColumn);
  for (const { row, column } of spotsOfAll(areas)) {
    const task = sheet.rows[row];
    const agencyId = agencies[column] ?? null;
    if (task && agencyId !== null) {
      yield { taskId: task.task.id, agencyId, role: cellOf(task, agencyId)?.role ?? null };
    }
  }
}

/** A cell that holds a role, and how much of it is done in the period on show. */
export type HeldRole = RolePlace & { readonly role: Role; readonly percent: number | null };

/** The cells of the areas that hold a role, each once. Looks at roles only, so a whole matrix costs no more. */
export function rolesIn(sheet: MatrixSheet, areas: readonly Area[]): readonly HeldRole[] {
  const columnOf = new Map(sheet.columns.map((id, column) => [agencyOfColumn(id), column]));
  return sheet.rows.flatMap((task, row) => {
    const crossing = areas.filter((area) => row >= area.top && row <= area.bottom);
    if (crossing.length === 0) return [];
    return task.task.cells.flatMap(({ agencyId, role, percent }) => {
      const column = columnOf.get(agencyId);
      const inside = column !== undefined && crossing.some((area) => contains(area, { row, column }));
      return inside ? [{ taskId: task.task.id, agencyId, role, percent }] : [];
    });
  });
}

/** The tasks of the rows that something is selected in, from top to bottom. */
export function tasksSelected(): readonly TaskId[] {
  const { sheet, selection } = matrixStore.getState();
  const areas = selection ? areasOf(selection) : [];
  return sheet.rows
    .filter((_, row) => areas.some((area) => row >= area.top && row <= area.bottom))
    .map((row) => row.task.id);
}

/** The task and the agency the cursor stands on; `null` while nothing is selected, however recently something was. */
export function placeAtCursor(): { readonly taskId: TaskId; readonly agencyId: AgencyId | null } | null {
  const { sheet, selection } = matrixStore.getState();
  const row = selection && sheet.rows[selection.active.row];
  const columnId = selection && sheet.columns[selection.active.column];
  return row ? { taskId: row.task.id, agencyId: agencyOfColumn(columnId ?? '') } : null;
}

/** The cells a menu speaks of, asked for when one of its lines is chosen: opening it must cost nothing. */
export type MeantCells = { readonly places: () => Iterable<RolePlace>; readonly anyRole: boolean };

/** All that is selected when the menu was opened inside of that, else the one cell it stands on. */
export function meantBy(place: RolePlace): MeantCells {
  const { sheet, selection } = matrixStore.getState();
  const areas = selection ? areasOf(selection) : [];
  const spot = spotOf(sheet, taskRowId(place.taskId), agencyColumnId(place.agencyId));
  const inside = spot !== undefined && areas.some((area) => contains(area, spot));
  return inside
    ? { places: () => placesIn(shownSheet(matrixStore, sheet), areas), anyRole: rolesIn(sheet, areas).length > 0 }
    : { places: () => [place], anyRole: place.role !== null };
}
