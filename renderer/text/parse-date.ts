import { format, isValid, parse, parseISO } from 'date-fns';

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
