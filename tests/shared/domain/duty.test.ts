import { expect, test } from 'vitest';
import { SEEDS_FOLDER } from '#backend/cli/session.ts';
import { readWorkCalendar } from '#backend/standing/read-calendar.ts';
import { type DutyGround, type DutyRecord, expectedDeliveries, type RegularDuty } from '#shared/domain/duty.ts';
import { dutyStretches } from '#shared/domain/duty-stretches.ts';
import {
  AgencyIdSchema,
  DutyIdSchema,
  PeriodIdSchema,
  PlanIdSchema,
  RowIdSchema,
  TaskIdSchema,
} from '#shared/domain/ids.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import type { ExtensionRow } from '#shared/domain/year-facts.ts';

const calendar = readWorkCalendar(SEEDS_FOLDER, (error) => {
  throw error;
});
const TOWNSHIP = AgencyIdSchema.parse(30);
const BUREAU = AgencyIdSchema.parse(2);
const TOWNSHIPS = AgencyIdSchema.parse(25);
const task52 = TaskIdSchema.parse(52);
const task53 = TaskIdSchema.parse(53);

const base = {
  planId: PlanIdSchema.parse(1),
  position: 1,
  needed: 1,
  owedBy: 'all',
  dueIn: 'same',
  onHoliday: 'stays',
  startsOn: null,
  endsOn: null,
} as const;

/** 52: 每月不少于1篇，每月15日前 */
const monthly: RegularDuty = {
  ...base,
  id: DutyIdSchema.parse(1),
  taskId: task52,
  title: '信息报送',
  cadence: 'month',
  unit: '篇',
  dueDay: 15,
  dueMonth: null,
  verbatim: '每月15日前',
};

/** 53: 11月20日前要向县委、县政府报告年度食品安全工作情况 */
const yearly: RegularDuty = {
  ...base,
  id: DutyIdSchema.parse(2),
  taskId: task53,
  title: '年度报告',
  cadence: 'year',
  unit: '份',
  dueDay: 20,
  dueMonth: 11,
  verbatim: '11月20日前',
};

function owes(taskId: OwedRow['taskId'], agencyId: OwedRow['agencyId'], more: Partial<OwedRow> = {}): OwedRow {
  const whole = { role: 'co-responsible', through: null, startsOn: null, endsOn: null, cadence: 'month' } as const;
  return { taskId, agencyId, ...whole, ...more };
}

function came(startsOn: string, receivedOn: string, more: Partial<DutyRecord> = {}): DutyRecord {
  const one = { dutyId: monthly.id, taskId: task52, agencyId: TOWNSHIP, pieces: 1, title: '冷链检查见成效', note: '' };
  return { id: RowIdSchema.parse(1), ...one, startsOn, receivedOn, ...more };
}

function deliveries(today: string, more: Partial<DutyGround> = {}) {
  const ground = { duties: [monthly], records: [], owed: [owes(task52, TOWNSHIP)], memberships: [] };
  return expectedDeliveries({ ...ground, year: 2021, calendar, today, ...more });
}

const lastOf = (today: string, more: Partial<DutyGround> = {}) => deliveries(today, more).at(-1);

test.each([
  ['2021-10-01', 'waiting', 0, '应报1篇，尚未报送，时限10月15日，还有14天'],
  ['2021-10-10', 'due-soon', 0, '应报1篇，尚未报送，时限10月15日，还有5天'],
  ['2021-10-14', 'due-soon', 0, '应报1篇，尚未报送，时限10月15日，还有1天'],
  ['2021-10-15', 'due-soon', 0, '应报1篇，尚未报送，时限10月15日，今天到期'],
  ['2021-10-16', 'overdue', 1, '应报1篇，尚未报送，时限10月15日，已逾期1天'],
] as const)('task 52, a township with nothing in October, on %s: %s', (today, state, daysLate, because) => {
  const october = { label: '2021-10', startsOn: '2021-10-01', endsOn: '2021-10-31', dueOn: '2021-10-15' };
  expect(lastOf(today)).toEqual({
    ...{ dutyId: 1, taskId: 52, agencyId: TOWNSHIP },
    ...october,
    ...{ needed: 1, received: 0, short: 1, state, daysLate, because },
  });
});

test.each([
  ['2021-11-14', 'waiting', 0],
  ['2021-11-19', 'due-soon', 0],
  ['2021-11-20', 'due-soon', 0],
  ['2021-11-21', 'overdue', 1],
] as const)('task 53, the annual report, on %s: %s', (today, state, daysLate) => {
  const expected = { label: '2021年', dueOn: '2021-11-20', needed: 1, short: 1, state, daysLate };
  expect(deliveries(today, { duties: [yearly], owed: [owes(task53, TOWNSHIP)] })).toMatchObject([expected]);
});

test.each([
  // 国庆 of 2021: 1 to 7 October off, Saturday the 9th worked.
  [{ dueDay: 3, onHoliday: 'stays' }, '2021-10-03'],
  [{ dueDay: 3, onHoliday: 'next-workday' }, '2021-10-08'],
  [{ dueDay: 3, onHoliday: 'previous-workday' }, '2021-09-30'],
  [{ dueDay: 9, onHoliday: 'next-workday' }, '2021-10-09'],
  [{ dueDay: 10, onHoliday: 'next-workday' }, '2021-10-11'],
  [{ dueDay: 31, onHoliday: 'previous-workday' }, '2021-10-29'],
] as const)('a due day %o of October falls on %s', (rule, dueOn) => {
  const october = dutyStretches({ ...monthly, ...rule }, 2021, calendar)[9];
  expect(october).toMatchObject({ label: '2021-10', dueOn });
});

test.each([
  [{ cadence: 'week', dueDay: 5 }, 0, '2021年第1周', '2021-01-08'],
  [{ cadence: 'week', dueDay: 2, dueIn: 'next' }, 0, '2021年第1周', '2021-01-12'],
  [{ cadence: 'week', dueDay: null, dueIn: 'next' }, 0, '2021年第1周', '2021-01-17'],
  [{ cadence: 'ten-day', dueDay: null }, 5, '2021年2月下旬', '2021-02-28'],
  [{ cadence: 'ten-day', dueDay: 11 }, 5, '2021年2月下旬', '2021-02-28'],
  [{ cadence: 'ten-day', dueDay: 3, dueIn: 'next' }, 5, '2021年2月下旬', '2021-03-03'],
  [{ cadence: 'month', dueDay: 31 }, 1, '2021-02', '2021-02-28'],
  [{ cadence: 'month', dueDay: 5, dueIn: 'next' }, 11, '2021-12', '2022-01-05'],
  [{ cadence: 'month', dueDay: null }, 3, '2021-04', '2021-04-30'],
  [{ cadence: 'quarter', dueDay: 20 }, 3, '2021年第四季度', '2021-12-20'],
  [{ cadence: 'quarter', dueDay: 10, dueIn: 'next' }, 2, '2021年第三季度', '2021-10-10'],
  [{ cadence: 'half-year', dueDay: 25 }, 0, '2021年上半年', '2021-06-25'],
  [{ cadence: 'year', dueDay: null }, 0, '2021年', '2021-12-31'],
  [{ cadence: 'year', dueDay: 10, dueMonth: 1, dueIn: 'next' }, 0, '2021年', '2022-01-10'],
] as const)('%o: stretch %i is %s, due on %s', (rule, index, label, dueOn) => {
  expect(dutyStretches({ ...monthly, ...rule }, 2021, calendar)[index]).toMatchObject({ label, dueOn });
});

test('a stretch that has not begun is not expected, nor one before or after the duty holds', () => {
  expect(deliveries('2021-09-30').map(({ label }) => label)).toHaveLength(9);
  expect(deliveries('2020-12-31')).toEqual([]);
  const limited = { ...monthly, startsOn: '2021-10-08', endsOn: '2021-11-30' };
  expect(deliveries('2021-12-31', { duties: [limited] }).map(({ label }) => label)).toEqual(['2021-10', '2021-11']);
});

test('pieces count for the stretch they belong to, whenever they came', () => {
  const two = { ...monthly, needed: 2 };
  const records = [came('2021-10-01', '2021-10-12'), came('2021-11-01', '2021-11-02', { pieces: 3 })];
  expect(deliveries('2021-11-03', { duties: [two], records }).slice(-2)).toMatchObject([
    { label: '2021-10', received: 1, short: 1, state: 'overdue', because: expect.stringContaining('已报1篇，欠1篇') },
    { label: '2021-11', received: 3, short: 0, state: 'delivered', daysLate: 0 },
  ]);
  const late = deliveries('2021-11-03', { duties: [two], records: [...records, came('2021-10-01', '2021-10-18')] });
  expect(late.at(-2)).toMatchObject({ short: 0, state: 'delivered', daysLate: 3, because: '已报2篇，应报2篇，迟3天' });
});

test('a group owes nothing itself while it has members, who owe through it; without any it owes itself', () => {
  const groups = [owes(task52, TOWNSHIPS)];
  expect(deliveries('2021-01-10', { owed: groups })).toMatchObject([{ agencyId: TOWNSHIPS, short: 1 }]);
  const memberships = [{ groupId: TOWNSHIPS, startsOn: null, endsOn: null }];
  const owed = [...groups, owes(task52, TOWNSHIP, { through: TOWNSHIPS })];
  expect(deliveries('2021-01-10', { owed, memberships })).toMatchObject([{ agencyId: TOWNSHIP, short: 1 }]);
});

test('who owed at that time is expected then, and not before or after', () => {
  const owed = [owes(task52, TOWNSHIP, { endsOn: '2021-02-10' }), owes(task52, BUREAU, { startsOn: '2021-03-01' })];
  const places = deliveries('2021-04-01', { owed }).map(({ label, agencyId }) => `${label} ${agencyId}`);
  expect(places).toEqual(['2021-01 30', '2021-02 30', '2021-03 2', '2021-04 2']);
});

test('only the leading units owe what they alone are to send', () => {
  const owed = [owes(task52, TOWNSHIP), owes(task52, BUREAU, { role: 'lead' })];
  const found = deliveries('2021-01-10', { duties: [{ ...monthly, owedBy: 'lead' }], owed });
  expect(found.map(({ agencyId }) => agencyId)).toEqual([BUREAU]);
});

test('of what begins after a task was closed nothing is expected; opened again it is', () => {
  const closed = { taskId: task52, agencyId: TOWNSHIP, closedOn: '2021-02-20', reopenedOn: null };
  expect(deliveries('2021-04-01', { closings: [closed] }).map(({ label }) => label)).toEqual(['2021-01', '2021-02']);
  expect(deliveries('2021-04-01', { closings: [{ ...closed, reopenedOn: '2021-03-01' }] })).toHaveLength(4);
  expect(deliveries('2021-04-01', { closings: [{ ...closed, agencyId: BUREAU }] })).toHaveLength(4);
});

test('a day that was put off counts instead: of the period, of the task for what comes once a year', () => {
  const october = { id: PeriodIdSchema.parse(10), startsOn: '2021-10-01', endsOn: '2021-10-31' };
  const whole: ExtensionRow = {
    ...{ id: RowIdSchema.parse(1), taskId: task52, agencyId: null, periodId: october.id, dueOn: '2021-10-20' },
    ...{ reason: '汛情', approver: '张三', approvedOn: '2021-10-14' },
  };
  const own = { ...whole, agencyId: TOWNSHIP, dueOn: '2021-10-25' };
  const extended = (...extensions: ExtensionRow[]) => ({ extended: { extensions, periods: [october] } });
  expect(lastOf('2021-10-16', extended(whole))).toMatchObject({ dueOn: '2021-10-20', state: 'due-soon' });
  expect(lastOf('2021-10-16', extended(own, whole))).toMatchObject({ dueOn: '2021-10-25', state: 'waiting' });
  expect(lastOf('2021-10-16', extended({ ...own, agencyId: BUREAU }))).toMatchObject({ dueOn: '2021-10-15' });
  expect(deliveries('2021-10-16', extended(whole)).at(-2)).toMatchObject({ dueOn: '2021-09-15' });
  const task = { ...own, taskId: task53, periodId: null, dueOn: '2021-12-05' };
  const report = { duties: [yearly], owed: [owes(task53, TOWNSHIP)], ...extended(task) };
  expect(lastOf('2021-11-21', report)).toMatchObject({ dueOn: '2021-12-05', state: 'waiting' });
  expect(lastOf('2021-10-16', extended({ ...whole, periodId: null }))).toMatchObject({ dueOn: '2021-10-15' });
});

test('what was due before the plan was issued is still short, and never late', () => {
  const issued = deliveries('2021-10-16', { issuedOn: '2021-10-07' });
  expect(issued.map(({ state }) => state)).toEqual([...Array(9).fill('waiting'), 'overdue']);
  expect(issued[0]).toMatchObject({
    ...{ label: '2021-01', short: 1, daysLate: 0 },
    because: '应报1篇，尚未报送；计划于2021年10月7日印发，本期时限2021年1月15日在印发之前，不计逾期',
  });
  const records = [came('2021-01-01', '2021-10-12')];
  expect(deliveries('2021-10-16', { issuedOn: '2021-10-07', records })[0]).toMatchObject({
    state: 'delivered',
    daysLate: 0,
  });
  // A plan that names no date of its own.
  expect(deliveries('2021-10-16', { issuedOn: '' })[0]).toMatchObject({ state: 'overdue' });
});
