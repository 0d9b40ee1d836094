import { expect, test } from 'vitest';
import { periodsOf, periodTitle } from '#shared/domain/period.ts';

test.each([
  ['ten-day', 36, '2021年1月上旬', '2021年12月下旬'],
  ['month', 12, '2021年1月', '2021年12月'],
  ['quarter', 4, '2021年第一季度', '2021年第四季度'],
  ['half-year', 2, '2021年上半年', '2021年下半年'],
  ['year', 1, '2021年', '2021年'],
] as const)('the periods of kind %s fill the year without a gap', (kind, count, first, last) => {
  const periods = periodsOf(2021, kind);
  expect(periods).toHaveLength(count);
  expect(periods.map((period) => periodTitle(period.label)).at(0)).toBe(first);
  expect(periods.map((period) => periodTitle(period.label)).at(-1)).toBe(last);
  expect(periods[0]?.startsOn).toBe('2021-01-01');
  expect(periods.at(-1)?.endsOn).toBe('2021-12-31');
  periods.slice(1).forEach((period, index) => {
    expect(Date.parse(period.startsOn) - Date.parse(periods[index]?.endsOn ?? '')).toBe(24 * 60 * 60 * 1000);
  });
});

test('the last ten days of a month have as many days as are left, and are due on the last', () => {
  const february = periodsOf(2024, 'ten-day').slice(3, 6);
  expect(february.map(({ startsOn, endsOn, dueOn }) => [startsOn, endsOn, dueOn])).toEqual([
    ['2024-02-01', '2024-02-10', '2024-02-10'],
    ['2024-02-11', '2024-02-20', '2024-02-20'],
    ['2024-02-21', '2024-02-29', '2024-02-29'],
  ]);
});

test('a report is due on the day asked for in the last month of its period, or on the last day there is', () => {
  expect(
    periodsOf(2021, 'month', 31)
      .map((period) => period.dueOn)
      .slice(0, 3),
  ).toEqual(['2021-01-31', '2021-02-28', '2021-03-31']);
  expect(periodsOf(2021, 'quarter', 15).map((period) => period.dueOn)).toEqual([
    '2021-03-15',
    '2021-06-15',
    '2021-09-15',
    '2021-12-15',
  ]);
  expect(periodsOf(2021, 'year').map((period) => period.dueOn)).toEqual(['2021-12-31']);
});
