// A group agency (各乡镇人民政府) whose members are known: they owe through it. Its own cell shows the most pressing of
// their lights, and ledger, forms and the task itself have each of them.
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, ticket } from '#tests/helpers/an-office.ts';

const TASK = 5;

/** A group of 县教育局 and 县文化和旅游局 that cooperates in task 5, where 县教育局 has no role of its own. */
async function withGroup(office: Office) {
  const { client } = office;
  const first = await aCell(office, TASK, '县教育局');
  const second = await aCell(office, TASK, '县文化和旅游局');
  const { agencies } = await client.workspace.overview();
  const group = agencies.find(({ name }) => name === '各乡镇人民政府');
  if (!group) throw new Error('no group');
  const { taskId, periodId } = first;
  const task = await client.matrix.task({ taskId, periodId });
  const own = new Set(task.assignments.map(({ agencyId }) => agencyId));
  expect([own.has(first.agencyId), own.has(second.agencyId)]).toEqual([false, false]);
  await client.agency.update({ agencyId: group.id, patch: { members: [first.agencyId, second.agencyId] } });
  await client.matrix.setRoles({
    cells: [{ taskId, agencyId: group.id, role: 'cooperating' }],
    manner: 'typed',
  });
  return { taskId, periodId, group: group.id, members: [first.agencyId, second.agencyId] as const };
}

test('the cell of a group shows the most pressing light of its members, and changes with their reports', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, periodId, group, members } = await withGroup(office);
  const lightOfGroup = async () => {
    const [task] = await client.matrix.read({ periodId, taskIds: [taskId] });
    return task?.cells.find(({ agencyId }) => agencyId === group)?.light;
  };
  const report = (agencyId: (typeof members)[number], status: 'done' | 'blocked') =>
    client.progress.set({ entries: [{ taskId, agencyId, periodId, patch: { status } }] });
  expect(await lightOfGroup()).toBe('due-soon');
  await report(members[0], 'done');
  expect(await lightOfGroup()).toBe('due-soon');
  await report(members[1], 'blocked');
  expect(await lightOfGroup()).toBe('blocked');
  await report(members[1], 'done');
  expect(await lightOfGroup()).toBe('done');
});

test('the task names each member after the group, with what it has reported', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, periodId, group, members } = await withGroup(office);
  await client.progress.set({
    entries: [{ taskId, agencyId: members[1], periodId, patch: { narrative: '已拨付经费' } }],
  });
  const { assignments } = await client.matrix.task({ taskId, periodId });
  const place = assignments.findIndex(({ agencyId }) => agencyId === group);
  expect(assignments[place]?.because).toBe('由2家成员单位报送，已报1家，其中临近时限1家');
  const after = assignments.slice(place + 1);
  expect(after.map(({ agencyName, origin, light }) => [agencyName, origin, light])).toEqual([
    ['县教育局', 'inherited', 'due-soon'],
    ['县文化和旅游局', 'inherited', 'reported'],
  ]);
  // What was said stands, and no status is made up for it.
  expect(after[1]).toMatchObject({
    progress: { status: null, narrative: '已拨付经费' },
    because: '已报送，未注明状态',
  });
});

test('the ledger has a row for each member, and each member gets a form with the task on it', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const { taskId, periodId, members } = await withGroup(office);
  const ledger = await client.exports.printTable({
    planId: PLAN,
    layout: 'ledger',
    periodId,
    withLights: true,
    taskIds: [taskId],
  });
  const units = ledger.items.flatMap((item) => (item.kind === 'row' ? [item.cells[2]] : []));
  expect(units.slice(-3)).toEqual(['各乡镇人民政府', '县教育局', '县文化和旅游局']);
  const sent = await finish(await client.forms.send({ periodId, folder: ticket(folder) }));
  const names = sent.map(({ fileName }) => fileName);
  expect(names.filter((name) => name.startsWith('各乡镇人民政府'))).toEqual([]);
  expect(names).toContain('县教育局—2021年食品安全重点工作安排—2021年10月.xlsx');
  expect(fs.readdirSync(folder)).toEqual(expect.arrayContaining(names));
  const [form] = await finish(await client.forms.send({ periodId, agencyIds: [members[1]], folder: ticket(folder) }));
  const before = sent.find(({ agencyId }) => agencyId === members[1]);
  expect(before?.rows).toBeGreaterThan(0);
  expect(form).toMatchObject({ rows: before?.rows, version: 2 });
});

test('a task nobody is responsible for stands in the ledger all the same', async () => {
  const office = await anOffice();
  const { client } = office;
  const { currentPeriodId: periodId, sections } = await client.workspace.overview();
  const place = { endOf: sections[0]?.id ?? null };
  await client.task.insert({ planId: PLAN, place, tasks: [{ title: '无人负责的任务', content: '' }] });
  const ledger = await client.exports.printTable({ planId: PLAN, layout: 'ledger', periodId, withLights: true });
  const row = ledger.items.find((item) => item.kind === 'row' && item.cells[1] === '无人负责的任务');
  expect(row).toMatchObject({ kind: 'row', lights: [] });
  expect(row?.kind === 'row' && row.cells.slice(2).join('')).toBe('');
});
