import { describe, expect, it } from 'vitest';
import { readWorkCalendar } from '#backend/standing/read-calendar.ts';
import { dueDayOf, isDueDayUnsure } from '#shared/domain/due-day.ts';
import type { OnHoliday } from '#shared/domain/period.ts';
import { overlayYears, WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';

const calendar = readWorkCalendar(SEEDS, (error) => {
  throw error;
});

describe('the due day that counts', () => {
  it.each<[string, OnHoliday, string, string]>([
    ['2021-11-20', 'stays', '2021-11-20', 'task 53: a Saturday, and it stays'],
    ['2021-11-20', 'next-workday', '2021-11-22', 'the Monday after'],
    ['2021-11-20', 'previous-workday', '2021-11-19', 'the Friday before'],
    ['2021-10-05', 'stays', '2021-10-05', 'within 国庆'],
    ['2021-10-05', 'next-workday', '2021-10-08', 'the day after 国庆'],
    ['2021-10-05', 'previous-workday', '2021-09-30', 'the day before 国庆'],
    ['2021-10-09', 'next-workday', '2021-10-09', 'a Saturday worked in exchange'],
    ['2021-02-15', 'next-workday', '2021-02-18', 'within 春节, a workday after it'],
    ['2023-01-01', 'previous-workday', '2022-12-30', 'over New Year'],
    ['2022-12-31', 'next-workday', '2023-01-03', 'over New Year, forward'],
    ['2024-02-29', 'next-workday', '2024-02-29', 'a leap day that is worked'],
  ])('%s %s: %s (%s)', (dueOn, onHoliday, expected) => {
    expect(dueDayOf({ dueOn, onHoliday }, calendar)).toBe(expected);
  });

  it('says when the holidays of its year are not known', () => {
    const unsure = (dueOn: string, onHoliday: OnHoliday) => {
      const period = { dueOn, onHoliday };
      return isDueDayUnsure(period, dueDayOf(period, calendar), calendar);
    };
    expect(unsure('2027-10-05', 'stays')).toBe(false);
    expect(unsure('2027-10-05', 'next-workday')).toBe(true);
    expect(unsure('2026-10-05', 'next-workday')).toBe(false);
    expect(unsure('2003-05-05', 'previous-workday')).toBe(true);
  });

  it('follows a year that the office has set itself', () => {
    const year = { year: 2021, source: '县里通知', holidays: [], workdays: ['2021-11-20'] };
    const own = overlayYears(calendar, [year]);
    expect(dueDayOf({ dueOn: '2021-11-20', onHoliday: 'next-workday' }, own)).toBe('2021-11-20');
    expect(dueDayOf({ dueOn: '2021-10-05', onHoliday: 'next-workday' }, own)).toBe('2021-10-05');
    expect(dueDayOf({ dueOn: '2022-10-05', onHoliday: 'next-workday' }, own)).toBe('2022-10-08');
    expect(overlayYears(WEEKENDS_ONLY, [year]).years).toEqual([year]);
  });
});
