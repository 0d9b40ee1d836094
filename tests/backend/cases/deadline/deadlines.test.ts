import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, ticket } from '#tests/helpers/an-office.ts';

const at = (day: string) => () => new Date(`${day}T09:00:00`);

/** What is late or soon due of task 53 (each by 20 November 2021, a Saturday) on that day. */
async function annualReport(day: string, within?: number) {
  const { client } = await anOffice(at(day));
  const rows = await client.deadline.overdue({ planId: PLAN, ...(within === undefined ? {} : { within }) });
  return rows
    .filter(({ task, dueOn }) => task === 53 && dueOn.startsWith('2021-11-2'))
    .map(({ agency, days }) => [agency, days]);
}

const BOTH = ['各乡镇人民政府', '县食品安全委员会各成员单位'];

test('task 53 is due on 20 November 2021: soon the day before, today on it, late the day after', async () => {
  expect(await annualReport('2021-11-19')).toEqual([]);
  expect(await annualReport('2021-11-19', 1)).toEqual(BOTH.map((agency) => [agency, -1]));
  expect(await annualReport('2021-11-20')).toEqual([]);
  expect(await annualReport('2021-11-21')).toEqual(BOTH.map((agency) => [agency, 1]));
});

test('a report that is put off is late from the later day on, and no more once the period is closed', async () => {
  const { client } = await anOffice(at('2021-10-18'));
  const { periods } = await client.workspace.overview();
  const october = periods.find(({ label }) => label === '2021-10');
  const tasks = await client.matrix.read({ periodId: october?.id ?? (0 as never) });
  const task = tasks.find(({ number }) => number === 5);
  if (!october || !task) throw new Error('no such place');
  const late = async () =>
    (await client.deadline.overdue({ planId: PLAN }))
      .filter((row) => row.task === 5 && row.period === '2021-10')
      .map(({ agency, dueOn, days, because }) => ({ agency, dueOn, days, because }));
  const because = '2021年10月尚未报送，时限2021年10月15日，已逾期3天';
  expect(await late()).toEqual([{ agency: '县农业农村局', dueOn: '2021-10-15', days: 3, because }]);

  const agencyId = task.cells[0]?.agencyId ?? null;
  const words = { reason: '汛期影响', approver: '张三' };
  await client.deadline.extend({
    places: [{ taskId: task.id, agencyId }],
    periodId: october.id,
    dueOn: '2021-10-25',
    ...words,
  });
  expect(await late()).toEqual([]);
  await client.deadline.extend({
    places: [{ taskId: task.id, agencyId }],
    periodId: october.id,
    dueOn: '2021-10-16',
    ...words,
  });
  expect(await late()).toMatchObject([{ dueOn: '2021-10-16', days: 2 }]);
  const [listed] = await client.deadline.list({ planId: PLAN, taskIds: [task.id] });
  expect(listed?.extensions).toMatchObject([
    { agency: '县农业农村局', period: '2021-10', approvedOn: '2021-10-18' },
    { dueOn: '2021-10-16' },
  ]);
  const [, second] = listed?.extensions ?? [];
  if (second) await client.deadline.removeExtension({ id: second.id });
  expect(await late()).toEqual([]);
  await client.period.close({ periodId: october.id });
  expect(await late()).toEqual([]);
});

test('what a task leaves open is asked, and is late once its day was said', async () => {
  const { client } = await anOffice(at('2021-10-18'));
  const [task] = await client.deadline.list({
    planId: PLAN,
    taskIds: [
      (await client.matrix.read({ periodId: (await client.workspace.overview()).currentPeriodId }))[4]?.id ??
        (0 as never),
    ],
  });
  if (!task) throw new Error('no such task');
  const set = (date: string | null) =>
    client.deadline.setDues({
      taskId: task.taskId,
      dues: [{ kind: 'date', text: '汛期前', date, day: null, count: null }],
    });
  const late = async () => (await client.deadline.overdue({ planId: PLAN })).filter(({ kind }) => kind === 'task');
  await set(null);
  expect(await late()).toEqual([]);
  await set('2021-10-08');
  expect(await late()).toMatchObject([{ task: 5, dueOn: '2021-10-08', days: 10, period: '2021-10' }]);
  // The plan was issued on the 7th: what it would have wanted before is late for nobody.
  await set('2021-10-06');
  expect(await late()).toEqual([]);
  await set('2021-10-08');
  await client.deadline.close({ places: [{ taskId: task.taskId, agencyId: null }], basis: '验收报告' });
  expect(await late()).toEqual([]);
  await client.deadline.reopen({ places: [{ taskId: task.taskId, agencyId: null }], reason: '复查未通过' });
  expect(await late()).toHaveLength(1);
});

test('a carried entry leaves the duty late until somebody says that it holds', async () => {
  const { client } = await anOffice(at('2021-11-18'));
  const { periods } = await client.workspace.overview();
  const [october, november] = ['2021-10', '2021-11'].map((label) => periods.find((period) => period.label === label));
  if (!october || !november) throw new Error('no such periods');
  const task = (await client.matrix.read({ periodId: october.id })).find(({ number }) => number === 5);
  const agencyId = task?.cells[0]?.agencyId;
  if (!task || agencyId === undefined) throw new Error('no such place');
  const cell = { taskId: task.id, agencyId };
  const patch = { status: 'done', narrative: '已完成' } as const;
  await client.progress.set({ entries: [{ ...cell, periodId: october.id, patch }] });
  await client.period.carry({ fromPeriodId: october.id, intoPeriodId: november.id, fields: ['status', 'narrative'] });
  const late = async () =>
    (await client.deadline.overdue({ planId: PLAN })).some((row) => row.task === 5 && row.period === '2021-11');
  const row = async () => (await client.ledger.read({ periodId: november.id, taskIds: [task.id] }))[0];
  expect(await late()).toBe(true);
  expect((await row())?.because).toContain('沿用上期');
  await client.period.confirmCarried({ periodId: november.id, cells: [cell] });
  expect(await late()).toBe(false);
  expect((await row())?.because).not.toContain('沿用上期');
});

test('a closing takes its files with it, shows them, and says of each piece of evidence which closing it proves', async () => {
  const office = await anOffice(at('2021-10-18'));
  const { client } = office;
  const { taskId, agencyId } = await aCell(office, 5, '县农业农村局');
  const file = path.join(office.folder, '验收意见.pdf');
  fs.writeFileSync(file, '验收意见');
  const closing = { places: [{ taskId, agencyId }], basis: '验收意见' };
  const { label } = await finish(await client.deadline.closeWithFiles({ ...closing, files: [{ file: ticket(file) }] }));
  expect(label).toBe('办结：第 5 项 农业农村局（2021-10-18，依据：验收意见，佐证材料 1 份）');
  const proof = { title: '验收意见', fileName: '验收意见.pdf' };
  const [task] = await client.deadline.list({ planId: PLAN, taskIds: [taskId] });
  expect(task?.closings).toMatchObject([{ closedOn: '2021-10-18', evidence: [proof] }]);
  const lines = () => client.evidence.list({ planId: PLAN });
  expect(await lines()).toMatchObject([{ ...proof, state: 'whole', closing: { closedOn: '2021-10-18' } }]);
  await client.deadline.reopen({ places: closing.places, reason: '复查未通过', on: '2021-10-19' });
  expect(await lines()).toMatchObject([{ closing: { reopenedOn: '2021-10-19' } }]);
  await client.history.undo();
  await client.history.undo();
  expect(await lines()).toEqual([]);
  await client.history.redo();
  expect(await lines()).toMatchObject([{ state: 'whole', closing: { reopenedOn: null } }]);
});

test('a file that is not there closes nothing', async () => {
  const office = await anOffice(at('2021-10-18'));
  const { taskId, agencyId } = await aCell(office, 5, '县农业农村局');
  const files = [{ file: ticket(path.join(office.folder, '没有.pdf')) }];
  const order = { places: [{ taskId, agencyId }], basis: '验收意见', files };
  await expect(office.client.deadline.closeWithFiles(order).then(finish)).rejects.toThrow();
  const [task] = await office.client.deadline.list({ planId: PLAN, taskIds: [taskId] });
  expect(task?.closings).toEqual([]);
});
