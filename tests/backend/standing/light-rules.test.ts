// What a clerk is told about a duty: a light in words, and why in one sentence. Nothing in it is invented.
import { describe, expect, it } from 'vitest';
import { LIGHT_LABELS, LIGHTS } from '#shared/domain/light.ts';
import { dueDateOf, judge, judgeGroup, LIGHT_RULES, PRESSING } from '#shared/domain/light-rules.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';

const DUE = '2021-10-15';

describe('the light of a duty', () => {
  it.each([
    ['2021-10-08', 'waiting', '尚未报送，时限2021年10月15日，还有7天'],
    ['2021-10-10', 'due-soon', '尚未报送，时限2021年10月15日，还有5天'],
    ['2021-10-15', 'due-soon', '尚未报送，时限2021年10月15日，今天到期'],
    ['2021-10-16', 'overdue', '尚未报送，时限2021年10月15日，已逾期1天'],
    ['2021-11-15', 'overdue', '尚未报送，时限2021年10月15日，已逾期31天'],
  ])('without a report on %s is %s', (today, light, reason) => {
    expect(judge(null, DUE, today)).toEqual({ light, reason, missing: true });
    // A row that says nothing is no report.
    expect(judge({ status: null, said: false }, DUE, today)).toEqual({ light, reason, missing: true });
  });

  it('follows the reported status, however late it is', () => {
    const lights = STATUSES.map((status) => judge({ status, said: true }, DUE, '2021-12-31'));
    expect(lights.map(({ light }) => LIGHT_LABELS[light])).toEqual(['未启动', '推进中', '已完成', '受阻', '不涉及']);
    expect(lights.every(({ missing }) => !missing)).toBe(true);
    expect(lights[1]?.reason).toBe('已报送，状态为“推进中”');
  });

  it('of a report that names no status says just that, and never 逾期未报', () => {
    expect(judge({ status: null, said: true }, DUE, '2021-12-31')).toEqual({
      light: 'reported',
      reason: '已报送，未注明状态',
      missing: false,
    });
  });

  it('warns earlier when the rule says so', () => {
    expect(judge(null, DUE, '2021-10-06', { ...LIGHT_RULES, dueSoonDays: 10 }).light).toBe('due-soon');
  });

  it('moves its due date over a weekend only where the rule says 遇节假日顺延', () => {
    const saturday = '2021-10-16';
    expect(dueDateOf(saturday, LIGHT_RULES, WEEKENDS_ONLY)).toBe(saturday);
    const moving = { ...LIGHT_RULES, dueOnHoliday: 'next-workday' } as const;
    expect(dueDateOf(saturday, moving, WEEKENDS_ONLY)).toBe('2021-10-18');
  });
});

describe('the light of a group', () => {
  const missing = judge(null, DUE, '2021-10-20');
  const blocked = judge({ status: 'blocked', said: true }, DUE, '2021-10-20');
  const done = judge({ status: 'done', said: true }, DUE, '2021-10-20');

  it('is that of its most pressing member, and the group itself is not missing', () => {
    expect(judgeGroup([done, missing, blocked, missing])).toEqual({
      light: 'overdue',
      reason: '由4家成员单位报送，已报2家，其中逾期未报2家',
      missing: false,
    });
    expect(judgeGroup([done, blocked]).light).toBe('blocked');
    expect(judgeGroup([done, done]).light).toBe('done');
  });

  it('has a place for every light', () => {
    expect(PRESSING.toSorted()).toEqual(LIGHTS.toSorted());
  });
});
