import { describe, expect, it } from 'vitest';
import { CADENCES, type Cadence, periodsOf } from '#shared/domain/period.ts';
import {
  dueOnOf,
  impliedRule,
  type PeriodRule,
  PLAIN_RULE,
  periodRuleText,
  ruledPeriods,
} from '#shared/domain/period-rule.ts';

function dues(year: number, kind: Cadence, rule: Partial<PeriodRule>): readonly string[] {
  return ruledPeriods(year, kind, { ...PLAIN_RULE, ...rule }).map(({ dueOn }) => dueOn);
}

describe('the due days of periods made by a rule', () => {
  it.each<[string, number, Cadence, Partial<PeriodRule>, number, string]>([
    ['每月15日前', 2021, 'month', { dueDay: 15 }, 9, '2021-10-15'],
    ['次月5日前, over New Year', 2021, 'month', { dueDay: 5, dueIn: 'next' }, 11, '2022-01-05'],
    ['每月31日前, in February', 2021, 'month', { dueDay: 31 }, 1, '2021-02-28'],
    ['每月31日前, in a leap year', 2024, 'month', { dueDay: 31 }, 1, '2024-02-29'],
    ['每月31日前, 1900 was no leap year, 2000 was', 2000, 'month', { dueDay: 31 }, 1, '2000-02-29'],
    ['次月31日前, in April for March', 2021, 'month', { dueDay: 31, dueIn: 'next' }, 2, '2021-04-30'],
    ['每月最后一天', 2021, 'month', {}, 3, '2021-04-30'],
    ['季末月20日前', 2021, 'quarter', { dueDay: 20 }, 2, '2021-09-20'],
    ['季后首月10日前', 2021, 'quarter', { dueDay: 10, dueIn: 'next' }, 3, '2022-01-10'],
    ['半年末月25日前', 2021, 'half-year', { dueDay: 25 }, 0, '2021-06-25'],
    ['次年1月10日前', 2021, 'year', { dueDay: 10, dueIn: 'next' }, 0, '2022-01-10'],
    ['每周五', 2021, 'week', { dueDay: 5 }, 0, '2021-01-08'],
    ['下周二前', 2021, 'week', { dueDay: 2, dueIn: 'next' }, 0, '2021-01-12'],
    ['every ten days, the third day after', 2021, 'ten-day', { dueDay: 3, dueIn: 'next' }, 1, '2021-01-23'],
    ['of the third ten days, in the next month', 2021, 'ten-day', { dueDay: 3, dueIn: 'next' }, 2, '2021-02-03'],
    ['its tenth day', 2021, 'ten-day', { dueDay: 10 }, 0, '2021-01-10'],
    ['its last, in February', 2021, 'ten-day', {}, 5, '2021-02-28'],
  ])('%s', (_, year, kind, rule, index, expected) => {
    expect(dues(year, kind, rule)[index]).toBe(expected);
  });

  it('counts 53 weeks where a year has so many Mondays, and none twice between two years', () => {
    expect([2018, 2021, 2024, 2029].map((year) => periodsOf(year, 'week').length)).toEqual([53, 52, 53, 53]);
    const last = periodsOf(2018, 'week').at(-1);
    expect(last).toMatchObject({ label: '2018年第53周', startsOn: '2018-12-31', endsOn: '2019-01-06' });
    expect(
      dueOnOf(last ?? periodsOf(2018, 'week')[0] ?? { kind: 'week', startsOn: '', endsOn: '' }, {
        dueDay: 5,
        dueIn: 'same',
      }),
    ).toBe('2019-01-04');
    const starts = [2017, 2018, 2019].flatMap((year) => periodsOf(year, 'week').map(({ startsOn }) => startsOn));
    expect(new Set(starts).size).toBe(starts.length);
  });

  it.each(CADENCES)('finds the rule again that most %s periods follow', (kind) => {
    const rule: PeriodRule = { dueDay: 3, dueIn: 'next', onHoliday: 'next-workday' };
    const made = ruledPeriods(2021, kind, rule).map((period) => ({ ...period, onHoliday: rule.onHoliday }));
    const [first, ...others] = made;
    const oneMoved = first && others.length > 1 ? [{ ...first, dueOn: first.endsOn }, ...others] : made;
    expect(impliedRule(oneMoved)).toEqual(rule);
  });

  it('says a rule as a notice would', () => {
    expect(periodRuleText('month', { dueDay: 15, dueIn: 'same' })).toBe('每月15日前');
    expect(periodRuleText('month', { dueDay: 5, dueIn: 'next' })).toBe('次月5日前');
    expect(periodRuleText('quarter', { dueDay: 20, dueIn: 'same' })).toBe('季末月20日前');
    expect(periodRuleText('week', { dueDay: 5, dueIn: 'same' })).toBe('每周五前');
    expect(periodRuleText('year', { dueDay: null, dueIn: 'same' })).toBe('12月31日前');
  });
});
