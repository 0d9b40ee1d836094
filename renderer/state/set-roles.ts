import { MAX_ROLE_CELLS, parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { client } from '../bridge/client.ts';
import type { PastePlan, TitleChange } from '../grid/clipboard/plan-paste.ts';
import type { RoleChange } from '../grid/fill/fill.ts';
import type { RolePlace } from '../grid/selection/selected-cells.ts';
import { showError, showNotice } from '../ui/toasts.ts';
import { runStep } from './run-step.ts';

/** Sets or takes away roles, and titles pasted beside them, as one step. Typing, menu, filling and paste end here. */
export async function setRoles(
  cells: readonly RoleChange[],
  { origin = 'window', titles = [] }: { origin?: 'window' | 'paste'; titles?: readonly TitleChange[] } = {},
): Promise<void> {
  if (cells.length === 0 && titles.length === 0) return;
  if (cells.length > MAX_ROLE_CELLS) {
    showError(new AppError('TOO_MANY_CELLS', { limit: MAX_ROLE_CELLS }));
    return;
  }
  await runStep(() => client.matrix.setRoles({ cells: [...cells], titles: [...titles], origin }));
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

/** Takes a pasted block as one step, and says what of it could not be taken. */
export async function paste(plan: PastePlan): Promise<void> {
  if (plan.kind === 'refused') {
    showError(plan.error);
    return;
  }
  await setRoles(plan.roles, { origin: 'paste', titles: plan.titles });
  const left = [
    plan.outside > 0 ? `超出矩阵范围的 ${plan.outside} 格` : '',
    plan.skipped > 0 ? `不能修改的 ${plan.skipped} 格` : '',
  ].filter((words) => words !== '');
  if (left.length > 0) showNotice('部分内容没有粘贴', `${left.join('、')}没有粘贴，其余已粘贴。`);
}
