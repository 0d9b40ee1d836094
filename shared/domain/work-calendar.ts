import { z } from 'zod';

const DaySchema = z.iso.date();

/** Days off of a year (`from` to `to`, both included) and the weekends worked in exchange. Dates are ISO. */
export const CalendarYearSchema = z.strictObject({
  year: z.int().min(1950).max(2200),
  /** The notice that says so. */
  source: z.string().max(200),
  holidays: z.array(z.strictObject({ name: z.string().max(40), from: DaySchema, to: DaySchema })).max(100),
  workdays: z.array(DaySchema).max(100),
});

export type CalendarYear = z.infer<typeof CalendarYearSchema>;

/**
 * Workdays and holidays by year, as the State Council announces them each autumn. Data: seeds/work-calendar.json, and
 * the years an office has set itself (table `calendar_year`).
 */
export const WorkCalendarSchema = z.strictObject({ title: z.string(), years: z.array(CalendarYearSchema) });

export type WorkCalendar = z.infer<typeof WorkCalendarSchema>;

/** No holidays known at all: weekends only. */
export const WEEKENDS_ONLY: WorkCalendar = { title: '', years: [] };

/** Whether the holidays of a year are known. Of other years only the weekends are, and whoever shows a day may say so. */
export function isYearKnown(calendar: WorkCalendar, year: number): boolean {
  return calendar.years.some((known) => known.year === year);
}

/** A calendar with some of its years as others have them. */
export function overlayYears(calendar: WorkCalendar, years: WorkCalendar['years']): WorkCalendar {
  const replaced = new Set(years.map(({ year }) => year));
  const all = [...calendar.years.filter(({ year }) => !replaced.has(year)), ...years];
  return { ...calendar, years: all.toSorted((one, other) => one.year - other.year) };
}

/** Whether a day (ISO) is worked. */
export function isWorkday(calendar: WorkCalendar, day: string): boolean {
  const { worked, off } = daysOf(calendar);
  return worked.has(day) || (!off.has(day) && !isWeekend(day));
}

type Days = { readonly worked: ReadonlySet<string>; readonly off: ReadonlySet<string> };

const known = new WeakMap<WorkCalendar, Days>();

/** The days of a calendar one by one, made once: lights ask about thousands of days. */
function daysOf(calendar: WorkCalendar): Days {
  const made = known.get(calendar);
  if (made) return made;
  // A holiday may be announced with the year before (1 January with 31 December), so all years are asked.
  const off = new Set(calendar.years.flatMap(({ holidays }) => holidays.flatMap(daysBetween)));
  const days = { worked: new Set(calendar.years.flatMap(({ workdays }) => workdays)), off };
  known.set(calendar, days);
  return days;
}

function daysBetween({ from, to }: { readonly from: string; readonly to: string }): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < 366; day = dayBeside(day, 1)) days.push(day);
  return days;
}

/** The day itself when it is worked, else the next one that is (ISO). */
export function nextWorkday(calendar: WorkCalendar, day: string): string {
  let next = day;
  while (!isWorkday(calendar, next)) next = dayBeside(next, 1);
  return next;
}

/** The day itself when it is worked, else the last one before that is (ISO). */
export function previousWorkday(calendar: WorkCalendar, day: string): string {
  let last = day;
  while (!isWorkday(calendar, last)) last = dayBeside(last, -1);
  return last;
}

/**
 * The day by which something is due within so many workdays (ISO): the first workday after `day` counts 1, as
 * 在30个工作日内 is counted from the day after (民法典第二百零一条).
 *
 * @param count 1 or more
 */
export function addWorkdays(calendar: WorkCalendar, day: string, count: number): string {
  let last = day;
  for (let counted = 0; counted < count; counted++) last = nextWorkday(calendar, dayBeside(last, 1));
  return last;
}

// Days as such, without hours or time zones: reckoned in UTC.
function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function dayBeside(day: string, days: 1 | -1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
