/** How a unit kept one past period: the days its last report came after the due day, 0 when in time. */
export type PastPeriod = {
  /** ISO day by which it was owed: tells the order. */
  readonly dueOn: string;
  readonly daysLate: number;
  /** Something owed for it was never reported to this day. */
  readonly open: boolean;
};

/** 迟报: how often a unit was late, and by how much. */
export type Delay = {
  /** Past periods that were looked at: those due, in which it owed something. */
  readonly periods: number;
  readonly late: number;
  /** Of those late: with something not reported to this day. */
  readonly open: number;
  /** Late among all, 0 to 1; `null` when there was none. */
  readonly share: number | null;
  /** Mean days of the late periods that were reported in the end; `null` when there is none. */
  readonly meanDays: number | null;
};

/**
 * Who will likely be late: who was late in at least `late` of the last `periods`, and in at least `share` of those
 * there were. What is known of fewer periods is known too little.
 */
export const LIKELY_LATE = { periods: 6, late: 2, share: 0.5 } as const;

/** How a unit kept the last periods, see {@link LIKELY_LATE}. */
export function delayOf(past: readonly PastPeriod[], last: number = LIKELY_LATE.periods): Delay {
  const known = past.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)).slice(-last);
  const late = known.filter(({ daysLate, open }) => daysLate > 0 || open);
  const closed = late.filter(({ open }) => !open);
  const days = closed.reduce((sum, { daysLate }) => sum + daysLate, 0);
  return {
    periods: known.length,
    late: late.length,
    open: late.length - closed.length,
    share: known.length === 0 ? null : late.length / known.length,
    meanDays: closed.length === 0 ? null : days / closed.length,
  };
}

/** Whether a unit is likely to be late again. */
export function isLikelyLate({ late, share }: Delay): boolean {
  return late >= LIKELY_LATE.late && share !== null && share >= LIKELY_LATE.share;
}

/** 近6期有4期迟报，平均晚5天；其中1期至今未报。 */
export function delayText({ periods, late, open, meanDays }: Delay): string {
  if (periods === 0) return '还没有到期的报送期';
  if (late === 0) return `近${periods}期都按时报送`;
  const mean = meanDays === null ? '' : `，平均晚${daysText(meanDays)}天`;
  const never = open === 0 ? '' : open === late ? '，至今都未报齐' : `，其中${open}期至今未报齐`;
  return `近${periods}期有${late}期迟报${mean}${never}`;
}

/** Days to the half: 5, 2.5. */
function daysText(days: number): string {
  return String(Math.max(0.5, Math.round(days * 2) / 2));
}
