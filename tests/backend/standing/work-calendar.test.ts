import { describe, expect, it } from 'vitest';
import { readWorkCalendar } from '#backend/standing/read-calendar.ts';
import { addWorkdays, isWorkday, isYearKnown, nextWorkday, WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';

const calendar = readWorkCalendar(SEEDS, (error) => {
  throw error;
});

describe('the work calendar', () => {
  it.each([
    ['2021-10-08', true, 'the Friday after the National Day holidays'],
    ['2021-10-07', false, 'their last day'],
    ['2021-10-09', true, 'a Saturday worked in exchange'],
    ['2021-10-10', false, 'a usual Sunday'],
    ['2023-01-02', false, 'a Monday off with New Year, announced for the year before and this one'],
    ['2022-12-31', false, 'the Saturday before it'],
    ['2026-02-28', true, 'a Saturday worked for the Spring Festival of 2026'],
    ['2026-02-23', false, 'its last day'],
  ])('knows %s: %s (%s)', (day, worked) => {
    expect(isWorkday(calendar, day)).toBe(worked);
  });

  it('finds the next day that is worked, over holidays and worked weekends', () => {
    expect(nextWorkday(calendar, '2021-10-01')).toBe('2021-10-08');
    expect(nextWorkday(calendar, '2021-10-08')).toBe('2021-10-08');
    expect(nextWorkday(calendar, '2024-02-10')).toBe('2024-02-18');
  });

  it.each([
    ['2021-09-30', 1, '2021-10-08', 'the first workday after the day counts 1; the holidays are left out'],
    ['2021-10-08', 1, '2021-10-09', 'a Saturday worked in exchange counts'],
    ['2021-10-08', 2, '2021-10-11', 'a usual Sunday does not'],
    ['2021-10-03', 1, '2021-10-08', 'from a day off as from a workday'],
    ['2021-09-24', 30, '2021-11-10', '30个工作日 over the National Day holidays and their worked Sunday'],
    ['2022-01-28', 5, '2022-02-09', 'over the Spring Festival and its worked weekend'],
  ])('counts from %s %s workdays to %s (%s)', (day, count, due) => {
    expect(addWorkdays(calendar, day, count)).toBe(due);
  });

  it('counts weekends only where nothing else is known', () => {
    expect(addWorkdays(WEEKENDS_ONLY, '2021-09-30', 5)).toBe('2021-10-07');
  });

  it('says which years it knows, and of others knows only the weekends', () => {
    expect([2003, 2004, 2026, 2027].map((year) => isYearKnown(calendar, year))).toEqual([false, true, true, false]);
    expect(isWorkday(calendar, '2027-10-01')).toBe(true);
    expect(isWorkday(WEEKENDS_ONLY, '2021-10-01')).toBe(true);
  });

  it('has days off and worked weekends only where they can be', () => {
    for (const { year, holidays, workdays } of calendar.years) {
      for (const { from, to } of holidays) {
        expect(from <= to).toBe(true);
        expect(to.startsWith(String(year))).toBe(true);
      }
      for (const day of workdays) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
    }
  });

  it('that cannot be read leaves the weekends, and says why', () => {
    const failures: unknown[] = [];
    expect(readWorkCalendar('/nowhere', (error) => failures.push(error))).toEqual(WEEKENDS_ONLY);
    expect(failures).toHaveLength(1);
  });
});
