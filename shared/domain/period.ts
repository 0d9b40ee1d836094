import { addDays } from 'date-fns/addDays';
import { endOfMonth } from 'date-fns/endOfMonth';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { subDays } from 'date-fns/subDays';

/** 周, 旬, 月, 季, 半年, 年, and a stretch of a person's own choosing. */
export const PERIOD_KINDS = ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year', 'own'] as const;

export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Kinds that come again and again: those a plan or a task can report by. */
export const CADENCES = ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'] as const;

export type Cadence = (typeof CADENCES)[number];

/** What happens to a due day that is no workday: it stays, or moves to the next or the last workday before. */
export const ON_HOLIDAY = ['stays', 'next-workday', 'previous-workday'] as const;

export type OnHoliday = (typeof ON_HOLIDAY)[number];

/**
 * A stretch of the plan's year for which agencies report. Dates are ISO (YYYY-MM-DD), both ends included. Within a
 * plan, kind and start tell it from every other one.
 */
export type PeriodDraft = {
  readonly kind: PeriodKind;
  /** What people and programs call it: `2021-10` for a month, else its title (2021年第四季度). */
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
};

const ISO_DATE = 'yyyy-MM-dd';

const QUARTERS = ['一', '二', '三', '四'] as const;
const HALVES = ['上', '下'] as const;
const TEN_DAYS = ['上旬', '中旬', '下旬'] as const;

/** Months of each kind that is made of whole months, and what the nth of them in a year is called. */
const OF_MONTHS = {
  month: { months: 1, label: (year: number, index: number) => `${year}-${String(index + 1).padStart(2, '0')}` },
  quarter: { months: 3, label: (year: number, index: number) => `${year}年第${QUARTERS[index] ?? ''}季度` },
  'half-year': { months: 6, label: (year: number, index: number) => `${year}年${HALVES[index] ?? ''}半年` },
  year: { months: 12, label: (year: number) => `${year}年` },
} as const;

/**
 * All periods of one kind in a year, in their order.
 *
 * @param year the plan's year
 * @param dueDay day of a period's last month by which a report is owed (task 52 of the seed: 每月15日前); absent: the
 *   period's last day. Weeks and ten days are always due on their last
 */
export function periodsOf(year: number, kind: Exclude<PeriodKind, 'own'>, dueDay?: number): readonly PeriodDraft[] {
  if (kind === 'week') return weeksOf(year);
  if (kind === 'ten-day') return tenDaysOf(year);
  const { months, label } = OF_MONTHS[kind];
  return Array.from({ length: 12 / months }, (_, index) => {
    const last = endOfMonth(new Date(year, (index + 1) * months - 1, 1));
    const due = dueDay === undefined ? last : new Date(year, last.getMonth(), Math.min(dueDay, last.getDate()));
    return {
      kind,
      label: label(year, index),
      startsOn: format(new Date(year, index * months, 1), ISO_DATE),
      endsOn: format(last, ISO_DATE),
      dueOn: format(due, ISO_DATE),
    };
  });
}

/** Weeks from Monday to Sunday, those whose Monday lies in the year. */
function weeksOf(year: number): readonly PeriodDraft[] {
  const first = new Date(year, 0, 1);
  const monday = addDays(first, (8 - first.getDay()) % 7);
  const mondays = Array.from({ length: 53 }, (_, week) => addDays(monday, week * 7));
  return mondays
    .filter((start) => start.getFullYear() === year)
    .map((start, index): PeriodDraft => {
      const endsOn = format(addDays(start, 6), ISO_DATE);
      return {
        kind: 'week',
        label: `${year}年第${index + 1}周`,
        startsOn: format(start, ISO_DATE),
        endsOn,
        dueOn: endsOn,
      };
    });
}

/** 上旬 and 中旬 have ten days, 下旬 the rest of the month. */
function tenDaysOf(year: number): readonly PeriodDraft[] {
  return Array.from({ length: 12 }, (_, month) => month).flatMap((month) =>
    TEN_DAYS.map((name, index): PeriodDraft => {
      const last = index === 2 ? endOfMonth(new Date(year, month, 1)) : new Date(year, month, (index + 1) * 10);
      const endsOn = format(last, ISO_DATE);
      return {
        kind: 'ten-day',
        label: `${year}年${month + 1}月${name}`,
        startsOn: format(new Date(year, month, index * 10 + 1), ISO_DATE),
        endsOn,
        dueOn: endsOn,
      };
    }),
  );
}

/** `2021-10` as a clerk reads it: 2021年10月. Labels of other kinds are returned as they are. */
export function periodTitle(label: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(label);
  return month ? `${month[1]}年${Number(month[2])}月` : label;
}

/**
 * The period a clerk works in today: the one that holds today, else the last that began, else the first. Of several
 * kinds the one the plan reports by.
 *
 * @param periods in order of their start
 * @param today ISO date
 * @param cadence the kind the plan reports by; without one, and where it has no such period, any kind will do
 */
export function currentPeriod<P extends { readonly kind: PeriodKind; readonly startsOn: string }>(
  periods: readonly P[],
  today: string,
  cadence?: Cadence,
): P | undefined {
  const ofCadence = periods.filter(({ kind }) => kind === cadence);
  const among = ofCadence.length > 0 ? ofCadence : periods;
  return among.findLast((period) => period.startsOn <= today) ?? among[0];
}

/** The day before a day, both as ISO dates. */
export function dayBefore(date: string): string {
  return isoDate(subDays(parseISO(date), 1));
}

/** The clerk's date as ISO text, in the machine's own time zone. */
export function isoDate(moment: Date): string {
  return format(moment, ISO_DATE);
}
