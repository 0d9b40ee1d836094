import { parseISO } from 'date-fns/parseISO';

/**
 * The moment that it is now on a day of its own: in the sample, steps are made and forms come back on the sample's day, at
 * the time the clock shows. Otherwise everything a clerk tries there would come years too late.
 *
 * @param day ISO date; `null`: the present
 */
export function momentOn(day: string | null, now: Date): Date {
  if (day === null) return now;
  const moment = parseISO(day);
  moment.setHours(now.getHours(), now.getMinutes(), now.getSeconds(), now.getMilliseconds());
  return moment;
}
