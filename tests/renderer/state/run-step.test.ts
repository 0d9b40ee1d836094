import { QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { AgencyId } from '#shared/domain/ids.ts';
import { MAX_ROLE_CELLS } from '#shared/domain/role.ts';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';
import { TODAY } from '#tests/helpers/an-office.ts';
import { aWindow, shownMatrix } from '../a-window.ts';

async function aShownWindow() {
  const window = await aWindow();
  const shown = await shownMatrix();
  const { runStep, succeeded } = await import('#renderer/state/run-step.ts');
  const { useWindowState } = await import('#renderer/state/window-state.ts');
  const { client, orpc } = await import('#renderer/bridge/client.ts');
  const first = nth(shown.tasks, 0);
  const free = shown.overview.agencies.filter(({ id }) => first.cells.every((cell) => cell.agencyId !== id));
  const setRole = (agencyId: AgencyId, role: 'lead' | 'cooperating' | null = 'cooperating') =>
    client.matrix.setRoles({ cells: [{ taskId: first.id, agencyId, role }] });
  const roleOf = (agencyId: AgencyId) => {
    const task = shown.matrixShown()?.tasks.find(({ id }) => id === first.id);
    return task?.cells.find((cell) => cell.agencyId === agencyId)?.role;
  };
  window.calls.length = 0;
  const agencyIds = [nth(free, 0).id, nth(free, 1).id] as const;
  return { ...window, ...shown, runStep, succeeded, useWindowState, client, orpc, setRole, roleOf, agencyIds };
}

test('a step is on show when it has ended, with the labels of what undo would do and the time of saving', async () => {
  const { runStep, useWindowState, setRole, roleOf, agencyIds, calls } = await aShownWindow();
  const [agencyId] = agencyIds;
  const step = runStep(() => setRole(agencyId));
  await expect.poll(() => useWindowState.getState().save.kind).toBe('saving');
  const outcome = await step;
  expect(roleOf(agencyId)).toBe('cooperating');
  expect(useWindowState.getState()).toMatchObject({
    save: { kind: 'saved', at: TODAY.toISOString() },
    undoLabel: expect.stringContaining('设为配合'),
    redoLabel: null,
  });
  expect(outcome).toMatchObject({ touched: [{ agencyId }] });
  // The touched row alone is read for it.
  expect(calls.filter((call) => call.startsWith('matrix.'))).toEqual(['matrix.setRoles', 'matrix.read']);
});

test('steps of a fast hand run one after another, each worked out on what the last one has left', async () => {
  const { runStep, setRole, roleOf, agencyIds, calls, useWindowState } = await aShownWindow();
  const [agencyId, other] = agencyIds;
  const seen: unknown[] = [];
  const steps = [
    runStep(() => setRole(agencyId, 'lead')),
    runStep(() => {
      seen.push(roleOf(agencyId), useWindowState.getState().save.kind);
      return setRole(agencyId, null);
    }),
    runStep(() => {
      seen.push(roleOf(agencyId));
      return setRole(other);
    }),
  ];
  await Promise.all(steps);
  // Not 已保存 while another one is still on its way.
  expect(seen).toEqual(['lead', 'saving', undefined]);
  expect(roleOf(other)).toBe('cooperating');
  expect(useWindowState.getState().save.kind).toBe('saved');
  const order = ['matrix.setRoles', 'matrix.read'];
  expect(calls.filter((call) => call.startsWith('matrix.'))).toEqual([...order, ...order, ...order]);
});

test('a step that is refused is told, changes nothing, and does not hold up those after it', async () => {
  const { runStep, succeeded, client, setRole, roleOf, agencyIds, told, useWindowState } = await aShownWindow();
  const [agencyId] = agencyIds;
  const refused = runStep(() => client.history.undo({}));
  const next = runStep(() => setRole(agencyId));
  expect(await refused).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  expect(told).toHaveBeenCalledTimes(1);
  expect(succeeded(await next)).toBe(true);
  expect(roleOf(agencyId)).toBe('cooperating');
  expect(useWindowState.getState().save.kind).toBe('saved');
});

test('what is thrown while a step is worked out is told like a refusal of the call', async () => {
  const { runStep, told, calls, useWindowState, AppError } = await aShownWindow();
  const outcome = await runStep(() => {
    throw new AppError('TOO_MANY_CELLS', { limit: MAX_ROLE_CELLS });
  });
  expect(outcome).toMatchObject({ code: 'TOO_MANY_CELLS' });
  expect(told).toHaveBeenCalledTimes(1);
  expect(calls).toEqual([]);
  expect(useWindowState.getState().save.kind).toBe('idle');
});

test('when nothing is to be changed no call is made and nothing is told', async () => {
  const { runStep, told, calls, useWindowState } = await aShownWindow();
  expect(await runStep(() => null)).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
  expect(told).not.toHaveBeenCalled();
  expect(calls).toEqual([]);
  expect(useWindowState.getState().save.kind).toBe('idle');
});

test('a change that could not be written stays said in the status bar', async () => {
  const { runStep, useWindowState, AppError } = await aShownWindow();
  await runStep(() => Promise.reject(new AppError('DISK_FULL', { file: '责任矩阵.db' })));
  expect(useWindowState.getState().save).toMatchObject({ kind: 'failed', message: expect.stringContaining('磁盘') });
});

test('what a step may have touched elsewhere is asked again: other periods are forgotten, lists are out of date', async () => {
  const { runStep, setRole, agencyIds, queryClient, orpc, overview, periodId, matrixOptions, tasks } =
    await aShownWindow();
  const other = nth(
    overview.periods.filter(({ id }) => id !== periodId),
    0,
  ).id;
  const detail = orpc.matrix.task.queryOptions({ input: { taskId: nth(tasks, 0).id, periodId } });
  const history = orpc.history.list.queryOptions({ input: { limit: 5 } });
  await queryClient.fetchQuery(matrixOptions(other));
  await queryClient.fetchQuery(detail);
  await queryClient.fetchQuery(history);
  await runStep(() => setRole(agencyIds[0]));
  expect(queryClient.getQueryState(matrixOptions(other).queryKey)).toBeUndefined();
  expect(queryClient.getQueryState(matrixOptions(periodId).queryKey)?.isInvalidated).toBe(false);
  for (const { queryKey } of [detail, history]) expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true);
});

test('a task that was inserted is shown in its place: the order of all is read again', async () => {
  const { runStep, client, matrixShown, tasks, queryClient, matrixOptions, periodId } = await aShownWindow();
  // The grid looks at it: what nobody looks at is only marked as out of date.
  onTestFinished(new QueryObserver(queryClient, matrixOptions(periodId)).subscribe(() => undefined));
  await runStep(() => client.task.insert({ planId: PLAN, place: { before: nth(tasks, 1).id } }));
  const after = matrixShown()?.tasks ?? [];
  expect(after).toHaveLength(tasks.length + 1);
  expect(after[0]?.id).toBe(tasks[0]?.id);
  expect(after[2]?.id).toBe(tasks[1]?.id);
});

// Ctrl+D or Delete pressed right after 已保存 did nothing now and then: the rows were read, but the grid had not taken
// them yet, and the step was worked out on those of before.
test('a key that comes while the rows of the last step are being painted waits for them', async () => {
  const { runStep, setRole, agencyIds } = await aShownWindow();
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  await runStep(() => setRole(agencyIds[0]));
  let isWorkedOut = false;
  const next = runStep(() => {
    isWorkedOut = true;
    return null;
  });
  await expect.poll(() => frames).toHaveLength(1);
  expect(isWorkedOut).toBe(false);
  frames[0]?.(0);
  frames[1]?.(0);
  await next;
  expect(isWorkedOut).toBe(true);
});

test('a plan that is on show and taken back goes without a word of its period', async () => {
  const { runStep, client, queryClient, overviewOptions, matrixOptions, told, orpc } = await aShownWindow();
  await client.year.copy({ planId: PLAN, year: 2022 });
  await queryClient.invalidateQueries({ queryKey: orpc.workspace.overview.key() });
  const { plan, currentPeriodId } = await queryClient.fetchQuery(overviewOptions(null));
  expect(plan.year).toBe(2022);
  await queryClient.fetchQuery(matrixOptions(currentPeriodId));
  const outcome = await runStep(() => client.history.undo({}));
  expect(outcome).toMatchObject({ touched: expect.any(Array) });
  expect(told).not.toHaveBeenCalled();
});
