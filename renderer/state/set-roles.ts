import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { client } from '../bridge/client.ts';
import type { PastePlan } from '../grid/paste.ts';
import { showError, showNotice } from '../ui/toasts.ts';
import { runStep } from './run-step.ts';

export type RoleChange = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

/** Sets or takes away roles as one step. Typing, menu, Delete and paste all end here. */
export async function setRoles(cells: readonly RoleChange[], origin: 'window' | 'paste' = 'window'): Promise<void> {
  if (cells.length === 0) return;
  await runStep(() => client.matrix.setRoles({ cells: [...cells], origin }));
}

/**
 * Takes what was typed into a cell. A text that names no role changes nothing and is answered with a sentence.
 *
 * @param before the role that stands in the cell
 */
export async function setRoleByText(
  taskId: TaskId,
  agencyId: AgencyId,
  text: string,
  before: Role | null,
): Promise<void> {
  const role = parseRoleMark(text);
  if (role === undefined) {
    showError(new AppError('ROLE_TEXT_UNKNOWN', { text: text.trim() }));
    return;
  }
  if (role !== before) await setRoles([{ taskId, agencyId, role }]);
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
