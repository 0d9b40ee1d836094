import { expect, test } from 'vitest';
import type { MatrixChanges } from '#renderer/grid/matrix/matrix-changes.ts';
import type { SheetPlan } from '#renderer/grid/sheet/sheet-model.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { MAX_ROLE_CELLS } from '#shared/domain/role.ts';
import { nth } from '#tests/helpers/a-plan.ts';
import { aWindow, shownMatrix } from '../a-window.ts';

const nowhere = { areas: [], skipped: 0, outside: 0 };
const writing = (changes: Partial<MatrixChanges>, rest: { skipped?: number } = {}): SheetPlan<MatrixChanges> => ({
  kind: 'write',
  changes: { roles: [], titles: [], ...changes },
  ...nowhere,
  ...rest,
});

async function aShownWindow() {
  const window = await aWindow();
  const shown = await shownMatrix();
  const { setRoles, setRoleOf } = await import('#renderer/steps/set-roles.ts');
  const task = nth(shown.tasks, 0);
  const free = nth(
    shown.overview.agencies.filter(({ id }) => task.cells.every((cell) => cell.agencyId !== id)),
    0,
  );
  const newest = async () => nth(await window.office.client.history.list({ limit: 1 }), 0);
  window.calls.length = 0;
  return { ...window, ...shown, setRoles, setRoleOf, task, agencyId: free.id, newest };
}

test.each([
  ['text', 'typed'],
  ['clear', 'typed'],
  ['fill', 'filled'],
  ['paste', 'pasted'],
] as const)('an order to %s is one step that the log calls %s', async (kind, manner) => {
  const { setRoles, task, agencyId, newest } = await aShownWindow();
  const plan = writing({ roles: [{ taskId: task.id, agencyId, role: 'cooperating' }] });
  expect(await setRoles(() => plan, { kind })).toBe('stored');
  expect(await newest()).toMatchObject({ code: 'matrix.setRoles', manner });
});

test('a title that was typed is a change of the text; one that was pasted comes with its roles in one step', async () => {
  const { setRoles, task, agencyId, newest, matrixShown } = await aShownWindow();
  const titles = [{ taskId: task.id, title: '新的标题' }];
  await setRoles(() => writing({ titles }), { kind: 'text' });
  expect(await newest()).toMatchObject({ code: 'task.setText' });
  const roles = [{ taskId: task.id, agencyId, role: 'lead' as const }];
  await setRoles(() => writing({ roles, titles: [{ taskId: task.id, title: '贴来的标题' }] }), { kind: 'paste' });
  expect(await newest()).toMatchObject({ code: 'matrix.setRoles', changes: 2 });
  expect(matrixShown()?.tasks[0]?.title).toBe('贴来的标题');
});

test('a plan that refuses is told and calls nothing; an order that changes nothing is silent', async () => {
  const { setRoles, calls, told, AppError } = await aShownWindow();
  const error = new AppError('ROLE_TEXT_UNKNOWN', { text: '主席' });
  expect(await setRoles(() => ({ kind: 'refused', error }), { kind: 'text' })).toBe('refused');
  expect(told).toHaveBeenCalledTimes(1);
  expect(told.mock.calls[0]?.[0]).toMatchObject({ title: expect.stringContaining('主席') });
  expect(await setRoles(() => writing({}), { kind: 'clear' })).toBe('nothing');
  expect(told).toHaveBeenCalledTimes(1);
  expect(calls).toEqual([]);
});

test('what of a paste could not be taken is said after the rest is stored', async () => {
  const { setRoles, task, agencyId, told } = await aShownWindow();
  const roles = [{ taskId: task.id, agencyId, role: 'lead' as const }];
  expect(await setRoles(() => writing({ roles }, { skipped: 2 }), { kind: 'paste' })).toBe('stored');
  expect(told.mock.calls.map(([toast]) => toast.description)).toEqual([
    expect.stringContaining('不能修改的 2 格没有粘贴'),
  ]);
});

test('more cells than a step may have are refused at the first one too many, and never gathered', async () => {
  const { setRoles, calls, told } = await aShownWindow();
  let given = 0;
  function* endless() {
    for (;;) {
      given += 1;
      yield { taskId: 1 as TaskId, agencyId: 1 as AgencyId, role: 'lead' as const };
    }
  }
  expect(await setRoles(() => writing({ roles: endless() }), { kind: 'fill' })).toBe('refused');
  expect(given).toBe(MAX_ROLE_CELLS + 1);
  expect(told).toHaveBeenCalledTimes(1);
  expect(calls).toEqual([]);
});

test('cells that hold the role already are left out, and all of them left out is no step', async () => {
  const { setRoleOf, task, agencyId, calls, newest } = await aShownWindow();
  const holding = nth(task.cells, 0);
  const place = { taskId: task.id, agencyId: holding.agencyId, role: holding.role };
  await setRoleOf(() => [place], holding.role);
  expect(calls).toEqual([]);
  await setRoleOf(() => [place, { taskId: task.id, agencyId, role: null }], holding.role);
  expect(await newest()).toMatchObject({ changes: 1, manner: 'typed' });
});
