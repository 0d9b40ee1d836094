import { format, isValid, parse, parseISO } from 'date-fns';

/** ISO date as a clerk writes it: 2021年10月15日. An empty or odd text is returned as it is. */
export function dateText(iso: string): string {
  const date = parseISO(iso);
  return isValid(date) ? format(date, 'yyyy年M月d日') : iso;
}

/** ISO date without its year: 10月15日. */
export function shortDateText(iso: string): string {
  const date = parseISO(iso);
  return isValid(date) ? format(date, 'M月d日') : iso;
}

/** ISO moment as the time of day, to the second. */
export function timeText(iso: string): string {
  const moment = parseISO(iso);
  return isValid(moment) ? format(moment, 'HH:mm:ss') : iso;
}

/** ISO moment as `2021-10-15 08:30`. */
export function momentText(iso: string): string {
  const moment = parseISO(iso);
  return isValid(moment) ? format(moment, 'yyyy-MM-dd HH:mm') : iso;
}

/** Writings with a year, then writings without one; the reference date lends its year to the latter. */
const DATE_WRITINGS = ['yyyy-M-d', 'yyyy/M/d', 'yyyy.M.d', 'yyyy年M月d日', 'yyyyMMdd', 'M-d', 'M/d', 'M.d', 'M月d日'];

/**
 * Reads a date in any usual writing.
 *
 * @param text what was typed: 2021-10-15, 2021.10.15, 10月15日, 10.15 …
 * @param today ISO date that lends its year to writings without one
 * @returns the ISO date, `null` for an empty text, `undefined` when it is no date
 */
export function parseDateText(text: string, today: string): string | null | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '').replace(/号$/u, '日');
  if (folded === '') return null;
  const reference = parseISO(today);
  for (const writing of DATE_WRITINGS) {
    const date = parse(folded, writing, reference);
    if (isValid(date) && date.getFullYear() > 1900) return format(date, 'yyyy-MM-dd');
  }
  return undefined;
}
