import { expect, test } from 'vitest';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, refusalOf } from '#tests/helpers/an-office.ts';
import { receive, sendForm, signForm } from '#tests/helpers/returned-forms.ts';

const TABLE = [
  '泽州县2021年食品安全重点工作安排',
  '序号\t工作任务\t牵头领导\t责任单位',
  '1\t加强耕地土壤污染防治，推进安全利用。\t张三（副县长）\t县农业农村局',
  '2\t严把粮食收储质量安全关，不合格粮食不得流入市场。\t李四\t县发展和改革局',
].join('\n');

test('the directory counts the tasks of each leader and names those it does not hold', async () => {
  const { client } = await anOffice();
  const review = await finish(await client.plan.readDocument({ source: { kind: 'text', text: TABLE } }));
  const agencies = review.agencies.map(({ name, shortName, kind, aliases, members }) => {
    return { name, shortName, kind, aliases, members };
  });
  const reading = { ...review.reading, title: '另一份计划', year: 2021 };
  const { planId } = await client.plan.addToFile({ reviewId: review.reviewId, reading, agencies });
  await client.people.setLeader({ name: '张三', post: '副县长' });
  const { leaders, unlisted } = await client.people.leaders({ planId });
  expect(leaders).toMatchObject([{ name: '张三', tasks: { leadLeader: 1, leaderInCharge: 0 } }]);
  expect(unlisted).toMatchObject([{ name: '李四' }]);
  const tasks = await client.people.tasksOfLeader({ planId, name: '张三' });
  expect(tasks).toMatchObject([{ number: 1, fields: ['leadLeader'], leads: ['县农业农村局'] }]);
  const later = TABLE.replace('张三（副县长）', '王五');
  const newer = await finish(await client.plan.readDocument({ source: { kind: 'text', text: later } }));
  const version = { planId, reviewId: newer.reviewId, reading: { ...newer.reading, title: '另一份计划' }, agencies };
  const { changes } = await client.plan.compareRevision(version);
  expect(changes.filter(({ kind }) => kind === 'people')).toMatchObject([
    { before: '牵头领导：张三（副县长）', after: '牵头领导：王五' },
  ]);
  await client.plan.revise({ ...version, accept: changes.map(({ id }) => id) });
  expect(await client.people.tasksOfLeader({ planId, name: '王五' })).toHaveLength(1);
});

test('a post goes over with its tasks, by the plan on show; who is taken off the directory stays in the tasks', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, periodId } = await aCell(office, 5, '县农业农村局');
  await client.people.setOfTasks({ edits: [{ taskId, leadLeader: '张三', leaderInCharge: '李四' }] });
  await client.people.setLeader({ name: '张三', post: '副县长', since: '2020-01-01' });
  const [leader] = (await client.people.leaders({ planId: PLAN })).leaders;
  if (!leader) throw new Error('no leader');
  const succession = { leaderId: leader.id, name: '王五', on: '2026-03-01' };
  await client.people.succeed({ ...succession, planId: PLAN });
  expect(await client.matrix.task({ taskId, periodId })).toMatchObject({ leadLeader: '王五', leaderInCharge: '李四' });
  expect(await refusalOf(client.people.succeed(succession))).toBe('LEADER_LEFT');
  await client.people.removeLeader({ leaderId: leader.id });
  expect((await client.people.leaders({ planId: PLAN })).leaders.map(({ name }) => name)).toEqual(['王五']);
  expect(await client.people.tasksOfLeader({ planId: PLAN, name: '李四' })).toMatchObject([
    { number: 5, fields: ['leaderInCharge'] },
  ]);
});

test('a contact named by hand stands over the one a form said before, and the next form says who it is now', async () => {
  const office = await anOffice();
  const { client } = office;
  const { agencyId, periodId } = await aCell(office, 5, '县农业农村局');
  const form = await sendForm(office);
  await signForm(form, '张三', '0356-1');
  await receive(office, form);
  await client.people.setContact({ agencyId, reporter: '李四', phone: '0356-2', post: '主任', since: '2021-10-13' });
  const [standing, ...earlier] = await client.people.contacts({ agencyId });
  expect(standing).toMatchObject({ reporter: '李四', post: '主任', stands: true, fromReturn: false });
  expect(earlier.every(({ stands }) => !stands)).toBe(true);
  const { cells } = await client.returns.overview({ planId: PLAN });
  const cell = cells.find((each) => each.agencyId === agencyId && each.periodId === periodId);
  expect(cell).toMatchObject({ reporter: '李四', phone: '0356-2' });
  const all = await client.people.contacts({});
  expect(nth(all, 0).agency).toBe('县农业农村局');
});
