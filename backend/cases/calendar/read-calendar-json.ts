import { z } from 'zod';
import { type CalendarYear, CalendarYearSchema, WorkCalendarSchema } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import { yearsOf } from './calendar-years.ts';

const day = z.iso.date();

/** chinese-days: days with their words, those off and those worked. */
const DaysSchema = z.object({ holidays: z.record(day, z.string()), workdays: z.record(day, z.string()) });
/** holiday-cn: a year with its days, each off or not. */
const MarkedSchema = z.object({
  days: z.array(z.object({ name: z.string(), date: day, isOffDay: z.boolean() })).min(1),
});

/**
 * Reads the calendar of a library or of this program (seeds/work-calendar.json) out of JSON.
 *
 * @throws AppError CALENDAR_UNREADABLE | CALENDAR_YEAR_MIXED
 */
export function readCalendarJson(text: string, source: string): readonly CalendarYear[] {
  const value = parse(text);
  const whole = WorkCalendarSchema.safeParse(value);
  if (whole.success) return whole.data.years;
  const years = z
    .array(CalendarYearSchema)
    .min(1)
    .safeParse(Array.isArray(value) ? value : [value]);
  if (years.success) return years.data;
  const listed = DaysSchema.safeParse(value);
  if (listed.success) {
    const { holidays, workdays } = listed.data;
    return yearsOf([...daysOf(holidays, false), ...daysOf(workdays, true)], source);
  }
  const marked = z.union([MarkedSchema.transform((one) => [one]), z.array(MarkedSchema)]).safeParse(value);
  if (!marked.success) throw new AppError('CALENDAR_UNREADABLE');
  const days = marked.data.flatMap((each) => each.days);
  return yearsOf(
    days.map(({ name, date, isOffDay }) => ({ name, from: date, to: date, isWorked: !isOffDay })),
    source,
  );
}

function daysOf(days: Readonly<Record<string, string>>, isWorked: boolean) {
  return Object.entries(days).map(([date, words]) => {
    return { name: words.split(',')[1] ?? words, from: date, to: date, isWorked };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('CALENDAR_UNREADABLE', {}, { cause });
  }
}
