import { expect, test } from 'vitest';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, type Office, refusalOf } from '#tests/helpers/an-office.ts';

const onDay = (day: string) => anOffice(() => new Date(`${day}T09:00:00`));
const at = async (office: Office, agency: string, task = 5) => aCell(office, task, agency);

async function owingOf(office: Office, agency: string) {
  const { agencyId, periodId } = await at(office, agency);
  const owing = await office.client.reminder.owed({ planId: PLAN, periodId });
  return owing.find((each) => each.agencyId === agencyId);
}

test('nobody is reminded long before the due day, and of nothing that was reported', async () => {
  const office = await onDay('2021-10-08');
  const { periodId, ...cell } = await at(office, '县教育局', 12);
  expect(await office.client.reminder.owed({ planId: PLAN, periodId })).toEqual([]);
  const near = await office.client.reminder.owed({ planId: PLAN, periodId, on: '2021-10-10' });
  expect(near.find(({ agencyName }) => agencyName === '县教育局')).toMatchObject({ tasks: [12, 42], daysLate: 0 });
  await office.client.progress.set({ entries: [{ ...cell, periodId, patch: { status: 'in-progress' } }] });
  const then = await office.client.reminder.owed({ planId: PLAN, periodId, on: '2021-10-10' });
  expect(then.find(({ agencyName }) => agencyName === '县教育局')).toMatchObject({ tasks: [42] });
});

test('nobody is reminded of what was due before the plan was issued', async () => {
  const office = await onDay('2021-10-08');
  const { periodId } = await aCell(office, 12, '县教育局', '2021-01');
  expect(await office.client.reminder.owed({ planId: PLAN, periodId })).toEqual([]);
  const expected = await office.client.duty.expected({ planId: PLAN });
  expect(expected.filter(({ state }) => state === 'overdue')).toEqual([]);
  expect(expected.filter(({ task }) => task === 52)).toHaveLength(20);
});

test('the text names unit, tasks, due day, days late, until when and to whom', async () => {
  const office = await onDay('2021-10-16');
  const owing = await owingOf(office, '县教育局');
  expect(owing).toMatchObject({ tasks: [12, 42], daysLate: 1, reminded: 0, proposed: 'blue', promise: null });
  expect(owing?.text).toBe(
    [
      '县教育局：',
      '　　截至2021年10月16日，贵单位承担的《泽州县2021年食品安全重点工作安排》有 2 项任务未按时办理或报送：',
      '　　1．2021年10月进展情况，应于10月15日前报送，已逾期 1 天：第 12 项“持续开展校园食品安全守护行动”、第 42 项“积极推动食品安全科技创新”。',
      '　　请抓紧办理，于10月20日前报送；已经报送的，请告知报送时间。',
      '　　请填写已下发的填报表，按原表报泽州县人民政府办公室。',
      '　　　　　　　　泽州县人民政府办公室',
      '　　　　　　　　2021年10月16日',
    ].join('\n'),
  );
});

test('regular duties that are short stand beside the reports', async () => {
  const office = await onDay('2021-11-21');
  const { periodId } = await aCell(office, 52, '各乡镇人民政府', '2021-11');
  const owing = await office.client.reminder.owed({ planId: PLAN, periodId });
  const townships = owing.find(({ agencyName }) => agencyName === '各乡镇人民政府');
  expect(townships?.tasks).toEqual([41, 52, 53]);
  expect(townships?.items.filter(({ kind }) => kind === 'duty')).toMatchObject([
    { taskNumber: 52, what: '2021年11月信息报送（应报 1 篇，欠 1 篇）', dueOn: '2021-11-15', daysLate: 6 },
    { taskNumber: 53, what: '年度报告（应报 1 份，欠 1 份）', dueOn: '2021-11-20', daysLate: 1 },
  ]);
});

test('how often and what was promised is known; a promise that passed is seen until it is kept', async () => {
  const office = await onDay('2021-10-22');
  const { client } = office;
  const { agencyId, periodId, taskId } = await at(office, '县教育局', 12);
  const call = { agencyId, manner: 'call' as const, tasks: [taskId], text: '请报送', told: '张三' };
  await client.reminder.add({
    planId: PLAN,
    periodId,
    madeOn: '2021-10-18',
    reminders: [{ ...call, answer: '周三报', promisedOn: '2021-10-20' }],
  });
  expect(await owingOf(office, '县教育局')).toMatchObject({
    ...{ reminded: 1, remindedOn: '2021-10-18', promise: { on: '2021-10-20', passed: true }, proposed: 'yellow' },
    text: expect.stringContaining('此前已提醒 1 次。'),
  });
  const [kept] = await client.reminder.list({ planId: PLAN });
  expect(kept).toMatchObject({ agencyName: '县教育局', periodLabel: '2021-10', taskNumbers: [12], promise: 'passed' });
  await client.progress.set({ entries: [{ taskId, agencyId, periodId, patch: { status: 'done' } }] });
  expect(nth(await client.reminder.list({ planId: PLAN }), 0).promise).toBe('kept');
});

test('an answer that came later is kept, and a reminder that never was is taken away', async () => {
  const office = await onDay('2021-10-22');
  const { client } = office;
  const { agencyId, periodId, taskId } = await at(office, '县教育局', 12);
  const call = { agencyId, manner: 'call' as const, tasks: [taskId], text: '请报送' };
  await client.reminder.add({ planId: PLAN, periodId, reminders: [call] });
  const { id: reminderId } = nth(await client.reminder.list({ planId: PLAN, agencyId }), 0);
  await client.reminder.answer({ reminderId, patch: { answer: '周一报', promisedOn: '2021-10-25' } });
  expect(await client.reminder.list({ planId: PLAN, periodId })).toMatchObject([
    { answer: '周一报', promisedOn: '2021-10-25', promise: 'open', madeOn: '2021-10-22' },
  ]);
  await client.reminder.remove({ reminderId });
  expect(await client.reminder.list({ planId: PLAN })).toEqual([]);
  expect(await refusalOf(client.reminder.printTable({ reminderId }))).toBe('REMINDER_GONE');
});

test('a slip says it more firmly from colour to colour, and is a page of paper', async () => {
  const office = await onDay('2021-10-28');
  const { client } = office;
  const { agencyId, periodId, taskId } = await at(office, '县教育局', 12);
  const letter = async (slip: 'blue' | 'yellow' | 'red') =>
    (await client.reminder.letter({ planId: PLAN, periodId, agencyId, slip })).text;
  expect(await letter('blue')).toContain('现予提示');
  expect(await letter('yellow')).toContain('现予催办');
  const text = await letter('red');
  expect(text).toContain('将按有关规定予以通报');
  const slip = { agencyId, manner: 'slip' as const, slip: 'red' as const, tasks: [taskId], text };
  await client.reminder.add({ planId: PLAN, periodId, reminders: [slip] });
  const { id: reminderId } = nth(await client.reminder.list({ planId: PLAN }), 0);
  const page = await client.reminder.printTable({ reminderId });
  expect(page).toMatchObject({ title: '督办警示单（红单）', unitLine: { left: '编号：(2021)红1号' } });
  expect(page.items).toContainEqual(expect.objectContaining({ cells: ['督办内容', text] }));
});

test('a slip without a colour, a period of no plan, an agency that owes nothing are refused', async () => {
  const office = await onDay('2021-10-28');
  const { client } = office;
  const { agencyId, periodId, taskId } = await at(office, '县教育局', 12);
  const bare = { agencyId, manner: 'slip' as const, tasks: [taskId], text: '' };
  expect(await refusalOf(client.reminder.add({ planId: PLAN, periodId, reminders: [bare] }))).toBe('BAD_PARAMS');
  const { periodId: november } = await aCell(office, 12, '县教育局', '2021-12');
  const asked = { planId: PLAN, periodId: november, agencyId, slip: null };
  expect(await refusalOf(client.reminder.letter(asked))).toBe('REMINDER_NOTHING_OWED');
});
