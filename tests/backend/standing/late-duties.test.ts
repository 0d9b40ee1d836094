import { describe, expect, it } from 'vitest';
import { type LateGround, lateDuties } from '#backend/standing/late-duties.ts';
import type { DutyDelivery } from '#shared/domain/duty.ts';
import type { AgencyId, PeriodId, PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import type { ClosingRow, ExtensionRow } from '#shared/domain/year-facts.ts';

const TASK = 1 as TaskId;
const AGENCY = 1 as AgencyId;
const OTHER = 2 as AgencyId;
const GROUP = 3 as AgencyId;

const duty = (agencyId: AgencyId, through: AgencyId | null = null): OwedRow => {
  return { taskId: TASK, agencyId, role: 'lead', through, startsOn: null, endsOn: null, cadence: 'month' };
};

const period = (month: number, closedOn: string | null = null): PeriodView => {
  const label = `2021-${String(month).padStart(2, '0')}`;
  const dates = {
    startsOn: `${label}-01`,
    endsOn: `${label}-30`,
    dueOn: `${label}-15`,
    onHoliday: 'stays',
    closedOn,
  } as const;
  return { id: month as PeriodId, planId: 1 as PlanId, kind: 'month', label, ...dates };
};

const extension = (patch: Partial<ExtensionRow>): ExtensionRow => {
  const words = { reason: '汛期', approver: '张三', approvedOn: '2021-11-01' };
  return { id: 1 as RowId, taskId: TASK, agencyId: null, periodId: null, dueOn: '2021-12-20', ...words, ...patch };
};

const closing = (patch: Partial<ClosingRow>): ClosingRow => {
  const words = { basis: '验收', approver: '', reopenedOn: null, reopenReason: '' };
  return { id: 1 as RowId, taskId: TASK, agencyId: null, closedOn: '2021-11-10', ...words, ...patch };
};

const delivery = (patch: Partial<DutyDelivery>): DutyDelivery => {
  const dates = { label: '2021年', startsOn: '2021-01-01', endsOn: '2021-12-31', dueOn: '2021-11-20' };
  const counts = { needed: 1, received: 0, short: 1, state: 'overdue', daysLate: 1, because: '' } as const;
  return { dutyId: 1 as never, taskId: TASK, agencyId: AGENCY, ...dates, ...counts, ...patch };
};

/** One task, due on 20 November 2021 (a Saturday), led by one agency; nothing reported. */
function late(patch: Partial<LateGround>): readonly string[] {
  const ground: LateGround = {
    periods: [],
    owed: [duty(AGENCY)],
    memberships: [],
    dues: [{ taskId: TASK, kind: 'date', text: '11月20日前', date: '2021-11-20', day: null, count: null }],
    matters: [],
    extensions: [],
    closings: [],
    deliveries: [],
    judgeOf:
      ({ dueOn }) =>
      () => ({ missing: true, counts: true, dueOn, neverLate: false }),
    issuedOn: '2021-10-07',
    isDone: () => false,
    calendar: WEEKENDS_ONLY,
    today: '2021-11-21',
    ...patch,
  };
  return lateDuties(ground).map(({ agencyId, dueOn, days, kind }) => `${agencyId} ${dueOn} ${days} ${kind}`);
}

describe('what is late', () => {
  it.each<[string, Partial<LateGround>, readonly string[]]>([
    ['the day before its day, nothing', { today: '2021-11-19' }, []],
    ['on its day, nothing', { today: '2021-11-20' }, []],
    ['the day after, a task', {}, ['1 2021-11-20 1 task']],
    ['soon due when asked for', { today: '2021-11-15', within: 5 }, ['1 2021-11-20 -5 task']],
    ['not so soon', { today: '2021-11-14', within: 5 }, []],
    ['today when asked for', { today: '2021-11-20', within: 0 }, ['1 2021-11-20 0 task']],
    ['done, nothing', { isDone: () => true }, []],
    [
      'no day was said, nothing',
      { dues: [{ taskId: TASK, kind: 'date', text: '汛期前', date: null, day: null, count: null }] },
      [],
    ],
    ['put off for all', { extensions: [extension({})] }, []],
    ['put off, and that day has passed', { extensions: [extension({})], today: '2021-12-21' }, ['1 2021-12-20 1 task']],
    [
      'put off to an earlier day, which counts',
      { extensions: [extension({ dueOn: '2021-11-05' })] },
      ['1 2021-11-05 16 task'],
    ],
    ['put off for another agency', { extensions: [extension({ agencyId: OTHER })] }, ['1 2021-11-20 1 task']],
    [
      'put off twice, the last counts',
      { extensions: [extension({}), extension({ dueOn: '2021-11-19' })] },
      ['1 2021-11-19 2 task'],
    ],
    [
      'put off is the report of a month, not the task',
      { extensions: [extension({ periodId: 11 as PeriodId })] },
      ['1 2021-11-20 1 task'],
    ],
    ['closed', { closings: [closing({})] }, []],
    ['closed for another agency', { closings: [closing({ agencyId: OTHER })] }, ['1 2021-11-20 1 task']],
    ['closed and opened again', { closings: [closing({ reopenedOn: '2021-11-18' })] }, ['1 2021-11-20 1 task']],
    [
      'the last of several days counts',
      {
        dues: ['2021-06-30', '2021-12-31'].map((date) => ({
          taskId: TASK,
          kind: 'date' as const,
          text: '',
          date,
          day: null,
          count: null,
        })),
      },
      [],
    ],
    ['left before that day', { owed: [{ ...duty(AGENCY), endsOn: '2021-10-31' }] }, []],
    [
      'a group stands for its members',
      {
        owed: [duty(GROUP), duty(AGENCY, GROUP)],
        memberships: [{ groupId: GROUP, memberId: AGENCY, startsOn: null, endsOn: null }],
      },
      ['1 2021-11-20 1 task'],
    ],
    ['a report of an open period', { dues: [], periods: [period(11)] }, ['1 2021-11-15 6 period']],
    ['a report of a closed one is not chased', { dues: [], periods: [period(11, '2021-11-20')] }, []],
    ['a period to come', { dues: [], periods: [period(12)] }, []],
    [
      'a report that is there',
      {
        dues: [],
        periods: [period(11)],
        judgeOf: () => () => ({ missing: false, counts: true, dueOn: '2021-11-15', neverLate: false }),
      },
      [],
    ],
    [
      'a matter within so many workdays',
      {
        dues: [],
        matters: [{ taskId: TASK, kind: 'meeting', source: '会议', aroseOn: '2021-11-01', workdays: 5, dueOn: null }],
      },
      ['1 2021-11-08 13 matter'],
    ],
    ['a piece that is short, once with the task of that day', { deliveries: [delivery({})] }, ['1 2021-11-20 1 duty']],
    [
      'what is sent in once a year is late once, in the month of its day',
      {
        dues: [],
        periods: [period(10), period(11)],
        deliveries: [delivery({})],
        judgeOf: () => () => ({ missing: true, counts: true, dueOn: '2021-11-20', neverLate: false }),
      },
      ['1 2021-11-20 1 period'],
    ],
    ['what was due before the plan was issued', { issuedOn: '2021-11-21', deliveries: [delivery({})] }, []],
    [
      'a report that is never late',
      {
        dues: [],
        periods: [period(11)],
        judgeOf: () => () => ({ missing: true, counts: true, dueOn: '2021-11-15', neverLate: true }),
      },
      [],
    ],
    [
      'a matter does not wait for the plan',
      {
        ...{ dues: [], issuedOn: '2021-11-20' },
        matters: [{ taskId: TASK, kind: 'meeting', source: '会议', aroseOn: '2021-11-01', workdays: 5, dueOn: null }],
      },
      ['1 2021-11-08 13 matter'],
    ],
    ['what was sent in keeps the day', { deliveries: [delivery({ short: 0, received: 1 })] }, []],
  ])('%s', (_, patch, expected) => {
    expect(late(patch)).toEqual(expected);
  });

  it('says each place once a day with all its reasons, the latest first', () => {
    const rows = lateDuties({
      periods: [period(10), period(11)],
      owed: [duty(AGENCY), duty(OTHER)],
      memberships: [],
      dues: [{ taskId: TASK, kind: 'date', text: '', date: '2021-11-15', day: null, count: null }],
      ...{ matters: [], extensions: [], closings: [], deliveries: [] },
      judgeOf:
        ({ dueOn }) =>
        () => ({ missing: true, counts: true, dueOn, neverLate: false }),
      issuedOn: '',
      isDone: () => false,
      calendar: WEEKENDS_ONLY,
      today: '2021-11-16',
    });
    expect(rows.map(({ agencyId, dueOn, days }) => [agencyId, dueOn, days])).toEqual([
      [AGENCY, '2021-10-15', 32],
      [OTHER, '2021-10-15', 32],
      [AGENCY, '2021-11-15', 1],
      [OTHER, '2021-11-15', 1],
    ]);
    expect(rows[2]?.because).toBe(
      '任务尚未完成或办结，时限2021年11月15日，已逾期1天；2021年11月尚未报送，时限2021年11月15日，已逾期1天',
    );
  });
});
