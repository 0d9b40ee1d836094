import { client } from '#renderer/bridge/client.ts';
import type { MatrixChanges, RoleChange, TitleChange } from '#renderer/grid/matrix/matrix-changes.ts';
import { changesTo } from '#renderer/grid/matrix/matrix-model.ts';
import type { RolePlace } from '#renderer/grid/matrix/selected-cells.ts';
import {
  type CellManner,
  mannerOf,
  type SheetOrder,
  type SheetOutcome,
  type SheetPlan,
} from '#renderer/grid/sheet/sheet-model.ts';
import { runStep } from '#renderer/state/run-step.ts';
import { MAX_ROLE_CELLS, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { carryOut } from './carry-out.ts';

/** The one call that typing, menus, filling and pasting end in. */
function roleCall(cells: Iterable<RoleChange>, titles: readonly TitleChange[], manner: CellManner) {
  const given = upTo(MAX_ROLE_CELLS, cells);
  if (given.length === 0 && titles.length === 0) return null;
  return client.matrix.setRoles({ cells: given, titles: [...titles], manner });
}

/** @throws AppError TOO_MANY_CELLS at the first one too many: two million are never gathered */
function upTo(limit: number, cells: Iterable<RoleChange>): RoleChange[] {
  const list: RoleChange[] = [];
  for (const cell of cells) {
    if (list.length === limit) throw new AppError('TOO_MANY_CELLS', { limit });
    list.push(cell);
  }
  return list;
}

/** Gives all the cells one role, or none, as one step. Those that hold it already are left out. */
export async function setRoleOf(places: () => Iterable<RolePlace>, role: Role | null): Promise<void> {
  await runStep(() => roleCall(changesTo(role, places()), [], 'typed'));
}

/** Carries out what was typed, filled, cleared or pasted in the matrix. */
export function setRoles(
  makePlan: () => SheetPlan<MatrixChanges>,
  { kind }: Pick<SheetOrder, 'kind'>,
): Promise<SheetOutcome> {
  const call = ({ roles, titles }: MatrixChanges) =>
    // A title that was typed is a change of the task's text, with its own name in the log.
    kind === 'text' && titles.length > 0
      ? client.task.setText({ edits: [...titles] })
      : roleCall(roles, titles, mannerOf(kind));
  return carryOut(makePlan, call, '矩阵');
}
