import { endOfMonth } from 'date-fns/endOfMonth';
import { format } from 'date-fns/format';

export const PERIOD_KINDS = ['month', 'quarter', 'half-year', 'year'] as const;

export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of the plan's year for which agencies report. Dates are ISO (YYYY-MM-DD), both ends included. */
export type PeriodDraft = {
  readonly kind: PeriodKind;
  /** Key and label for programs and tables: `2021-10`. */
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
};

const ISO_DATE = 'yyyy-MM-dd';

/**
 * The twelve months of a plan's year.
 *
 * @param year the plan's year
 * @param dueDay day of the month by which a report is owed (task 52 of the seed: 每月15日前); absent: the month's last day
 */
export function monthsOf(year: number, dueDay?: number): readonly PeriodDraft[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = new Date(year, month, 1);
    const last = endOfMonth(first);
    const dueOn = dueDay === undefined ? last : new Date(year, month, Math.min(dueDay, last.getDate()));
    return {
      kind: 'month',
      label: format(first, 'yyyy-MM'),
      startsOn: format(first, ISO_DATE),
      endsOn: format(last, ISO_DATE),
      dueOn: format(dueOn, ISO_DATE),
    };
  });
}

/** `2021-10` as a clerk reads it: 2021年10月. Labels of other kinds are returned as they are. */
export function periodTitle(label: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(label);
  return month ? `${month[1]}年${Number(month[2])}月` : label;
}

/**
 * The period a clerk works in today: the one that holds today, else the last that began, else the first.
 *
 * @param periods in order of their start
 * @param today ISO date
 */
export function currentPeriod<P extends { readonly startsOn: string }>(
  periods: readonly P[],
  today: string,
): P | undefined {
  return periods.findLast((period) => period.startsOn <= today) ?? periods[0];
}

/** The clerk's date as ISO text, in the machine's own time zone. */
export function isoDate(moment: Date): string {
  return format(moment, ISO_DATE);
}
