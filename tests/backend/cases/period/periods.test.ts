import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, refusalOf } from '#tests/helpers/an-office.ts';

test('periods say what is owed and reported; closing says what is missing and freezes, reopening thaws', async () => {
  const office = await anOffice();
  const { client } = office;
  const cell = await aCell(office, 5, '县农业农村局');
  const { periodId } = cell;
  const standing = async () => (await client.period.list({ planId: PLAN })).find(({ id }) => id === periodId);
  const before = await standing();
  expect(before).toMatchObject({ label: '2021-10', kind: 'month', dueOn: '2021-10-15', closedOn: null, reported: 0 });
  const owed = before?.owed ?? 0;
  expect(owed).toBeGreaterThan(100);

  const gaps = await client.period.gaps({ periodId });
  expect(gaps).toMatchObject({ owed, missing: owed });
  expect(gaps.agencies.reduce((sum, { tasks }) => sum + tasks.length, 0)).toBe(owed);
  expect(gaps.agencies.find(({ agencyId }) => agencyId === cell.agencyId)?.tasks).toContain(5);

  await client.progress.set({ entries: [{ ...cell, patch: { status: 'in-progress' } }] });
  const after = await client.period.gaps({ periodId });
  expect(after.missing).toBe(owed - 1);
  expect(after.agencies.find(({ agencyId }) => agencyId === cell.agencyId)?.tasks ?? []).not.toContain(5);

  const closed = await client.period.close({ periodId });
  expect(closed.label).toBe(`关闭2021年10月（应报 ${owed} 项，未报 ${owed - 1} 项）`);
  expect(await standing()).toMatchObject({ closedOn: '2021-10-12', owed, reported: 1 });
  const write = () => client.progress.set({ entries: [{ ...cell, patch: { status: 'done' } }] });
  expect(await refusalOf(write())).toBe('PERIOD_CLOSED');
  expect(await refusalOf(client.period.reopen({ periodId, reason: '' }))).toBe('REASON_MISSING');
  await client.period.reopen({ periodId, reason: '县农业农村局更正' });
  await write();
  expect(await standing()).toMatchObject({ closedOn: null, reported: 1 });
});

test('a group whose members owe through it is counted by its members', async () => {
  const office = await anOffice();
  const { client } = office;
  const { periodId, agencyId: member } = await aCell(office, 5, '县农业农村局');
  const { agencies } = await client.workspace.overview();
  const gapsOf = async () => (await client.period.gaps({ periodId })).agencies;
  const groups = new Set(agencies.filter(({ kind }) => kind === 'group').map(({ id }) => id));
  const group = (await gapsOf()).find(({ agencyId }) => groups.has(agencyId));
  if (!group) throw new Error('no group owes anything');
  await client.agency.update({ agencyId: group.agencyId, patch: { members: [member] } });
  const after = await gapsOf();
  expect(after.some(({ agencyId }) => agencyId === group.agencyId)).toBe(false);
  expect(after.find(({ agencyId }) => agencyId === member)?.tasks).toEqual(expect.arrayContaining([...group.tasks]));
});
