import { MAX_ROLE_CELLS, parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { client } from '../bridge/client.ts';
import type { PastePlan, TitleChange } from '../grid/clipboard/plan-paste.ts';
import type { RoleChange } from '../grid/fill/fill.ts';
import type { RolePlace } from '../grid/selection/selected-cells.ts';
import { showError, showNotice } from '../ui/toasts.ts';
import { pasteNotice } from './paste-notice.ts';
import { runStep, succeeded } from './run-step.ts';

/**
 * Sets or takes away roles, as one step.
 *
 * @param cells asked for when the step's turn has come, with everything done before it on show
 */
export async function setRoles(cells: () => readonly RoleChange[]): Promise<void> {
  await runStep(() => roleCall(cells(), [], 'window'));
}

/** The one call that typing, menus, filling and pasting end in. */
function roleCall(cells: readonly RoleChange[], titles: readonly TitleChange[], origin: 'window' | 'paste') {
  if (cells.length === 0 && titles.length === 0) return null;
  if (cells.length > MAX_ROLE_CELLS) return Promise.reject(new AppError('TOO_MANY_CELLS', { limit: MAX_ROLE_CELLS }));
  return client.matrix.setRoles({ cells: [...cells], titles: [...titles], origin });
}

/**
 * Takes a text meant for cells, as one step. A text that names no role changes nothing and is answered with a sentence.
 *
 * @param places the cells, with the roles that stand in them
 */
export async function setRolesByText(places: () => readonly RolePlace[], text: string): Promise<void> {
  const role = parseRoleMark(text);
  if (role === undefined) {
    showError(new AppError('ROLE_TEXT_UNKNOWN', { text: text.trim() }));
    return;
  }
  await setRoleOf(places, role);
}

/** Gives all the cells one role, or none, as one step. Those that hold it already are left out. */
export async function setRoleOf(places: () => readonly RolePlace[], role: Role | null): Promise<void> {
  await setRoles(() =>
    places()
      .filter((place) => place.role !== role)
      .map(({ taskId, agencyId }) => ({ taskId, agencyId, role })),
  );
}

/** Takes a pasted block as one step, and says what of it could not be taken. */
export async function paste(makePlan: () => PastePlan): Promise<void> {
  let plan: PastePlan | undefined;
  const outcome = await runStep(() => {
    plan = makePlan();
    return plan.kind === 'refused' ? Promise.reject(plan.error) : roleCall(plan.roles, plan.titles, 'paste');
  });
  const notice = plan?.kind === 'write' ? pasteNotice(plan, succeeded(outcome) ? 'stored' : outcome.code) : null;
  if (notice) showNotice(notice.title, notice.message);
}
