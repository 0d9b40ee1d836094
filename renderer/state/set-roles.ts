import { parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { client } from '../bridge/client.ts';
import type { RoleChange } from '../grid/fill/fill.ts';
import type { PastePlan } from '../grid/paste.ts';
import type { RolePlace } from '../grid/selection/selected-cells.ts';
import { showError, showNotice } from '../ui/toasts.ts';
import { runStep } from './run-step.ts';

/** Sets or takes away roles as one step. Typing, menu, Delete and paste all end here. */
export async function setRoles(cells: readonly RoleChange[], origin: 'window' | 'paste' = 'window'): Promise<void> {
  if (cells.length === 0) return;
  await runStep(() => client.matrix.setRoles({ cells: [...cells], origin }));
}

/**
 * Takes a text meant for cells, as one step. A text that names no role changes nothing and is answered with a sentence.
 *
 * @param places the cells, with the roles that stand in them
 */
export async function setRolesByText(places: readonly RolePlace[], text: string): Promise<void> {
  const role = parseRoleMark(text);
  if (role === undefined) {
    showError(new AppError('ROLE_TEXT_UNKNOWN', { text: text.trim() }));
    return;
  }
  await setRoleOf(places, role);
}

/** Gives all the cells one role, or none, as one step. Those that hold it already are left out. */
export async function setRoleOf(places: readonly RolePlace[], role: Role | null): Promise<void> {
  const changing = places.filter((place) => place.role !== role);
  await setRoles(changing.map(({ taskId, agencyId }) => ({ taskId, agencyId, role })));
}

/** Takes a pasted block as one step, and says what of it lay outside of the matrix. */
export async function pasteRoles(plan: PastePlan): Promise<void> {
  if (plan.kind === 'unknown') {
    showError(new AppError('ROLE_TEXT_UNKNOWN', { text: plan.text }));
    return;
  }
  await setRoles(plan.cells, 'paste');
  if (plan.outside > 0) showNotice('部分内容没有粘贴', `超出矩阵范围的 ${plan.outside} 格没有粘贴。`);
}
