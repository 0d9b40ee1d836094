import { client } from '#renderer/bridge/client.ts';
import type { RoleChange } from '#renderer/grid/matrix/fill-roles.ts';
import type { PastePlan, TitleChange } from '#renderer/grid/matrix/plan-paste.ts';
import type { RolePlace } from '#renderer/grid/matrix/selected-cells.ts';
import { runStep, succeeded } from '#renderer/state/run-step.ts';
import { showError, showNotice } from '#renderer/ui/toasts.ts';
import { MAX_ROLE_CELLS, parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { pasteNotice } from './paste-notice.ts';

/**
 * Sets or takes away roles, as one step.
 *
 * @param cells asked for when the step's turn has come, with everything done before it on show
 */
export async function setRoles(cells: () => Iterable<RoleChange>): Promise<void> {
  await runStep(() => roleCall(cells(), [], 'typed'));
}

/** The one call that typing, menus, filling and pasting end in. */
function roleCall(cells: Iterable<RoleChange>, titles: readonly TitleChange[], manner: 'typed' | 'pasted') {
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

/**
 * Takes a text meant for cells, as one step. A text that names no role changes nothing and is answered with a sentence.
 *
 * @param places the cells, with the roles that stand in them
 */
export async function setRolesByText(places: () => Iterable<RolePlace>, text: string): Promise<void> {
  const role = parseRoleMark(text);
  if (role === undefined) {
    showError(new AppError('ROLE_TEXT_UNKNOWN', { text: text.trim() }));
    return;
  }
  await setRoleOf(places, role);
}

/** Gives all the cells one role, or none, as one step. Those that hold it already are left out. */
export async function setRoleOf(places: () => Iterable<RolePlace>, role: Role | null): Promise<void> {
  await setRoles(function* () {
    for (const { taskId, agencyId, role: present } of places()) {
      if (present !== role) yield { taskId, agencyId, role };
    }
  });
}

/** Takes a pasted block as one step, and says what of it could not be taken. */
export async function paste(makePlan: () => PastePlan): Promise<void> {
  let plan: PastePlan | undefined;
  const outcome = await runStep(() => {
    plan = makePlan();
    return plan.kind === 'refused' ? Promise.reject(plan.error) : roleCall(plan.roles, plan.titles, 'pasted');
  });
  const notice = plan?.kind === 'write' ? pasteNotice(plan, succeeded(outcome) ? 'stored' : outcome.code) : null;
  if (notice) showNotice(notice.title, notice.message);
}
