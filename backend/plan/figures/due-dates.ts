import type { Due } from '#shared/domain/plan-reading.ts';
import { parseChineseNumber } from '../text/chinese-number.ts';

/** A due without its place in the text. */
export type DueWords = Omit<Due, 'span' | 'text'>;

/** What an expression found of a date, by the names of its groups. */
export type DateGroups = Readonly<Record<string, string | undefined>>;

export const KINDS: Readonly<Record<string, Due['kind']>> = {
  周: 'weekly',
  月: 'monthly',
  季度: 'quarterly',
  季: 'quarterly',
  半年: 'half-yearly',
  年: 'yearly',
};

/** Holidays with a fixed day: the day before each. 春节前 and 汛期前 fall on no fixed day. */
const DAY_BEFORE: Readonly<Record<string, readonly [month: number, day: number]>> = {
  国庆: [9, 30],
  五一: [4, 30],
};

/**
 * Builds the date the words give; a bare 2025年前 or 6月前 names no day, so it has none.
 *
 * @param planYear 0 when unknown, then months and quarters give no full date
 * @param labelled the words stand after 完成时限：, so that 2025年 means its end
 */
export function dated(groups: DateGroups, planYear: number, labelled = false): DueWords {
  const year = yearOf(groups['year'], planYear);
  const month = numberIn(groups['month']);
  const quarter = numberIn(groups['quarter']);
  if (month !== undefined && (groups['bare'] === undefined || labelled)) {
    return dateOn(year, month, numberIn(groups['day']) ?? dayOfEdge(groups['edge'], year, month));
  }
  if (quarter !== undefined) return dateOn(year, quarter * 3, lastDay(year, quarter * 3));
  if (groups['half'] !== undefined) return groups['half'] === '上' ? dateOn(year, 6, 30) : dateOn(year, 12, 31);
  const holiday = DAY_BEFORE[groups['season']?.replace(/[节“”]/gu, '') ?? ''];
  if (holiday !== undefined) return dateOn(year, ...holiday);
  const endsYear = groups['yearEnd'] ?? groups['yearEnd2'] ?? (labelled ? groups['year'] : undefined);
  return endsYear === undefined ? { kind: 'date' } : dateOn(year, 12, 31);
}

function dayOfEdge(edge: string | undefined, year: number, month: number): number {
  if (edge === '上旬') return 10;
  return edge === '中旬' ? 20 : lastDay(year, month);
}

function yearOf(word: string | undefined, planYear: number): number {
  if (word === undefined || word === '今' || word === '本' || word === '当') return planYear;
  if (word === '明') return planYear === 0 ? 0 : planYear + 1;
  return parseChineseNumber(word) ?? 0;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dateOn(year: number, month: number, day: number): DueWords {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return { kind: 'date' };
  return { kind: 'date', date: isoDateOf(year, month, day) };
}

export function isoDateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseChineseNumber(text);
}
