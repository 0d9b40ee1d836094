import { describe, expect, it } from 'vitest';
import { movedByYears, periodsOfYear, wordsOfYear } from '#shared/domain/next-year.ts';
import { periodsOf } from '#shared/domain/period.ts';

describe('the next year', () => {
  it.each([
    ['2021-11-20', 1, '2022-11-20'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2021-12-31', 2, '2023-12-31'],
  ])('moves %s by %s years to %s', (day, years, moved) => {
    expect(movedByYears(day, years)).toBe(moved);
  });

  it.each([
    ['2021年11月20日前', '2022年11月20日前'],
    ['2021.11.20', '2022.11.20'],
    ['2020年至2021年', '2020年至2022年'],
    ['12021元', '12021元'],
    ['11月底前', '11月底前'],
  ])('says %s as %s', (words, moved) => {
    expect(wordsOfYear(words, 2021, 2022)).toBe(moved);
  });

  it('has the same kinds of periods, due on the same days: the 15th, the last of the month, the month after', () => {
    const months = periodsOfYear(periodsOf(2021, 'month', 15), 2022);
    expect(months.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(['2022-01-15', '2022-02-15']);
    const last = periodsOfYear(periodsOf(2023, 'month'), 2024);
    expect(last[1]).toMatchObject({ label: '2024-02', endsOn: '2024-02-29', dueOn: '2024-02-29' });
    const quarters = periodsOf(2021, 'quarter').map((period) => ({ ...period, dueOn: nextMonth5th(period.endsOn) }));
    expect(periodsOfYear(quarters, 2022).map(({ dueOn }) => dueOn)).toEqual([
      '2022-04-05',
      '2022-07-05',
      '2022-10-05',
      '2023-01-05',
    ]);
    const weeks = periodsOf(2021, 'week').map((period) => ({ ...period, dueOn: period.startsOn }));
    expect(periodsOfYear(weeks, 2022)[0]).toMatchObject({ startsOn: '2022-01-03', dueOn: '2022-01-03' });
  });

  it('repeats no period of a person’s own choosing', () => {
    const own = {
      kind: 'own',
      label: '专项',
      startsOn: '2021-03-01',
      endsOn: '2021-03-09',
      dueOn: '2021-03-10',
    } as const;
    expect(periodsOfYear([own], 2022)).toEqual([]);
  });
});

function nextMonth5th(day: string): string {
  const month = Number(day.slice(5, 7)) + 1;
  return month > 12
    ? `${Number(day.slice(0, 4)) + 1}-01-05`
    : `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-05`;
}
