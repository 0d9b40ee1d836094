import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChineseNumber } from '#backend/plan/text/chinese-number.ts';

const DIGITS = '零一二三四五六七八九';

/** Writes 1 to 9999 the usual way: 二千零五, 五十三, 十二. */
function written(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${DIGITS.charAt(digit)}${name}`;
    gap = false;
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

describe('Chinese numerals', () => {
  test.each([
    ['五十三', 53],
    ['廿三', 23],
    ['卅', 30],
    ['两', 2],
    ['两百零五', 205],
    ['十', 10],
    ['二十', 20],
    ['百', 100],
    ['一百一十', 110],
    ['一万二千', 12_000],
    ['二〇二一', 2021],
    ['二○二一', 2021],
    ['〇', 0],
    ['１２', 12],
    ['100', 100],
    ['三亿', 300_000_000],
  ])('%s is %d', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });

  test.each(['', '县', '三县', '十百', '三四五', '1.5', '一'.repeat(40)])('%j is no number', (text) => {
    expect(parseChineseNumber(text)).toBeUndefined();
  });

  test('every number up to 9999 is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseChineseNumber(written(value))).toBe(value);
      }),
    );
  });
});
