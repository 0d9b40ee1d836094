import { made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { readWorkCalendar } from '#backend/standing/read-calendar.ts';
import { resetCalendarYear, setCalendarYears } from '#db/commands/calendar.commands.ts';
import { listCalendarYears } from '#db/queries/calendar.queries.ts';
import { reportStep } from '../step-report.ts';
import { readCalendarFile, readCalendarWords } from './read-calendar-file.ts';

const PASTED = '粘贴的文字';

export const calendarHandlers = {
  list: os.calendar.list.handler(({ context }) => {
    const { db, seedsFolder, log } = context;
    const builtIn = readWorkCalendar(seedsFolder, (error) => log.error('work calendar not read', error));
    const own = new Set(listCalendarYears(db).map(({ year }) => year));
    const known = new Set(builtIn.years.map(({ year }) => year));
    return context.calendar.years
      .map((year) => ({ ...year, own: own.has(year.year), builtIn: known.has(year.year) }))
      .toSorted((one, other) => other.year - one.year);
  }),
  readText: os.calendar.readText.handler(({ input: { text } }) => readCalendarWords(text, PASTED)),
  readFile: os.calendar.readFile.handler(({ context, input: { file } }) =>
    readCalendarFile(pathOf(context, file, 'read'), context.intake),
  ),
  set: os.calendar.set.handler(({ context, input: { years } }) =>
    reportStep(context.db, setCalendarYears(context.db, years, made(context, 'typed'))),
  ),
  reset: os.calendar.reset.handler(({ context, input: { year } }) =>
    reportStep(context.db, resetCalendarYear(context.db, year, made(context, 'typed'))),
  ),
};
