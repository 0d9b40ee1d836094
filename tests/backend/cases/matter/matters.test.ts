import { expect, test } from 'vitest';
import { seedText } from '#tests/backend/plan/seed-reading.ts';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish } from '#tests/helpers/an-office.ts';
import { fillIn, receive, sendForm } from '#tests/helpers/returned-forms.ts';

async function withMatter() {
  const office = await anOffice();
  const { agencyId, periodId } = await aCell(office, 5, '县教育局');
  const { taskId } = await office.client.matter.add({
    planId: PLAN,
    kind: 'meeting',
    source: '县政府第12次常务会议',
    aroseOn: '2021-09-24',
    workdays: 30,
    content: '开展校园周边专项整治，月底前完成。',
    roles: [{ agencyId, role: 'lead' }],
  });
  return { office, client: office.client, taskId, agencyId, periodId };
}

test('a matter is listed with its deadline counted in workdays, and says when holidays are not known', async () => {
  const { client, taskId } = await withMatter();
  expect(await client.matter.list({ planId: PLAN })).toMatchObject([
    {
      taskId,
      number: 54,
      dueOn: '2021-11-10',
      calendarKnown: true,
      roles: [{ agency: '县教育局', role: 'lead' }],
    },
  ]);
  expect(await client.matter.due({ aroseOn: '2021-09-30', workdays: 1 })).toEqual({
    dueOn: '2021-10-08',
    calendarKnown: true,
  });
  const { calendarKnown } = await client.matter.due({ aroseOn: '2098-09-30', workdays: 1 });
  expect(calendarKnown).toBe(false);
  await client.matter.edit({ taskId, dueOn: '2021-10-31' });
  expect(await client.matter.list({ planId: PLAN })).toMatchObject([{ workdays: null, dueOn: '2021-10-31' }]);
  await client.matter.remove({ taskId });
  expect(await client.matter.list({ planId: PLAN })).toEqual([]);
});

test('it stands in the matrix, the ledger, forms and tables as any task, marked as what it is', async () => {
  const { client, office, taskId, agencyId, periodId } = await withMatter();
  const row = (await client.matrix.read({ periodId })).find(({ id }) => id === taskId);
  expect(row).toMatchObject({ number: 54, matter: 'meeting', cells: [{ agencyId, role: 'lead' }] });
  expect(await client.matrix.task({ taskId, periodId })).toMatchObject({
    sectionTitle: '年中事项',
    matter: { source: '县政府第12次常务会议', workdays: 30 },
  });
  expect((await client.ledger.read({ periodId })).some((each) => each.taskId === taskId)).toBe(true);
  const table = await client.exports.printTable({ planId: PLAN, layout: 'decomposition', periodId, withLights: false });
  const words = JSON.stringify(table);
  expect(words).toContain('【会议议定】县政府第12次常务会议：开展校园周边专项整治');
  expect(words).toContain('30个工作日内（2021年11月10日前）');
  const form = await sendForm(office, '2021-10', '县教育局');
  await fillIn(form, 54, { 进展情况: '已召开部署会' });
  const review = await receive(office, form);
  expect(review.files.flatMap(({ items }) => items)).toMatchObject([{ taskId, theirs: '已召开部署会' }]);
  expect(review.files.flatMap(({ leftRows }) => leftRows)).toEqual([]);
});

test('a newer version of the document leaves it alone, with its number and its reports', async () => {
  const { client, taskId, agencyId, periodId } = await withMatter();
  await client.progress.set({ entries: [{ taskId, agencyId, periodId, patch: { narrative: '已部署' } }] });
  const text = seedText().replace('〔县农业农村局〕', '〔县农业农村局牵头，县公安局配合〕');
  const review = await finish(await client.plan.readDocument({ source: { kind: 'text', text } }));
  const agencies = review.agencies.map(({ name, shortName, kind, aliases, members }) => {
    return { name, shortName, kind, aliases, members };
  });
  const version = { planId: PLAN, reviewId: review.reviewId, reading: review.reading, agencies };
  const { changes } = await client.plan.compareRevision(version);
  expect(changes.map(({ kind }) => kind)).toEqual(['roles']);
  await client.plan.revise({ ...version, accept: changes.map(({ id }) => id) });
  expect(await client.matter.list({ planId: PLAN })).toMatchObject([{ taskId, number: 54 }]);
  expect(nth(await client.progress.texts({ periodId }), 0).narrative).toBe('已部署');
});
