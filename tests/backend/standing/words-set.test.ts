// The set of rules a plan uses that chose none: a light in words, and why in one sentence. Nothing in it is invented.
import { describe, expect, it } from 'vitest';
import type { FactParts } from '#backend/standing/task-facts.ts';
import { lightOf } from '#shared/domain/light.ts';
import { BLUE_YELLOW_RED_SET } from '#shared/domain/light-sets/blue-yellow-red.ts';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { FIVE_WORDS_SET } from '#shared/domain/light-sets/five-words.ts';
import { RED_YELLOW_GREEN_SET } from '#shared/domain/light-sets/red-yellow-green.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { A_TASK, AN_AGENCY, judgeCase, MONTHS } from '#tests/helpers/a-judge.ts';

const OTHER = 2 as typeof AN_AGENCY;
const OCTOBER = MONTHS[9]?.id ?? null;

describe('a duty without a report', () => {
  it.each([
    ['2021-10-08', 'waiting', '尚未报送，时限2021年10月15日，还有7天'],
    ['2021-10-10', 'due-soon', '尚未报送，时限2021年10月15日，还有5天'],
    ['2021-10-15', 'due-soon', '尚未报送，时限2021年10月15日，今天到期'],
    ['2021-10-16', 'overdue', '尚未报送，时限2021年10月15日，已逾期1天'],
    ['2021-11-15', 'overdue', '尚未报送，时限2021年10月15日，已逾期31天'],
  ])('on %s is %s', (today, light, because) => {
    const stands = { light, because, missing: true, counts: true, dueOn: '2021-10-15' };
    expect(judgeCase({ today })).toMatchObject(stands);
    // A row that says nothing is no report.
    expect(judgeCase({ today, report: { status: null, said: false } })).toMatchObject(stands);
  });

  it('that was only carried over says so', () => {
    const report = { status: null, said: 0, carried: 1, percent: 40 } as const;
    expect(judgeCase({ today: '2021-10-08', report }).because).toBe(
      '沿用上期，本期尚未报送，时限2021年10月15日，还有7天',
    );
  });
});

describe('a duty with a report', () => {
  it('follows the reported status, however late it is', () => {
    const lights = STATUSES.map((status) => judgeCase({ today: '2021-12-31', report: { status, said: true } }));
    expect(lights.map(({ word }) => word)).toEqual(['未启动', '推进中', '已完成', '受阻', '不涉及']);
    expect(lights.every(({ missing }) => !missing)).toBe(true);
    expect(lights[1]?.because).toBe('已报送，状态为“推进中”');
  });

  it.each([
    [{ status: null, said: true }, 'reported', '已报送，未注明状态'],
    [{ status: 'in-progress', said: 1, percent: 40 }, 'on-track', '已报送，状态为“推进中”，完成40%'],
    [
      { status: 'in-progress', said: 1, percent: 62.5, reportedOn: '2021-10-12' },
      'on-track',
      '2021年10月12日报送，状态为“推进中”，完成62.5%',
    ],
  ] as const)('%j', (report, light, because) => {
    expect(judgeCase({ today: '2021-12-31', report })).toMatchObject({ light, because, missing: false });
  });
});

// Task 53 of the seed: 各成员单位 11月20日前报送; the plan's months are due on the 15th.
describe('the annual report of task 53, due on 20 November 2021', () => {
  const facts: FactParts = {
    dues: [{ taskId: A_TASK, kind: 'date', text: '11月20日前', date: '2021-11-20', day: null, count: null }],
  };

  it.each([
    [11, '2021-11-14', 'waiting', '2021-11-20', '尚未报送，时限2021年11月20日，还有6天'],
    [11, '2021-11-19', 'due-soon', '2021-11-20', '尚未报送，时限2021年11月20日，还有1天'],
    [11, '2021-11-20', 'due-soon', '2021-11-20', '尚未报送，时限2021年11月20日，今天到期'],
    [11, '2021-11-21', 'overdue', '2021-11-20', '尚未报送，时限2021年11月20日，已逾期1天'],
    // A month that does not hold the day has its own due day, and one that was over before knows nothing of it.
    [10, '2021-11-21', 'overdue', '2021-10-15', '尚未报送，时限2021年10月15日，已逾期37天'],
    [
      12,
      '2021-11-21',
      'late',
      '2021-12-15',
      '尚未报送，时限2021年12月15日，还有24天，任务时限2021年11月20日，已超过1天，尚未完成',
    ],
  ])('in month %i on %s without a report is %s', (month, today, light, dueOn, because) => {
    expect(judgeCase({ month, today, facts })).toMatchObject({ light, dueOn, because });
  });

  it.each([
    ['2021-11-20', 'in-progress', 'on-track', '已报送，状态为“推进中”'],
    ['2021-11-21', 'in-progress', 'late', '已报送，状态为“推进中”，任务时限2021年11月20日，已超过1天，尚未完成'],
    ['2021-11-21', 'done', 'done', '已报送，状态为“已完成”'],
    ['2021-11-21', 'not-applicable', 'exempt', '已报送，状态为“不涉及”'],
  ] as const)('in November on %s, reported as %s, is %s', (today, status, light, because) => {
    expect(judgeCase({ month: 11, today, facts, report: { status, said: true } })).toMatchObject({ light, because });
  });

  it('is not late in December when November said that it is done', () => {
    const asked = { month: 12, today: '2021-12-01', facts } as const;
    expect(judgeCase({ ...asked, statusBefore: 'done' }).light).toBe('waiting');
    expect(judgeCase({ ...asked, statusBefore: 'in-progress' }).light).toBe('late');
  });

  it('is due in a period of another kind that holds the day, too', () => {
    const year = {
      ...MONTHS[0],
      kind: 'year',
      label: '2021年',
      startsOn: '2021-01-01',
      endsOn: '2021-12-31',
      dueOn: '2021-12-31',
    };
    const period = year as (typeof MONTHS)[number];
    const duty = { cadence: 'year' } as const;
    expect(judgeCase({ period, duty, facts, today: '2021-11-19' })).toMatchObject({
      light: 'due-soon',
      dueOn: '2021-11-20',
    });
    expect(judgeCase({ period, duty, facts, today: '2021-11-21' }).light).toBe('overdue');
  });
});

describe('a task with a rhythm of its own', () => {
  // As the seed's words make it: task 53 is owed once a year, by 20 November.
  const duty = {
    id: 1 as never,
    planId: 1 as never,
    taskId: A_TASK,
    position: 1,
    title: '年度报告',
    needed: 1,
    unit: '份',
    owedBy: 'all',
    verbatim: '11月20日前',
    cadence: 'year',
    dueDay: 20,
    dueMonth: 11,
    dueIn: 'same',
    onHoliday: 'stays',
    startsOn: null,
    endsOn: null,
  } as const;
  it.each([
    [10, '2021-10-20', 'waiting', '2021-11-20'],
    [10, '2021-11-19', 'due-soon', '2021-11-20'],
    [10, '2021-11-21', 'overdue', '2021-11-20'],
    [11, '2021-11-20', 'due-soon', '2021-11-20'],
    [12, '2021-11-21', 'waiting', '2021-12-15'],
  ])('in month %i on %s is %s', (month, today, light, dueOn) => {
    expect(judgeCase({ month, today, facts: { duties: [duty] } })).toMatchObject({ light, dueOn });
  });

  it('of the leading units alone leaves the others with the month', () => {
    const asked = { today: '2021-10-20', facts: { duties: [{ ...duty, owedBy: 'lead' as const }] } };
    expect(judgeCase(asked).light).toBe('waiting');
    expect(judgeCase({ ...asked, duty: { role: 'co-responsible' } }).light).toBe('overdue');
  });

  it('is not chased once it is sent in', () => {
    const record = { id: 1 as never, dutyId: duty.id, taskId: A_TASK, agencyId: AN_AGENCY, startsOn: '2021-01-01' };
    const came = { ...record, title: '报告', receivedOn: '2021-11-18', pieces: 1, note: '' };
    const facts = { duties: [duty], dutyRecords: [came] };
    expect(judgeCase({ month: 11, today: '2021-11-21', facts })).toMatchObject({
      light: 'waiting',
      because: '尚未报送，2021年11月20日前的定期报送已收到，不再催报',
      neverLate: true,
    });
    const two = { duties: [{ ...duty, needed: 2 }], dutyRecords: [came] };
    expect(judgeCase({ month: 11, today: '2021-11-21', facts: two })).toMatchObject({ light: 'overdue' });
    const others = { ...facts, dutyRecords: [{ ...came, agencyId: 2 as never }] };
    expect(judgeCase({ month: 11, today: '2021-11-21', facts: others })).toMatchObject({ light: 'overdue' });
  });

  it('does not make late what was due before the plan was issued', () => {
    const asked = { month: 9, issuedOn: '2021-10-07', today: '2021-11-21', facts: { duties: [duty] } };
    expect(judgeCase(asked)).toMatchObject({ light: 'waiting', dueOn: '2021-09-15', neverLate: true });
  });

  it('that is monthly is owed as every month is', () => {
    const monthly = { ...duty, cadence: 'month', dueDay: 25, dueMonth: null } as const;
    expect(judgeCase({ today: '2021-10-20', facts: { duties: [monthly] } }).dueOn).toBe('2021-10-15');
  });
});

describe('before the plan was issued', () => {
  const asked = { issuedOn: '2021-10-07', today: '2021-11-08' } as const;
  it('nothing is late, and nothing is forgotten', () => {
    expect(judgeCase({ ...asked, month: 1 })).toMatchObject({
      light: 'waiting',
      because: '尚未报送，计划于2021年10月7日印发，本期时限2021年1月15日在印发之前，不计逾期',
      missing: true,
      counts: true,
      dueOn: '2021-01-15',
    });
    expect(judgeCase({ ...asked, month: 10 }).light).toBe('overdue');
    expect(judgeCase({ ...asked, month: 1, report: { status: 'done', said: true } }).light).toBe('done');
  });

  it('a matter is not late with what was due before it came up', () => {
    const arose = { kind: 'meeting', source: '会议', aroseOn: '2021-10-20', workdays: null } as const;
    const facts = { matters: [{ taskId: A_TASK, ...arose, dueOn: '2021-11-20' }] };
    const given = { duty: { startsOn: '2021-10-20' }, facts };
    expect(judgeCase({ month: 10, today: '2021-10-25', ...given })).toMatchObject({
      light: 'waiting',
      because: '尚未报送，事项于2021年10月20日交办，本期时限2021年10月15日在此之前，不计逾期',
      neverLate: true,
    });
    expect(judgeCase({ month: 12, today: '2021-12-16', ...given }).light).toBe('overdue');
  });

  it('a matter does not wait for the plan', () => {
    const arose = { kind: 'meeting', source: '会议', aroseOn: '2021-03-01', workdays: null } as const;
    const facts = { matters: [{ taskId: A_TASK, ...arose, dueOn: '2021-03-10' }] };
    expect(judgeCase({ ...asked, month: 3, facts })).toMatchObject({ light: 'overdue', dueOn: '2021-03-10' });
  });

  it.each([RED_YELLOW_GREEN_SET, BLUE_YELLOW_RED_SET, FIVE_COLOURS_SET, FIVE_WORDS_SET])(
    'neither is it by $name',
    (rules) => {
      expect(judgeCase({ ...asked, month: 1, rules }).light).toBe(rules.otherwise);
    },
  );
});

describe('a due day', () => {
  const holiday = {
    title: '',
    years: [
      {
        year: 2021,
        source: '',
        holidays: [{ name: '国庆节', from: '2021-10-01', to: '2021-10-07' }],
        workdays: ['2021-10-09'],
      },
    ],
  };
  it.each([
    ['stays', '2021-10-05', '2021-10-06', 'overdue'],
    ['next-workday', '2021-10-08', '2021-10-08', 'due-soon'],
    ['next-workday', '2021-10-08', '2021-10-09', 'overdue'],
    ['previous-workday', '2021-09-30', '2021-10-01', 'overdue'],
  ] as const)('on 国庆 that %s is %s', (onHoliday, dueOn, today, light) => {
    const october = MONTHS[9] as (typeof MONTHS)[number];
    const period = { ...october, dueOn: '2021-10-05', onHoliday };
    expect(judgeCase({ period, today, calendar: holiday })).toMatchObject({ dueOn, light });
  });

  const put = (more: object) => ({
    id: 1 as never,
    taskId: A_TASK,
    agencyId: null,
    periodId: OCTOBER,
    dueOn: '2021-10-25',
    reason: '数据未定',
    approver: '张三',
    approvedOn: '2021-10-14',
    ...more,
  });
  it.each([
    ['for all', [put({})], '2021-10-25', 'waiting'],
    [
      'for this agency before that for all',
      [put({ agencyId: AN_AGENCY, dueOn: '2021-10-18' }), put({})],
      '2021-10-18',
      'due-soon',
    ],
    ['the last one', [put({}), put({ dueOn: '2021-10-20' })], '2021-10-20', 'due-soon'],
    ['not for another agency', [put({ agencyId: OTHER })], '2021-10-15', 'overdue'],
    ['not of another period', [put({ periodId: MONTHS[8]?.id })], '2021-10-15', 'overdue'],
  ])('put off (%s)', (_, extensions, dueOn, light) => {
    expect(judgeCase({ today: '2021-10-16', facts: { extensions } })).toMatchObject({ dueOn, light });
  });

  it('of the task itself, put off, is the later one everywhere', () => {
    const dues = [{ taskId: A_TASK, kind: 'date' as const, text: '', date: '2021-10-20', day: null, count: null }];
    const facts = { dues, extensions: [put({ periodId: null, dueOn: '2021-11-20' })] };
    const report = { status: 'in-progress', said: true } as const;
    expect(judgeCase({ month: 11, today: '2021-11-20', facts, report }).light).toBe('on-track');
    expect(judgeCase({ month: 11, today: '2021-11-21', facts, report }).light).toBe('late');
  });
});

describe('办结', () => {
  const closed = (more: object = {}) => ({
    closings: [
      {
        id: 1 as never,
        taskId: A_TASK,
        agencyId: null,
        closedOn: '2021-10-12',
        basis: '验收报告',
        approver: '张三',
        reopenedOn: null,
        reopenReason: '',
        ...more,
      },
    ],
  });
  it.each([
    ['in force', closed(), 10, 'done', false, '2021年10月12日已办结'],
    ['of another agency', closed({ agencyId: OTHER }), 10, 'overdue', true, '尚未报送，时限2021年10月15日，已逾期5天'],
    [
      'opened again',
      closed({ reopenedOn: '2021-10-18' }),
      10,
      'overdue',
      true,
      '尚未报送，时限2021年10月15日，已逾期5天',
    ],
    ['to be opened again later', closed({ reopenedOn: '2021-10-30' }), 10, 'done', false, '2021年10月12日已办结'],
    ['later than the period', closed(), 9, 'overdue', true, '尚未报送，时限2021年9月15日，已逾期35天'],
  ] as const)('%s', (_, facts, month, light, missing, because) => {
    expect(judgeCase({ month, today: '2021-10-20', facts })).toMatchObject({ light, missing, because, counts: true });
  });
});

it('a task of another cadence is not owed in a month, and says where it is', () => {
  const duty = { cadence: 'quarter' } as const;
  expect(judgeCase({ today: '2021-10-20', duty })).toMatchObject({
    light: 'exempt',
    counts: false,
    missing: false,
    because: '本任务按季报送',
  });
});

it('every light of the set is reachable by a rule, or stands for the rest', () => {
  const { lights, rules, otherwise, outside } = WORDS_SET;
  const used = new Set([...rules.map(({ light }) => light), otherwise, outside]);
  expect(lights.map(({ key }) => key).toSorted()).toEqual([...used].toSorted());
});

it('a light that the set does not know is shown by its key', () => {
  expect(lightOf(WORDS_SET.lights, 'amber')).toMatchObject({ word: 'amber', colour: 'none' });
});
