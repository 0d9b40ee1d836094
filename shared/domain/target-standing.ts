import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { Accumulates } from './accumulates.ts';
import type { AgencyId, PeriodId, TargetId } from './ids.ts';
import type { TargetView } from './matrix.ts';
import type { TargetValueRow } from './year-facts.ts';

/**
 * How far a target has come: from what was reported period by period to the value so far, its share of the target,
 * and how that compares with the share of the year that has gone (序时进度). All of it is pure.
 */

/** 篇/月: owed anew in every period, so no year's sum is measured by it. */
const EACH_PERIOD_UNIT = /[/／](?:日|天|周|旬|月|季度?|半年)$/u;

/** What was reported for a target in a period. */
export type PeriodValue = {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly value: number | null;
  readonly cumulative: number | null;
};

/**
 * The value so far at the end of a period. A cumulative value that was reported wins over what the periods before it
 * add up to. Where a longer period (a quarter) has a value, it stands in place of the shorter ones within it.
 *
 * @param values of one target and one agency, in any order
 * @param endsOn the last day (ISO) of the period asked about; later periods are left out
 * @returns `null` when nothing was reported
 */
export function cumulativeAt(accumulates: Accumulates, values: readonly PeriodValue[], endsOn: string): number | null {
  const counted: PeriodValue[] = [];
  const ordered = values
    .filter((each) => each.endsOn <= endsOn)
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn) || b.startsOn.localeCompare(a.startsOn));
  for (const each of ordered) {
    while ((counted.at(-1)?.startsOn ?? '') >= each.startsOn) counted.pop();
    counted.push(each);
  }
  let soFar: number | null = null;
  for (const { value, cumulative } of counted) {
    if (cumulative !== null) soFar = cumulative;
    else if (value !== null) soFar = accumulates === 'latest' ? value : plus(soFar ?? 0, value);
  }
  return soFar;
}

/**
 * What share of a target a value is, 0 to 1 and above.
 *
 * @returns `null` where there is no such share: nothing reported, a target of 0, or one not to be exceeded (≤)
 */
export function shareOfTarget(
  target: Pick<TargetView, 'comparator' | 'value'>,
  cumulative: number | null,
): number | null {
  if (cumulative === null || target.value <= 0 || target.comparator === '≤') return null;
  return cumulative / target.value;
}

/** Whether a value meets its target; `null` when nothing was reported. */
export function meetsTarget(
  { comparator, value }: Pick<TargetView, 'comparator' | 'value'>,
  cumulative: number | null,
): boolean | null {
  if (cumulative === null) return null;
  return comparator === '≤' ? cumulative <= value : cumulative >= value;
}

/**
 * 序时进度: the share of the plan's year that has gone at the end of a period, 0 to 1; at most until today.
 *
 * @param endsOn the last day of the period (ISO)
 * @param today ISO date
 */
export function timeShare(year: number, endsOn: string, today: string): number {
  const day = endsOn < today ? endsOn : today;
  const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
  const gone = differenceInCalendarDays(day, first) + 1;
  const all = differenceInCalendarDays(next, first);
  return Math.min(1, Math.max(0, gone / all));
}

/**
 * By how many points a target is ahead of the year (behind it: less than 0), to a tenth.
 *
 * @returns `null` where the two cannot be compared: no share, or a target that is owed anew in every period
 */
export function pointsAhead(target: Pick<TargetView, 'unit'>, share: number | null, time: number): number | null {
  if (share === null || EACH_PERIOD_UNIT.test(target.unit)) return null;
  return Math.round((Math.min(share, 1) - time) * 1000) / 10;
}

/** How a target of one agency stands in a period. */
export type TargetStanding = {
  /** So far; `null`: nothing was reported. */
  readonly cumulative: number | null;
  /** Of the target, 0 to 1 and above; see {@link shareOfTarget}. */
  readonly share: number | null;
  /** Points ahead of 序时进度; see {@link pointsAhead}. */
  readonly ahead: number | null;
};

/**
 * The three together.
 *
 * @param values of this target and one agency, of all periods
 * @param at `year`: the plan's; `endsOn`: of the period; `today`: ISO
 */
export function standingOfTarget(
  target: Pick<TargetView, 'comparator' | 'value' | 'unit' | 'accumulates'>,
  values: readonly PeriodValue[],
  at: { readonly year: number; readonly endsOn: string; readonly today: string },
): TargetStanding {
  const cumulative = cumulativeAt(target.accumulates, values, at.endsOn);
  const share = shareOfTarget(target, cumulative);
  return { cumulative, share, ahead: pointsAhead(target, share, timeShare(at.year, at.endsOn, at.today)) };
}

/** 0.1 + 0.2 is 0.3 here: reported figures have a few decimals, and so has their sum. */
function plus(one: number, other: number): number {
  return Number((one + other).toPrecision(12));
}

/** Key of a target of one agency in {@link valuesByTarget}. */
export function targetKey(targetId: TargetId, agencyId: AgencyId): string {
  return `${targetId}/${agencyId}`;
}

/** Values of a plan by target and agency (see {@link targetKey}), each with the days of its period. */
export function valuesByTarget(
  rows: readonly TargetValueRow[],
  periods: readonly { readonly id: PeriodId; readonly startsOn: string; readonly endsOn: string }[],
): ReadonlyMap<string, readonly PeriodValue[]> {
  const days = new Map(periods.map((period) => [period.id, period]));
  const byTarget = new Map<string, PeriodValue[]>();
  for (const { targetId, agencyId, periodId, value, cumulative } of rows) {
    const period = days.get(periodId);
    if (!period) continue;
    const each = { startsOn: period.startsOn, endsOn: period.endsOn, value, cumulative };
    const known = byTarget.get(targetKey(targetId, agencyId));
    if (known) known.push(each);
    else byTarget.set(targetKey(targetId, agencyId), [each]);
  }
  return byTarget;
}
