import { type PeriodDraft, type PeriodKind, periodsOf } from './period.ts';

/** A day moved by whole years; 29 February becomes the 28th where the year has none. */
export function movedByYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const rest = day.slice(4);
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${year}${rest === '-02-29' && !isLeap ? '-02-28' : rest}`;
}

/** Words that name the old year with the new one in its place: 2021年11月20日前. */
export function wordsOfYear(text: string, from: number, to: number): string {
  return text.replaceAll(new RegExp(`(?<!\\d)${from}(?=年|[-./]\\d|\\D|$)`, 'gu'), String(to));
}

type OldPeriod = PeriodDraft & { readonly onHoliday?: string };

/**
 * The periods of another year that are due as those of this one: on the same day of the month, the last one where it
 * was the last, in the same month or as many months later. Periods of a person's own choosing are not repeated.
 */
export function periodsOfYear<Period extends OldPeriod>(
  old: readonly Period[],
  year: number,
): readonly (PeriodDraft & { readonly like: Period })[] {
  const kinds = [...new Set(old.map(({ kind }) => kind))].filter((kind) => kind !== 'own');
  return kinds.flatMap((kind) => {
    const before = old
      .filter((period) => period.kind === kind)
      .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
    return periodsOf(year, kind).flatMap((period, index) => {
      const like = before[index] ?? before.at(-1);
      return like === undefined ? [] : [{ ...period, dueOn: dueLike(like, period, kind), like }];
    });
  });
}

function dueLike(old: PeriodDraft, period: PeriodDraft, kind: PeriodKind): string {
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (kind === 'week' || kind === 'ten-day') return plusDays(period.endsOn, days(old.endsOn, old.dueOn));
  const months = monthOf(old.dueOn) - monthOf(old.endsOn);
  const month = monthOf(period.endsOn) + months;
  const lastDay = (at: number): number => new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  const oldDay = Number(old.dueOn.slice(8));
  const isLast = oldDay === lastDay(monthOf(old.dueOn));
  const day = isLast ? lastDay(month) : Math.min(oldDay, lastDay(month));
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Months since year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
