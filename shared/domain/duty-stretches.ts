import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { parseISO } from 'date-fns/parseISO';
import { moveDay } from './due-day.ts';
import { type Cadence, isoDate, type OnHoliday, periodsOf } from './period.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** When a regular duty comes again, and by which day of each stretch it is due. */
export type DutyRule = {
  readonly cadence: Cadence;
  /**
   * Day by which it is due: of a week 1 (Monday) to 7, of ten days 1 to 11, else of the month in which the stretch
   * ends. `null`: the last day.
   */
  readonly dueDay: number | null;
  /** Of yearly duties alone: the month of `dueDay`. `null`: December. */
  readonly dueMonth: number | null;
  /** `next`: due in the week, ten days, month or year after the stretch (次月5日前). */
  readonly dueIn: 'same' | 'next';
  readonly onHoliday: OnHoliday;
  /** From and until when it holds (ISO dates, both included); `null`: the whole year. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
};

/** One stretch of a regular duty: a week, ten days, month, quarter, half-year or year, and when its pieces are due. */
export type DutyStretch = {
  /** As periods are called: 2021-10, 2021年第四季度, 2021年. */
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
};

/**
 * The stretches of a duty in a year, in their order, those in which it holds.
 *
 * @param calendar for a due day that is no workday and moves; of years it does not know only weekends are
 */
export function dutyStretches(rule: DutyRule, year: number, calendar: WorkCalendar): readonly DutyStretch[] {
  return periodsOf(year, rule.cadence)
    .filter(
      ({ startsOn, endsOn }) =>
        (rule.startsOn === null || rule.startsOn <= endsOn) && (rule.endsOn === null || rule.endsOn >= startsOn),
    )
    .map(({ label, startsOn, endsOn }) => ({
      label,
      startsOn,
      endsOn,
      dueOn: moveDay(dueDay(rule, startsOn, endsOn), rule.onHoliday, calendar),
    }));
}

/** The due day as the words have it: a day that a month does not have is its last. */
function dueDay(rule: DutyRule, startsOn: string, endsOn: string): string {
  const { cadence, dueDay: day, dueMonth, dueIn } = rule;
  const next = dueIn === 'next';
  if (cadence === 'week' || cadence === 'ten-day') {
    const from = next ? addDays(parseISO(endsOn), 1) : parseISO(startsOn);
    if (day !== null) return next ? isoDate(addDays(from, day - 1)) : earlier(isoDate(addDays(from, day - 1)), endsOn);
    return next ? isoDate(addDays(from, cadence === 'week' ? 6 : 9)) : endsOn;
  }
  const end = parseISO(endsOn);
  const month =
    cadence === 'year' && dueMonth !== null
      ? new Date(end.getFullYear() + (next ? 1 : 0), dueMonth - 1, 1)
      : addMonths(new Date(end.getFullYear(), end.getMonth(), 1), next ? 1 : 0);
  const last = getDaysInMonth(month);
  return isoDate(addDays(month, Math.min(day ?? last, last) - 1));
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
