// What is never late: a report before the day of its task's own rhythm, what was due before the plan or the matter was
// there, and what came as a regular duty.
import { describe, expect, it } from 'vitest';
import { BLUE_YELLOW_RED_SET } from '#shared/domain/light-sets/blue-yellow-red.ts';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { FIVE_WORDS_SET } from '#shared/domain/light-sets/five-words.ts';
import { RED_YELLOW_GREEN_SET } from '#shared/domain/light-sets/red-yellow-green.ts';
import { A_TASK, AN_AGENCY, judgeCase } from '#tests/helpers/a-judge.ts';

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
