// 本周, as of any day: what is due, what is late, what was promised, and who will likely be late next.
import { expect, test } from 'vitest';
import type { AgencyId } from '#shared/domain/ids.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, type Office } from '#tests/helpers/an-office.ts';

/** Reports all that an agency owes for a month, as of a day. */
async function reportAll({ client }: Office, agencyId: AgencyId, label: string, reportedOn: string) {
  const { periods } = await client.workspace.overview();
  const periodId = periods.find((period) => period.label === label)?.id;
  if (periodId === undefined) throw new Error('no such period');
  const rows = (await client.ledger.read({ periodId })).filter((row) => row.agencyId === agencyId);
  await client.progress.set({
    entries: rows.map(({ taskId }) => ({ taskId, agencyId, periodId, patch: { status: 'in-progress', reportedOn } })),
  });
}

test('the week of a day: Monday to Sunday, due in it or late before it', async () => {
  const { client } = await anOffice();
  const week = await client.page.week({ planId: PLAN, on: '2021-10-13' });
  expect(week).toMatchObject({ today: '2021-10-13', weekStartsOn: '2021-10-11', weekEndsOn: '2021-10-17' });
  const due = week.dueThisWeek.find(({ agency }) => agency === '县农业农村局');
  expect(due).toMatchObject({ period: '2021-10', dueOn: '2021-10-15', days: -2 });
  expect(due?.because).toBe(`2021年10月还有${due?.tasks.length}项未报，时限10月15日，还有2天`);
  // The plan was issued on 7 October: what was due before is asked of nobody.
  expect(week.notReported).toEqual([]);
  const after = await client.page.week({ planId: PLAN, on: '2021-10-18' });
  expect(after.dueThisWeek).toEqual([]);
  const later = await client.page.week({ planId: PLAN, on: '2021-12-20' });
  expect(later.notReported[0]?.days).toBe(Math.max(...later.notReported.map(({ days }) => days)));
  expect(
    after.notReported.find(({ period, agency }) => period === '2021-10' && agency === '县农业农村局'),
  ).toMatchObject({
    days: 3,
    because: expect.stringContaining('已逾期3天'),
  });
});

test('who was late with the last months is likely late with the next; who has reported it is not', async () => {
  const office = await anOffice();
  const { client } = office;
  const { agencyId } = await aCell(office, 5, '县农业农村局');
  await reportAll(office, agencyId, '2021-07', '2021-07-18');
  await reportAll(office, agencyId, '2021-08', '2021-08-15');
  await reportAll(office, agencyId, '2021-09', '2021-09-22');
  const week = await client.page.week({ planId: PLAN, on: '2021-10-12' });
  expect(week.nextPeriods).toContainEqual(expect.objectContaining({ period: '2021-11', dueOn: '2021-11-15' }));
  const likely = week.likelyLate.find((each) => each.agencyId === agencyId);
  expect(likely).toMatchObject({ period: '2021-11', because: '近3期有2期迟报，平均晚5天' });
  await reportAll(office, agencyId, '2021-11', '2021-10-12');
  const after = await client.page.week({ planId: PLAN, on: '2021-10-12' });
  expect(after.likelyLate.map((each) => each.agencyId)).not.toContain(agencyId);
});

test('deadlines of the next fourteen days, and regular duties that are short', async () => {
  const { client } = await anOffice();
  const week = await client.page.week({ planId: PLAN, on: '2021-11-08' });
  expect(week.deadlines.every(({ dueOn }) => '2021-11-08' <= dueOn && dueOn <= '2021-11-21')).toBe(true);
  expect(week.deadlines.map(({ dueOn, kind }) => [dueOn, kind])).toContainEqual(['2021-11-15', 'period']);
  // Task 53: the annual report of each by 20 November. Task 52: a piece a month by the 15th.
  expect(week.deadlines.filter(({ kind }) => kind === 'duty').map(({ dueOn, task }) => [dueOn, task])).toEqual(
    expect.arrayContaining([
      ['2021-11-15', 52],
      ['2021-11-20', 53],
    ]),
  );
  const short = week.regularShort.filter(({ task }) => task === 52);
  expect(short.some(({ label }) => label === '2021-10')).toBe(true);
  expect(short.every(({ dueOn }) => dueOn <= '2021-11-14')).toBe(true);
});

test('a closed period asks for nothing any more', async () => {
  const office = await anOffice();
  const { client } = office;
  const { periodId } = await aCell(office, 5, '县农业农村局', '2021-09');
  await client.period.close({ periodId });
  const week = await client.page.week({ planId: PLAN });
  expect(week.notReported.map(({ period }) => period)).not.toContain('2021-09');
});
