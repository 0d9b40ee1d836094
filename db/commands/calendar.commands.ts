import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { Made } from '#shared/domain/step.ts';
import type { CalendarYear } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/**
 * Sets the workdays and holidays of years as the office has them, one step. They stand in place of those that come with
 * the program.
 *
 * @throws AppError CALENDAR_YEAR_MIXED when a day is both off and worked | NOTHING_TO_CHANGE
 */
export function setCalendarYears(db: WritableDb, years: readonly CalendarYear[], made: Made): CommittedStep {
  const writes = years.map((year): RowWrite => {
    refuseMixed(year);
    const values = {
      year: year.year,
      source: year.source,
      holidays: JSON.stringify(year.holidays),
      workdays: JSON.stringify(year.workdays.toSorted()),
    };
    return { table: 'calendar_year', id: idOf(db, year.year), values };
  });
  const label = `设定工作日历：${years.map(({ year }) => `${year}年`).join('、')}`;
  return commitStep(db, { code: 'calendar.set', label, ...made }, writes);
}

/** Has a year as it comes with the program again. @throws AppError CALENDAR_YEAR_UNKNOWN when it was never set */
export function resetCalendarYear(db: WritableDb, year: number, made: Made): CommittedStep {
  const id = idOf(db, year);
  if (id === null) throw new AppError('CALENDAR_YEAR_UNKNOWN', { year });
  return commitStep(db, { code: 'calendar.reset', label: `工作日历恢复为程序自带：${year}年`, ...made }, [
    { table: 'calendar_year', id, values: null },
  ]);
}

function idOf(db: WritableDb, year: number): number | null {
  const row = prepared(db, 'SELECT id FROM calendar_year WHERE year = ?').get(year);
  return (row as { readonly id: number } | undefined)?.id ?? null;
}

function refuseMixed({ holidays, workdays }: CalendarYear): void {
  const mixed = workdays.find((day) => holidays.some(({ from, to }) => from <= day && day <= to));
  if (mixed !== undefined) throw new AppError('CALENDAR_YEAR_MIXED', { day: mixed });
  const turned = holidays.find(({ from, to }) => to < from);
  if (turned) throw new AppError('PERIOD_DATES');
}
