import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { ProgressTexts } from '#backend/returns/progress-texts.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';

/** What can be meant in this period. Dates are ISO. */
export type PlausibleGround = {
  readonly period: { readonly startsOn: string };
  readonly planYear: number;
  readonly today: string;
};

export type PlausibleEntry = {
  /** What came back, of what can be read; a field that did not come back is left out. */
  readonly theirs: Readonly<Partial<ProgressTexts>>;
  readonly ours: ProgressTexts;
  /** What the agency reported for the period before; `null`: nothing is known. */
  readonly last: ProgressTexts | null;
};

/** A report may be dated in the month before its period, hardly earlier. */
const MONTHS_BEFORE = 1;

/** 80% beside 已完成 is a habit of some agencies; 1% there was meant for 100%. */
const HARDLY_BEGUN = 1;

/** Reports on a year are still written in the January after it. */
const LAST_DAY_AFTER = '-01-31';

/**
 * What was read and can hardly be meant, whatever made the reading: a day outside the plan's year or after today, 100%
 * beside 未启动, 1% beside 已完成, a percentage that goes down.
 *
 * @returns Chinese doubts by field
 */
export function implausible(
  entry: PlausibleEntry,
  ground: PlausibleGround,
): Readonly<Partial<Record<ProgressField, readonly string[]>>> {
  const { theirs, ours } = entry;
  const percent = numberOf(theirs.percent ?? ours.percent);
  const status = theirs.status || ours.status;
  const apart =
    percent !== null && percent <= HARDLY_BEGUN && status === STATUS_LABELS.done && theirs.percent
      ? [`进展状态“${status}”，完成比例却是 ${percent}%`]
      : [];
  const notBegun =
    percent === 100 && status === STATUS_LABELS['not-started'] ? [`完成比例 100%，进展状态却是“${status}”`] : [];
  return {
    status: notBegun,
    percent: [...notBegun, ...apart, ...percentDoubts(entry)],
    reportedOn: theirs.reportedOn ? dayDoubts(theirs.reportedOn, ground) : [],
  };
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}

function percentDoubts({ theirs, ours, last }: PlausibleEntry): string[] {
  const percent = numberOf(theirs.percent);
  if (percent === null) return [];
  const doubts: string[] = [];
  if (percent > 0 && percent < 1) doubts.push('完成比例不到 1%');
  const [now, before] = [numberOf(ours.percent), numberOf(last?.percent)];
  if (now !== null && percent < now) doubts.push(`低于现有的 ${now}%`);
  else if (before !== null && percent < before) doubts.push(`低于上期的 ${before}%`);
  return doubts;
}

function dayDoubts(day: string, { period, planYear, today }: PlausibleGround): string[] {
  const year = Number(day.slice(0, 4));
  if (year !== planYear && !(year === planYear + 1 && day <= `${year}${LAST_DAY_AFTER}`)) {
    return [`${day} 不在 ${planYear} 年内`];
  }
  if (day > today) return [`${day} 晚于今天`];
  const earliest = format(addMonths(parseISO(period.startsOn), -MONTHS_BEFORE), 'yyyy-MM-dd');
  return day < earliest ? [`${day} 比本期早得多`] : [];
}
