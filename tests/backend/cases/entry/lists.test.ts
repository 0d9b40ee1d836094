// The lists of a task as calls: targets, milestones, sub-items; read back as they were written, and taken back by undo.
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, refusalOf } from '#tests/helpers/an-office.ts';

test('targets are added, changed and put in order, and the ledger shows them at once', async () => {
  const { client, ...office } = await anOffice();
  const { taskId, periodId, agencyId } = await aCell({ client, ...office }, 5, '县农业农村局');
  const shown = async () => (await client.ledger.read({ periodId, taskIds: [taskId] }))[0]?.targets ?? [];
  const target = { id: null, comparator: '≥', accumulates: null } as const;
  await client.target.setOfTask({
    taskId,
    targets: [
      { ...target, name: '检查', value: 20, unit: '家' },
      { ...target, name: '整改率', value: 100, unit: '%' },
    ],
  });
  const [first, second] = await shown();
  expect([first, second]).toMatchObject([
    { name: '检查', accumulates: 'sum' },
    { name: '整改率', accumulates: 'latest' },
  ]);
  if (!first || !second) throw new Error('two targets');
  await client.target.set({ cells: [{ targetId: first.id, agencyId, periodId, value: 3 }] });
  await client.target.setOfTask({
    taskId,
    targets: [
      { id: second.id, name: '整改率', comparator: '≥', value: 95, unit: '%', accumulates: null },
      { id: first.id, name: '检查', comparator: '≥', value: 20, unit: '家', accumulates: 'latest' },
    ],
  });
  expect(await shown()).toMatchObject([
    { id: second.id, target: 95 },
    { id: first.id, value: 3, accumulates: 'latest' },
  ]);
  const { targets } = await client.matrix.task({ taskId, periodId });
  expect(targets.map(({ text }) => text)).toEqual(['整改率不低于100%', '检查不低于20家']);
  for (let steps = 0; steps < 3; steps++) await client.history.undo();
  expect(await shown()).toEqual([]);
});

test('milestones and sub-items are read back in their order', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, agencyId } = await aCell(office, 5, '县农业农村局');
  const milestone = { id: null, agencyId: null, doneOn: null, note: '' };
  const planned = [
    { ...milestone, title: '二季度', plannedOn: '2021-06-30' },
    { ...milestone, title: '一季度', plannedOn: '2021-03-31', doneOn: '2021-04-02' },
  ];
  await client.milestone.setOfTask({ taskId, milestones: planned });
  const list = () => client.milestone.list({ planId: PLAN, taskIds: [taskId] });
  expect(await list()).toMatchObject([{ title: '二季度' }, { title: '一季度', doneOn: '2021-04-02' }]);
  expect(
    await refusalOf(
      client.milestone.setOfTask({ taskId, milestones: [{ ...milestone, title: ' ', plannedOn: '2021-06-30' }] }),
    ),
  ).toBe('BAD_PARAMS');
  await client.history.undo();
  expect(await list()).toEqual([]);

  const item = { id: null, agencyId, title: '乡镇检查', status: 'in-progress', percent: 40 } as const;
  await client.subItem.setOfTask({ taskId, subItems: [{ ...item, dueOn: '2021-06-30', doneOn: null, note: '' }] });
  expect(await client.subItem.list({ planId: PLAN })).toMatchObject([{ title: '乡镇检查', agencyId, percent: 40 }]);
});

test('a check that was entered by mistake is taken away', async () => {
  const office = await anOffice();
  const { client } = office;
  const cell = await aCell(office, 5, '县农业农村局');
  const check = { ...cell, result: 'confirmed', manner: '电话', checker: '张三', checkedOn: '2021-10-12' } as const;
  await client.verification.add({ verifications: [check, { ...check, checker: '李四' }] });
  const [newest] = (await client.entry.read(cell)).verifications;
  expect(newest?.checker).toBe('李四');
  if (newest) await client.verification.remove({ id: newest.id });
  expect((await client.entry.read(cell)).verifications).toMatchObject([{ checker: '张三' }]);
});
