import type { Area } from '#renderer/grid/sheet/selection/geometry.ts';
import {
  refusing,
  type SheetModel,
  type SheetOrder,
  type SheetPlan,
  type Typing,
  writing,
} from '#renderer/grid/sheet/sheet-model.ts';
import { oneLine } from '#renderer/text/one-line.ts';
import { agencyColumnId, agencyOfColumn, NUMBER_COLUMN, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import { type TaskRow, taskRowId } from '#renderer/view/matrix-rows.ts';
import type { ViewKind } from '#renderer/view/matrix-view.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { LightDef } from '#shared/domain/light.ts';
import { parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { spokenWords } from './cell-words.ts';
import { fillChanges } from './fill-roles.ts';
import type { MatrixChanges, RoleChange } from './matrix-changes.ts';
import { type MatrixSheet, progressTextOf, textOf } from './matrix-sheet.ts';
import { planPaste } from './plan-paste.ts';
import { placesIn, type RolePlace, rolesIn } from './selected-cells.ts';

/** What the model asks of the window around it, at the moment it is asked itself. */
export type MatrixWorld = {
  readonly kind: () => ViewKind;
  readonly agencies: () => readonly AgencyView[];
  readonly lights: () => readonly LightDef[];
  readonly carryOut: SheetModel<TaskRow, MatrixChanges>['carryOut'];
};

/** The matrix as a sheet: tasks down, agencies across, a mark in a cell. */
export function matrixModel({ kind, agencies, lights, carryOut }: MatrixWorld): SheetModel<TaskRow, MatrixChanges> {
  return {
    rowHead: NUMBER_COLUMN,
    mainColumn: TITLE_COLUMN,
    // The rows of its grid are headings and tasks; only tasks have cells.
    isRow: (row): row is TaskRow => 'kind' in row && row.kind === 'task',
    kindOf: (columnId) => {
      if (columnId === TITLE_COLUMN) return 'text';
      return agencyOfColumn(columnId) === null ? 'number' : 'mark';
    },
    typing: (columnId): Typing => {
      if (columnId === TITLE_COLUMN) return 'edits';
      if (agencyOfColumn(columnId) === null) return 'ignored';
      // A text typed into the progress view could mean anything.
      return kind() === 'roles' ? 'edits' : 'refused';
    },
    // The same title for several tasks helps no one.
    entersInAll: (columnId) => columnId !== TITLE_COLUMN,
    stampOf: () => null,
    textOf: (row, columnId) => (kind() === 'roles' ? textOf(row, columnId) : progressTextOf(row, columnId, lights())),
    spokenWords: (row, columnId) => {
      const agencyId = agencyOfColumn(columnId);
      const agency = agencies().find((candidate) => candidate.id === agencyId);
      return agency ? spokenWords(row, agency, lights()) : '';
    },
    placeOf: ({ taskId, agencyId }) => ({
      rowId: taskId === null ? null : taskRowId(taskId),
      columnId: agencyId === null ? null : agencyColumnId(agencyId),
    }),
    plan: planOrder,
    carryOut,
  };
}

function planOrder(sheet: MatrixSheet, order: SheetOrder): SheetPlan<MatrixChanges> {
  switch (order.kind) {
    case 'text':
      return planText(sheet, order.areas, order.text);
    case 'clear':
      return writing({ roles: changesTo(null, rolesIn(sheet, order.areas)), titles: [] });
    case 'fill':
      return writing({ roles: filled(sheet, order.fills), titles: [] });
    case 'paste':
      return planPaste(sheet, order);
    default:
      return assertNever(order);
  }
}

function* filled(sheet: MatrixSheet, fills: Extract<SheetOrder, { kind: 'fill' }>['fills']): Generator<RoleChange> {
  for (const fill of fills) yield* fillChanges(sheet, fill);
}

/** A text typed on a title is the title; anywhere else it names a role for every cell of the areas that can hold one. */
function planText(sheet: MatrixSheet, areas: readonly Area[], text: string): SheetPlan<MatrixChanges> {
  const task = titleAt(sheet, areas);
  if (task) {
    const title = oneLine(text);
    // The editor has one line: a title whose breaks alone went is left as it is.
    const same = title === oneLine(task.title);
    return writing({ roles: [], titles: same ? [] : [{ taskId: task.id, title }] });
  }
  const role = parseRoleMark(text);
  if (role === undefined) return refusing(new AppError('ROLE_TEXT_UNKNOWN', { text: text.trim() }));
  return writing({ roles: changesTo(role, placesIn(sheet, areas)), titles: [] });
}

/** The task whose title alone is meant. */
function titleAt(sheet: MatrixSheet, areas: readonly Area[]): TaskRow['task'] | undefined {
  const [area] = areas;
  const single = areas.length === 1 && area && area.top === area.bottom && area.left === area.right;
  return single && sheet.columns[area.left] === TITLE_COLUMN ? sheet.rows[area.top]?.task : undefined;
}

/** Places that hold the role already are left out. */
export function* changesTo(role: Role | null, places: Iterable<RolePlace>): Generator<RoleChange> {
  for (const { taskId, agencyId, role: present } of places) {
    if (present !== role) yield { taskId, agencyId, role };
  }
}
