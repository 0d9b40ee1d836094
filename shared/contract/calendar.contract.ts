import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import { type CalendarYear, CalendarYearSchema } from '../domain/work-calendar.ts';
import { FileTicketSchema, read, step } from './call.ts';

/** A year of the calendar with where it comes from. */
export type CalendarYearView = CalendarYear & {
  /** Set in this data file, in place of what comes with the program. */
  readonly own: boolean;
  /** Comes with the program, so that an own one can be put back to it. */
  readonly builtIn: boolean;
};

const YEARS_MAX = 100;
/** A calendar of a hundred years as JSON. */
const CALENDAR_TEXT_MAX = 1_000_000;

/** 工作日历: days off and worked weekends by year. They are the data file's, for all its plans. */
export const calendarContract = {
  /** The calendar that stands, year by year, the newest first. */
  list: read.input(z.strictObject({})).output(type<readonly CalendarYearView[]>()),
  /** What a notice, a table or JSON says, pasted as text. Nothing is written. */
  readText: read
    .input(z.strictObject({ text: z.string().max(CALENDAR_TEXT_MAX) }))
    .output(type<readonly CalendarYear[]>()),
  /** The same of a file. */
  readFile: read.input(z.strictObject({ file: FileTicketSchema })).output(type<readonly CalendarYear[]>()),
  /** Sets whole years. */
  set: step
    .input(z.strictObject({ years: z.array(CalendarYearSchema).min(1).max(YEARS_MAX) }))
    .output(type<StepReport>()),
  /** Puts a year back to what comes with the program. */
  reset: step.input(z.strictObject({ year: z.int() })).output(type<StepReport>()),
};
