import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChineseNumber } from '#backend/plan/text/chinese-number.ts';
import { CHINESE_NUMBER_MAX, chineseDigits, chineseNumber } from '#shared/text/chinese-number.ts';

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

  test.each([
    [1, '一', '壹'],
    [10, '十', '壹拾'],
    [12, '十二', '壹拾贰'],
    [20, '二十', '贰拾'],
    [100, '一百', '壹佰'],
    [105, '一百零五', '壹佰零伍'],
    [110, '一百一十', '壹佰壹拾'],
    [2005, '二千零五', '贰仟零伍'],
    [2050, '二千零五十', '贰仟零伍拾'],
    [0, '0', '0'],
    [1.5, '1.5', '1.5'],
    [10_000, '10000', '10000'],
  ])('%d is written %s, and %s where nobody may alter it', (value, plain, legal) => {
    expect(chineseNumber(value)).toBe(plain);
    expect(chineseNumber(value, 'legal')).toBe(legal);
  });

  test('whatever number the program writes, it reads again as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: CHINESE_NUMBER_MAX }), (value) => {
        expect(parseChineseNumber(chineseNumber(value))).toBe(value);
        expect(parseChineseNumber(chineseNumber(value, 'legal'))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (year) => {
        expect(parseChineseNumber(chineseDigits(year))).toBe(year);
      }),
    );
  });
});
