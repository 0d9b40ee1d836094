// A dump tells everything that was entered in the year, by names: two files that say the same give the same dump.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, ticket } from '#tests/helpers/an-office.ts';

const AGENCY = '县发展和改革局';

/** Enters one of each. */
async function enterAll(office: Office) {
  const { client } = office;
  const { taskId, agencyId, periodId } = await aCell(office, 16, AGENCY);
  const cell = { taskId, agencyId, periodId };
  const [target] = (await client.matrix.task({ taskId, periodId })).targets;
  if (!target) throw new Error('task 16 has a target');
  await client.target.set({ cells: [{ targetId: target.id, agencyId, periodId, value: 20 }] });
  const row = { id: null, agencyId, title: '印发方案', note: '' };
  await client.milestone.setOfTask({ taskId, milestones: [{ ...row, plannedOn: '2021-03-31', doneOn: null }] });
  const open = { dueOn: '2021-10-15', status: null, percent: null, doneOn: null };
  await client.subItem.setOfTask({ taskId, subItems: [{ ...row, ...open }] });
  const check = { result: 'confirmed', manner: '实地', checker: '李四', checkedOn: '2021-10-12', note: '' } as const;
  await client.verification.add({ verifications: [{ ...cell, ...check }] });
  const until = { dueOn: '2021-12-20', reason: '汛期影响', approver: '张三' };
  await client.deadline.extend({ places: [{ taskId, agencyId }], periodId, ...until });
  const file = path.join(office.folder, '验收意见.pdf');
  fs.writeFileSync(file, '验收意见');
  const closing = { places: [{ taskId, agencyId: null }], basis: '验收意见', closedOn: '2021-12-01' };
  await finish(await client.deadline.closeWithFiles({ ...closing, files: [{ file: ticket(file) }] }));
  await client.people.setOfTasks({ edits: [{ taskId, leadLeader: '张三' }] });
  await client.people.setContact({ agencyId, reporter: '王五', phone: '0356-1', since: '2021-10-01' });
  const call = { agencyId, manner: 'call' as const, tasks: [taskId], text: '请抓紧报送' };
  await client.reminder.add({ planId: PLAN, periodId, reminders: [call] });
  const words = { kind: 'meeting', content: '开展专项整治。', source: '常务会议', aroseOn: '2021-09-24' } as const;
  await client.matter.add({ planId: PLAN, ...words, workdays: 30 });
  const duties = await client.duty.list({ planId: PLAN });
  const monthly = duties.find(({ cadence }) => cadence === 'month');
  const [delivery] = (await client.duty.expected({ planId: PLAN })).filter(({ dutyId }) => dutyId === monthly?.id);
  if (!delivery) throw new Error('a duty is expected');
  const piece = { dutyId: delivery.dutyId, agencyId: delivery.agencyId, period: delivery.label };
  await client.duty.record({ records: [{ ...piece, title: '信息一', receivedOn: '2021-10-12' }] });
}

test('what was entered in the year is told by names, and goes with undo', async () => {
  const office = await anOffice();
  const before = await office.client.workspace.dump();
  await enterAll(office);
  const dump = await office.client.workspace.dump();
  const place = { task: 16, agency: AGENCY };
  const now = { ...place, period: expect.stringMatching(/^2021-/u) };
  expect(dump).toMatchObject({
    targetValues: [{ ...now, target: '粮食质量安全检验监测', value: 20, cumulative: null }],
    milestones: [{ ...place, title: '印发方案', plannedOn: '2021-03-31', doneOn: null }],
    subItems: [{ ...place, title: '印发方案', dueOn: '2021-10-15' }],
    verifications: [{ ...now, result: 'confirmed', manner: '实地', checker: '李四' }],
    evidence: [{ task: 16, agency: null, title: '验收意见', file: '验收意见.pdf', closedOn: '2021-12-01' }],
    extensions: [{ ...now, dueOn: '2021-12-20', reason: '汛期影响', approver: '张三' }],
    closings: [{ task: 16, agency: null, closedOn: '2021-12-01', basis: '验收意见', reopenedOn: null }],
    dutyRecords: [{ task: 52, title: '信息一', receivedOn: '2021-10-12' }],
    reminders: [{ agency: AGENCY, tasks: [16], manner: 'call', text: '请抓紧报送' }],
    matters: [{ task: 54, kind: 'meeting', source: '常务会议', workdays: 30 }],
    contacts: [{ agency: AGENCY, reporter: '王五', phone: '0356-1', since: '2021-10-01' }],
  });
  expect(dump.evidence[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
  expect(dump.tasks.find(({ task }) => task === 16)).toMatchObject({ leadLeader: '张三', cadence: null });
  expect(dump.targets).toContainEqual(expect.objectContaining({ task: 16, name: '粮食质量安全检验监测', value: 50 }));
  expect(dump.duties.map(({ task, title }) => [task, title])).toEqual(
    before.duties.map((duty) => [duty.task, duty.title]),
  );
  for (const part of ['targetValues', 'milestones', 'evidence', 'closings', 'reminders', 'dutyRecords'] as const) {
    for (const row of dump[part]) {
      expect(Object.keys(row).filter((key) => /Id$|^id$/u.test(key))).toEqual([]);
    }
  }
  while ((await office.client.workspace.overview()).undoLabel !== null) await office.client.history.undo();
  expect(await office.client.workspace.dump()).toEqual(before);
});

test('a task that was taken out is not in it, nor anything that hangs on it', async () => {
  const office = await anOffice();
  await enterAll(office);
  const { taskId } = await aCell(office, 16, AGENCY);
  const tasks = (await office.client.workspace.dump()).tasks.length;
  await office.client.task.remove({ planId: PLAN, taskIds: [taskId] });
  const dump = await office.client.workspace.dump();
  expect(dump.tasks).toHaveLength(tasks - 1);
  const { targets, targetValues, milestones, subItems, verifications, evidence, extensions, closings } = dump;
  const hanging = [targets, targetValues, milestones, subItems, verifications, evidence, extensions, closings].flat();
  expect(hanging.filter(({ task }) => task === 16)).toEqual([]);
  expect(targets.length).toBeGreaterThan(0);
  expect(dump.reminders).toMatchObject([{ agency: AGENCY, tasks: [] }]);
});
