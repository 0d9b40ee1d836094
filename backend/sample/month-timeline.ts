import { addDays } from 'date-fns/addDays';
import { parseISO } from 'date-fns/parseISO';
import { isoDate } from '#shared/domain/period.ts';
import type { Chance } from './chance.ts';

/** Something that happens at a moment (ISO) of the year. */
export type Happening = { readonly at: string; readonly happen: (at: string) => void };

/** How many come late, how many never in their month, how many cells are corrected afterwards: shares of 1. */
export type YearHabits = { readonly late: number; readonly missing: number; readonly corrected: number };

/** When the form of an agency comes back, or that it never does. */
export type Coming = { readonly on: string; readonly isLate: boolean } | null;

/** @param dueOn the day by which it was to come; @param endsOn the last day before the month is closed */
export function comingOf(
  about: readonly (string | number)[],
  { dueOn, endsOn }: { readonly dueOn: string; readonly endsOn: string },
  habits: YearHabits,
  chance: Chance,
): Coming {
  if (chance('missing', ...about) < habits.missing) return null;
  const isLate = chance('late', ...about) < habits.late;
  const days = isLate ? 1 + Math.floor(chance('days', ...about) * 9) : -Math.floor(chance('days', ...about) * 7);
  const on = dayAfter(dueOn, days);
  return { on: on > endsOn ? endsOn : on, isLate };
}

/** The day so many days after a day, or before it. */
export function dayAfter(day: string, days: number): string {
  return isoDate(addDays(parseISO(day), days));
}

/** A moment in office hours of a day. @param share 0 to 1, from morning to evening */
export function momentOf(day: string, share: number): string {
  const minutes = Math.floor(share * 9 * 60);
  const hour = String(1 + Math.floor(minutes / 60)).padStart(2, '0');
  return `${day}T${hour}:${String(minutes % 60).padStart(2, '0')}:00.000Z`;
}
