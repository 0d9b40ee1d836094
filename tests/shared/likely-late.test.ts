// The rule of 迟报 as a table of cases: what is known of past periods, what is said of them, whether the unit will
// likely be late again.
import { expect, test } from 'vitest';
import { delayOf, delayText, isLikelyLate, type PastPeriod } from '#shared/domain/likely-late.ts';

/** Days late of each month in its order; `x`: never reported to this day. */
function months(...days: readonly (number | 'x')[]): readonly PastPeriod[] {
  return days.map((late, index) => ({
    dueOn: `2021-${String(index + 1).padStart(2, '0')}-15`,
    daysLate: late === 'x' ? 0 : late,
    open: late === 'x',
  }));
}

const CASES: readonly (readonly [string, readonly PastPeriod[], string, boolean])[] = [
  ['nothing is due yet', months(), '还没有到期的报送期', false],
  ['always in time', months(0, 0, 0), '近3期都按时报送', false],
  ['four of six, five days each', months(0, 5, 4, 0, 6, 5), '近6期有4期迟报，平均晚5天', true],
  ['half of them', months(0, 3, 0, 3, 0, 3), '近6期有3期迟报，平均晚3天', true],
  ['less than half', months(0, 0, 0, 3, 0, 3), '近6期有2期迟报，平均晚3天', false],
  ['once, of one: too little is known', months(9), '近1期有1期迟报，平均晚9天', false],
  ['twice, of two', months(1, 2), '近2期有2期迟报，平均晚1.5天', true],
  ['what is long past no longer counts', months(9, 9, 9, 0, 0, 0, 0, 0, 0), '近6期都按时报送', false],
  ['the last six of nine', months(0, 0, 0, 4, 4, 4, 0, 0, 0), '近6期有3期迟报，平均晚4天', true],
  ['one was never reported', months(0, 2, 'x'), '近3期有2期迟报，平均晚2天，其中1期至今未报齐', true],
  ['none was ever reported', months('x', 'x'), '近2期有2期迟报，至今都未报齐', true],
];

test.each(CASES)('%s', (_, past, text, likely) => {
  const delay = delayOf(past);
  expect(delayText(delay)).toBe(text);
  expect(isLikelyLate(delay)).toBe(likely);
});

test('the order in which periods are told does not matter', () => {
  const past = months(9, 9, 9, 0, 0, 0, 0, 0, 0);
  expect(delayOf(past.toReversed())).toEqual(delayOf(past));
});
