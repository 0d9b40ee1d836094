import { format, isValid, parseISO } from 'date-fns';

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

/** ISO moment in a sentence: `2021年10月15日 08:30`. */
export function momentWords(iso: string): string {
  const moment = parseISO(iso);
  return isValid(moment) ? format(moment, 'yyyy年M月d日 HH:mm') : iso;
}
