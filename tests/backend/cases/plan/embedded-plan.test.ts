import { expect, test } from 'vitest';
import { aCell, anOffice, refusalOf } from '#tests/helpers/an-office.ts';

test('the first start makes a healthy data file of the embedded plan', async () => {
  const { client } = await anOffice();
  const overview = await client.workspace.overview();
  expect(overview.plan).toMatchObject({
    title: '泽州县2021年食品安全重点工作安排',
    documentNumber: '泽政办发〔2021〕31号',
    issuedOn: '2021-10-07',
  });
  expect(overview.sections).toHaveLength(10);
  expect(overview.agencies).toHaveLength(25);
  expect(overview.periods).toHaveLength(12);
  expect(await client.workspace.check()).toEqual([]);
  const tasks = await client.matrix.read({ periodId: overview.currentPeriodId });
  expect(tasks).toHaveLength(53);
  const roles = tasks.flatMap((task) => task.cells.map((cell) => cell.role));
  expect(roles.filter((role) => role === 'lead')).toHaveLength(30);
  expect(roles.filter((role) => role === 'co-responsible')).toHaveLength(71);
  expect(roles.filter((role) => role === 'cooperating')).toHaveLength(2);
});

test('the alias of task 16 is the same agency, and the cell still shows the words of the document', async () => {
  const office = await anOffice();
  const { taskId, periodId } = await aCell(office, 16, '县发展和改革局');
  const detail = await office.client.matrix.task({ taskId, periodId });
  expect(detail.assignments).toMatchObject([
    { agencyName: '县发展和改革局', writtenAs: '县发展和改革委员会', role: 'lead' },
  ]);
});

test('the current period is the month of the clock, and is due on the day the plan names', async () => {
  const { client } = await anOffice();
  const { periods, currentPeriodId } = await client.workspace.overview();
  expect(periods.find((period) => period.id === currentPeriodId)).toMatchObject({
    label: '2021-10',
    dueOn: '2021-10-15',
  });
});

test('what was changed is there after a restart, and can still be undone', async () => {
  const office = await anOffice();
  const { taskId, agencyId } = await aCell(office, 5, '县公安局');
  await office.client.matrix.setRoles({ cells: [{ taskId, agencyId, role: 'cooperating' }] });
  const again = await office.reopen();
  expect((await again.client.workspace.overview()).undoLabel).toBe('设为配合：第 5 项 公安局');
  await again.client.history.undo({});
  const { assignments } = await again.client.workspace.dump();
  expect(assignments.filter((assignment) => assignment.task === 5)).toHaveLength(1);
});

test('progress turns the light of its cell, and undo turns it back', async () => {
  const office = await anOffice();
  const cell = await aCell(office, 5, '县农业农村局');
  const light = async () => {
    const [task] = await office.client.matrix.read({ periodId: cell.periodId, taskIds: [cell.taskId] });
    return task?.cells[0]?.light;
  };
  expect(await light()).toBe('due-soon');
  await office.client.progress.set({ entries: [{ ...cell, patch: { status: 'done', narrative: '已完成' } }] });
  expect(await light()).toBe('done');
  await office.client.history.undo({});
  expect(await light()).toBe('due-soon');
});

test('params that do not fit are refused with the path to the bad value', async () => {
  const { client } = await anOffice();
  // A cell as a broken client might send it.
  const bad = { cells: [{ taskId: 1, agencyId: 'x', role: 'boss' }] } as never;
  expect(await refusalOf(client.matrix.setRoles(bad))).toBe('BAD_PARAMS');
});

test('after closing has begun, calls are refused with a code', async () => {
  const office = await anOffice();
  await office.close();
  expect(await refusalOf(office.client.workspace.overview())).toBe('CLOSING');
});
