// Regular duties of the embedded plan, through the calls of the window: today is 12 October 2021 unless a test says so.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDutyTable } from '#backend/cases/duty/read-duty-table.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { aDuty, MONTHLY } from '#tests/helpers/a-duty.ts';
import { createTestDb, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';

const GROUP = '县食品安全委员会各成员单位';
const TOWNSHIPS = '各乡镇人民政府';

const onDay = (day: string) => anOffice(() => new Date(`${day}T09:00:00`));

/** 信息报送, task 52. */
async function theDuty({ client }: Office) {
  const duties = await client.duty.list({ planId: PLAN });
  return nth(duties, 0).id;
}

async function idOf({ client }: Office, name: string) {
  const { agencies } = await client.workspace.overview();
  return nth(
    agencies.filter((agency) => agency.name === name).map(({ id }) => id),
    0,
  );
}

/** Two member units, and two townships that the directory did not have. */
async function withMembers(office: Office) {
  const { client } = office;
  await client.agency.add({ agencies: [{ name: '南村镇人民政府' }, { name: '下村镇人民政府' }] });
  const townships = [await idOf(office, '南村镇人民政府'), await idOf(office, '下村镇人民政府')];
  await client.agency.update({ agencyId: await idOf(office, TOWNSHIPS), patch: { members: townships } });
  const units = [await idOf(office, '县公安局'), await idOf(office, '县教育局')];
  await client.agency.update({ agencyId: await idOf(office, GROUP), patch: { members: units } });
  return { townships, units };
}

test('the plan brings its two regular duties by itself, task 52 and task 53', async () => {
  const { client } = await anOffice();
  const duties = await client.duty.list({ planId: PLAN });
  expect(duties).toMatchObject([
    { taskNumber: 52, title: '信息报送', cadence: 'month', needed: 1, unit: '篇', dueDay: 15, owedBy: 'all' },
    { taskNumber: 53, title: '年度报告', cadence: 'year', needed: 1, dueMonth: 11, dueDay: 20, owedBy: 'all' },
  ]);
  expect(duties).toHaveLength(2);
});

test('while the members are not set, the two groups stand for them, and the table says so', async () => {
  const office = await anOffice();
  const table = await office.client.duty.table({ dutyId: await theDuty(office) });
  expect(table.rows).toMatchObject([
    { agencyName: TOWNSHIPS, isGroup: true },
    { agencyName: GROUP, isGroup: true },
  ]);
  expect(table.stretches).toHaveLength(12);
  expect(table.stretches.map(({ begun }) => begun).lastIndexOf(true)).toBe(9);
  expect(nth(table.rows, 0).cells[10]).toBeNull();
});

test.each([
  ['2021-10-14', 'due-soon'],
  ['2021-10-15', 'due-soon'],
  ['2021-10-16', 'overdue'],
])('a township that sent nothing in October, on %s: %s', async (day, state) => {
  const office = await onDay(day);
  await withMembers(office);
  const expected = await office.client.duty.expected({ planId: PLAN });
  const october = expected.filter(({ task, label }) => task === 52 && label === '2021-10');
  expect(october.map(({ agency }) => agency).toSorted()).toEqual(
    ['县公安局', '县教育局', '南村镇人民政府', '下村镇人民政府'].toSorted(),
  );
  expect(october.find(({ agency }) => agency === '南村镇人民政府')).toMatchObject({
    ...{ dueOn: '2021-10-15', needed: 1, received: 0, short: 1, state },
  });
});

test.each([
  ['2021-11-19', 'due-soon', 0],
  ['2021-11-20', 'due-soon', 0],
  ['2021-11-21', 'overdue', 1],
])('the annual report of task 53 on %s: %s', async (day, state, daysLate) => {
  const office = await onDay(day);
  await withMembers(office);
  const reports = (await office.client.duty.expected({ planId: PLAN })).filter(({ task }) => task === 53);
  expect(reports).toHaveLength(4);
  for (const report of reports) expect(report).toMatchObject({ dueOn: '2021-11-20', state, daysLate, short: 1 });
});

test('a piece counts in its cell, and in the sums of its unit; who owes nothing may have sent something', async () => {
  const office = await anOffice();
  const { client } = office;
  const { townships } = await withMembers(office);
  const dutyId = await theDuty(office);
  const other = await idOf(office, '县司法局');
  const piece = { dutyId, period: '2021-10', title: '冷链检查见成效' };
  await client.duty.record({
    records: [
      { ...piece, agencyId: nth(townships, 0), receivedOn: '2021-10-11' },
      { ...piece, agencyId: other, pieces: 2 },
    ],
  });
  const { rows, records } = await client.duty.table({ dutyId });
  expect(rows.find(({ agencyId }) => agencyId === townships[0])).toMatchObject({ needed: 10, received: 1, short: 9 });
  const cells = rows.find(({ agencyId }) => agencyId === townships[0])?.cells;
  expect(cells?.[9]).toMatchObject({ needed: 1, received: 1, short: 0, state: 'delivered' });
  expect(rows.find(({ agencyId }) => agencyId === other)).toMatchObject({ needed: 0, received: 2, short: 0 });
  // Without a day it came today.
  expect(records.map(({ receivedOn }) => receivedOn)).toEqual(['2021-10-11', '2021-10-12']);
  const expected = await client.duty.expected({ planId: PLAN });
  expect(expected.find(({ agency }) => agency === '县司法局')).toMatchObject({ because: '未列为应报，已报2篇' });
});

test('a record is corrected and taken away, and the table follows', async () => {
  const office = await anOffice();
  const { client } = office;
  const dutyId = await theDuty(office);
  const agencyId = await idOf(office, TOWNSHIPS);
  await client.duty.record({ records: [{ dutyId, agencyId, period: '2021-10', title: '冷链检查' }] });
  const { id: recordId } = nth((await client.duty.table({ dutyId })).records, 0);
  const october = async () => nth((await client.duty.table({ dutyId })).rows, 0).cells[9];
  await client.duty.setRecords({ edits: [{ recordId, patch: { pieces: 3, title: '冷链专项检查' } }] });
  expect(await october()).toMatchObject({ received: 3, short: 0 });
  await client.duty.setRecords({ edits: [{ recordId, patch: null }] });
  expect(await october()).toMatchObject({ received: 0, short: 1 });
  await client.history.undo();
  expect(nth((await client.duty.table({ dutyId })).records, 0)).toMatchObject({ title: '冷链专项检查', pieces: 3 });
});

test('any task can be given a duty; a due day on 国庆 stays, or moves to the first workday', async () => {
  const office = await anOffice();
  const { client } = office;
  const { currentPeriodId } = await client.workspace.overview();
  const tasks = await client.matrix.read({ periodId: currentPeriodId });
  const taskId = nth(
    tasks.filter(({ number }) => number === 5).map(({ id }) => id),
    0,
  );
  const dueOf = async (onHoliday: 'stays' | 'next-workday') => {
    await client.duty.set({ duty: { taskId }, definition: { ...MONTHLY, title: onHoliday, dueDay: 5, onHoliday } });
    const expected = await client.duty.expected({ planId: PLAN });
    return expected.find(({ title, label }) => title === onHoliday && label === '2021-10')?.dueOn;
  };
  expect(await dueOf('stays')).toBe('2021-10-05');
  expect(await dueOf('next-workday')).toBe('2021-10-08');
});

test('a table is of a duty that is there', async () => {
  const office = await anOffice();
  const dutyId = await theDuty(office);
  await office.client.duty.remove({ dutyId });
  expect(await refusalOf(office.client.duty.table({ dutyId }))).toBe('DUTY_GONE');
});

test('where due days move over holidays that are not known, the table says so', () => {
  const world = createTestDb();
  const context = { db: world.db, calendar: WEEKENDS_ONLY, today: () => '2021-10-12' };
  expect(readDutyTable(context, aDuty(world)).holidaysUnknown).toBe(false);
  const moving = aDuty(world, { onHoliday: 'next-workday' });
  expect(readDutyTable(context, moving).holidaysUnknown).toBe(true);
});

test('the table is exported as a workbook and laid out for paper in the same shape', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const dutyId = await theDuty(office);
  const agencyId = await idOf(office, TOWNSHIPS);
  await client.duty.record({ records: [{ dutyId, agencyId, period: '2021-10', title: '冷链检查' }] });
  const page = await client.duty.printTable({ dutyId });
  expect(page.title).toBe('泽州县2021年食品安全重点工作安排信息报送统计表');
  expect(page.columns.map(({ head }) => head).slice(0, 4)).toEqual(['序号', '单位', '1月', '2月']);
  const townships = page.items[0];
  expect(townships).toMatchObject({ kind: 'row' });
  expect(townships && 'cells' in townships && townships.cells.slice(1)).toEqual([
    `${TOWNSHIPS}（尚未设成员）`,
    ...['0/1', '0/1', '0/1', '0/1', '0/1', '0/1', '0/1', '0/1', '0/1', '1/1', '', ''],
    ...['10', '1', '9', '10%', '1'],
  ]);
  const file = path.join(folder, '信息报送.xlsx');
  const written = await finish(await client.duty.export({ dutyId, file: ticket(file) }));
  expect(written).toMatchObject({ fileName: '信息报送.xlsx', rows: 2 });
  expect(fs.statSync(file).size).toBe(written.bytes);
});
