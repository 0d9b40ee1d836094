import type { CalendarYear } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';

/** A stretch of days off, or days worked in exchange. */
export type CalendarDays = {
  /** Of the holiday; empty where nobody said. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly isWorked: boolean;
};

/** Longest stretch of days off: more is a mistake in a date. */
const STRETCH_MAX = 31;

/**
 * Sorts days into years, each day once. A stretch over New Year is of the year in which it ends, as it is announced.
 *
 * @throws AppError CALENDAR_YEAR_MIXED when a day is both off and worked | CALENDAR_UNREADABLE when one is far too long
 */
export function yearsOf(days: readonly CalendarDays[], source: string): readonly CalendarYear[] {
  const worked = new Set(days.filter(({ isWorked }) => isWorked).flatMap(({ from, to }) => eachDay(from, to)));
  const off = days.filter(({ isWorked }) => !isWorked);
  const mixed = off.flatMap(({ from, to }) => eachDay(from, to)).find((day) => worked.has(day));
  if (mixed !== undefined) throw new AppError('CALENDAR_YEAR_MIXED', { day: mixed });
  const years = new Set([...off.map(({ to }) => to), ...worked].map((day) => day.slice(0, 4)));
  return [...years].toSorted().map((year) => ({
    year: Number(year),
    source,
    holidays: joined(off.filter(({ to }) => to.startsWith(year))),
    workdays: [...worked].filter((day) => day.startsWith(year)).toSorted(),
  }));
}

/** Days of one holiday beside each other, as one stretch. */
function joined(days: readonly CalendarDays[]): CalendarYear['holidays'] {
  const stretches: { name: string; from: string; to: string }[] = [];
  for (const { name, from, to } of days.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = stretches.at(-1);
    if (last && from <= dayAfter(last.to) && (name === '' || last.name === name || last.name === HOLIDAY_NAME)) {
      if (to > last.to) last.to = to;
      if (name !== '') last.name = name;
    } else stretches.push({ name: name || HOLIDAY_NAME, from, to });
  }
  return stretches;
}

const HOLIDAY_NAME = '放假';

function eachDay(from: string, to: string): readonly string[] {
  const days = [from];
  for (let day = from; day < to; days.push(day)) {
    day = dayAfter(day);
    if (days.length > STRETCH_MAX) throw new AppError('CALENDAR_UNREADABLE');
  }
  return days;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
