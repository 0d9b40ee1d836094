// An agency with duties in several plans gets one form over all of them, and what it returns is taken apart again.
import path from 'node:path';
import { expect, test } from 'vitest';
import { anOffice, finish, ticket } from '#tests/helpers/an-office.ts';
import { alterForm, receive, signForm, theirs } from '#tests/helpers/returned-forms.ts';

const OTHER_PLAN = `测试县人民政府办公室
关于印发测试县2021年大气污染防治工作方案的通知
测政办发〔2021〕9号
一、严格监管
（一）加强学校周边餐饮油烟治理，完成整治 20 家。〔县教育局牵头，县公安局按职责分工负责〕
`;

async function twoPlans() {
  const office = await anOffice();
  const { client, folder } = office;
  const review = await finish(await client.plan.readDocument({ source: { kind: 'text', text: OTHER_PLAN } }));
  const agencies = review.agencies.map(({ name, shortName, kind, aliases, members }) => {
    return { name, shortName, kind, aliases, members };
  });
  await client.plan.addToFile({ reviewId: review.reviewId, reading: review.reading, agencies });
  const { plans } = await client.workspace.overview();
  const planId = plans.find(({ title }) => title.includes('食品安全'))?.id;
  if (planId === undefined) throw new Error('no plan');
  const overview = await client.workspace.overview({ planId });
  const period = overview.periods.find(({ label }) => label === '2021-10');
  const agency = overview.agencies.find(({ name }) => name === '县教育局');
  if (!period || !agency) throw new Error('no period or no agency');
  return { office, client, folder, periodId: period.id, agencyId: agency.id };
}

test('one workbook over two plans: a sheet for each, one form each in the log, and each comes back to its own', async () => {
  const { office, client, folder, periodId, agencyId } = await twoPlans();
  expect(
    (await client.forms.candidates({ periodId })).agencies.find((each) => each.agencyId === agencyId),
  ).toMatchObject({
    otherPlans: 1,
    otherDuties: 1,
  });
  const [sent] = await finish(
    await client.forms.send({ periodId, agencyIds: [agencyId], allPlans: true, folder: ticket(folder) }),
  );
  expect(sent).toMatchObject({ fileName: '县教育局—各项工作安排—2021年10月.xlsx', rows: 3, version: 1 });
  const file = path.join(folder, sent?.fileName ?? '');
  await signForm(file, '李文', '3031234');
  await alterForm(file, (_, book) => {
    for (const sheet of book.worksheets.filter(({ state, name }) => state === 'visible' && name !== '量化指标')) {
      sheet.getCell('G5').value = '推进中';
      sheet.getCell('I5').value = `已办：${sheet.name}`;
    }
    const targets = book.getWorksheet('量化指标');
    const last = targets?.lastRow;
    if (last) last.getCell(8).value = 7;
  });
  const review = await receive(office, file);
  expect(
    review.files.map(({ planId, agencyName, reporter, held, notes }) => ({
      planId,
      agencyName,
      reporter,
      held,
      notes,
    })),
  ).toEqual([1, 2].map((planId) => ({ planId, agencyName: '县教育局', reporter: '李文', held: null, notes: [] })));
  expect(review.files.map(({ items }) => items.map(({ field }) => field))).toEqual([
    ['status', 'narrative'],
    ['status', 'narrative', expect.stringMatching(/^target:/u)],
  ]);
  expect(review.files.flatMap(({ items }) => items).every(({ chosen }) => chosen)).toBe(true);
  await client.returns.accept(theirs(review));
  expect(await client.workspace.check()).toEqual([]);
});

test('values of targets that could belong to any of several forms are named', async () => {
  const { office, client, folder, periodId, agencyId } = await twoPlans();
  const [sent] = await finish(
    await client.forms.send({ periodId, agencyIds: [agencyId], allPlans: true, folder: ticket(folder) }),
  );
  const file = path.join(folder, sent?.fileName ?? '');
  await alterForm(file, (_, book) => {
    for (const { id, state } of book.worksheets.filter(({ name }) => name.startsWith('_form'))) {
      expect(state).toBe('veryHidden');
      book.removeWorksheet(id);
    }
    const targets = book.getWorksheet('量化指标');
    if (targets) targets.getCell('H4').value = 0.7;
  });
  const review = await receive(office, file);
  expect(review.files[0]?.notes).toContain(
    '“量化指标”中有 1 个值不知道属于哪张填报表，未读取：第 4 行“学校食堂明厨亮灶”：70。',
  );
});
