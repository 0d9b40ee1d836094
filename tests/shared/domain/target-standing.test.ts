import { describe, expect, it } from 'vitest';
import { accumulatesByWords } from '#shared/domain/accumulates.ts';
import {
  cumulativeAt,
  meetsTarget,
  type PeriodValue,
  shareOfTarget,
  standingOfTarget,
  timeShare,
} from '#shared/domain/target-standing.ts';

const month = (number: number, value: number | null, cumulative: number | null = null): PeriodValue => ({
  startsOn: `2021-${String(number).padStart(2, '0')}-01`,
  endsOn: `2021-${String(number).padStart(2, '0')}-28`,
  value,
  cumulative,
});

describe('a target that was reported period by period', () => {
  it.each([
    ['粮食质量安全检验监测', '批次', 'sum'],
    ['信息', '篇', 'sum'],
    ['创建企业', '家', 'sum'],
    ['食品检验量', '批次/千人', 'latest'],
    ['互联网+明厨亮灶覆盖率', '%', 'latest'],
    ['信息报送', '篇/月', 'latest'],
    ['合格率', '', 'latest'],
    ['检查覆盖企业', '家', 'sum'],
  ])('%s in %s: %s', (name, unit, accumulates) => {
    expect(accumulatesByWords({ name, unit })).toBe(accumulates);
  });

  it.each<[string, 'sum' | 'latest', PeriodValue[], number | null]>([
    ['nothing reported', 'sum', [], null],
    ['counts add up', 'sum', [month(1, 10), month(3, 5)], 15],
    ['in any order', 'sum', [month(3, 5), month(1, 10)], 15],
    ['a rate is the last one', 'latest', [month(1, 40), month(3, 55)], 55],
    ['a cumulative value wins over the sum', 'sum', [month(1, 10), month(2, 5, 20), month(3, 2)], 22],
    ['a cumulative value alone', 'sum', [month(2, null, 20)], 20],
    ['later periods are left out', 'sum', [month(1, 10), month(7, 5)], 10],
    ['decimals stay decimals', 'sum', [month(1, 0.1), month(2, 0.2)], 0.3],
    ['0 is a value', 'sum', [month(1, 0)], 0],
    [
      'a quarter stands in place of its months',
      'sum',
      [month(1, 10), month(2, 10), { startsOn: '2021-01-01', endsOn: '2021-03-31', value: 40, cumulative: null }],
      40,
    ],
  ])('%s', (_, accumulates, values, expected) => {
    expect(cumulativeAt(accumulates, values, '2021-06-30')).toBe(expected);
  });

  it('has a share of its target, except where a share says nothing', () => {
    expect(shareOfTarget({ comparator: '≥', value: 50 }, 20)).toBe(0.4);
    expect(shareOfTarget({ comparator: '=', value: 50 }, 60)).toBe(1.2);
    expect(shareOfTarget({ comparator: '≤', value: 50 }, 20)).toBeNull();
    expect(shareOfTarget({ comparator: '≥', value: 0 }, 20)).toBeNull();
    expect(shareOfTarget({ comparator: '≥', value: 50 }, null)).toBeNull();
  });

  it('is met from its value on, and one not to be exceeded up to it', () => {
    expect(meetsTarget({ comparator: '≥', value: 50 }, 50)).toBe(true);
    expect(meetsTarget({ comparator: '=', value: 50 }, 49.9)).toBe(false);
    expect(meetsTarget({ comparator: '≤', value: 35 }, 36)).toBe(false);
    expect(meetsTarget({ comparator: '≤', value: 35 }, null)).toBeNull();
  });
});

describe('序时进度', () => {
  it.each([
    ['the end of a period that is over', '2021-09-30', '2021-10-12', 273 / 365],
    ['a period under way, up to today', '2021-10-31', '2021-10-12', 285 / 365],
    ['before the year', '2021-01-31', '2020-12-20', 0],
    ['after the year', '2021-12-31', '2022-02-01', 1],
    ['the first day', '2021-01-31', '2021-01-01', 1 / 365],
  ])('%s', (_, endsOn, today, expected) => {
    expect(timeShare(2021, endsOn, today)).toBeCloseTo(expected, 10);
  });

  it('says by how many points a target is ahead or behind', () => {
    const at = { year: 2021, endsOn: '2021-06-30', today: '2021-07-05' };
    const grain = { comparator: '=', value: 50, unit: '批次', accumulates: 'sum' } as const;
    // Task 16 of the seed: 20 of 50 批次 at the end of June, 181 days of 365.
    expect(standingOfTarget(grain, [month(2, 12), month(5, 8)], at)).toEqual({
      cumulative: 20,
      share: 0.4,
      ahead: -9.6,
    });
    expect(standingOfTarget(grain, [month(2, 80)], at)).toEqual({ cumulative: 80, share: 1.6, ahead: 50.4 });
    expect(standingOfTarget(grain, [], at)).toEqual({ cumulative: null, share: null, ahead: null });
  });

  it('says nothing of what is owed anew every month', () => {
    const news = { comparator: '≥', value: 1, unit: '篇/月', accumulates: 'latest' } as const;
    const at = { year: 2021, endsOn: '2021-06-30', today: '2021-07-05' };
    expect(standingOfTarget(news, [month(6, 1)], at)).toEqual({ cumulative: 1, share: 1, ahead: null });
  });
});
