/**
 * Chinese numerals as official documents write them. Our own, because the libraries we tried
 * read 廿三 as 3 and 两 as 0 (docs: pitfalls, 49).
 */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};

const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };
/** One character for a whole ten: 廿三 is 23. */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };

/** Longer runs are not numbers anybody wrote; the bound keeps the cost of a lookup constant. */
const MAX_NUMERAL_LENGTH = 24;

/** The characters a Chinese numeral may hold, for use inside a character class. */
export const CHINESE_NUMERAL_CHARS = '〇零○一二两三四五六七八九十百千万亿廿卅卌';

/**
 * Reads a whole number written in Chinese or Arabic (also full-width) digits.
 *
 * @param text for example 五十三, 廿三, 两百零五, 二〇二一, １２
 * @returns the number, or `undefined` when the text is not one whole number
 */
export function parseChineseNumber(text: string): number | undefined {
  const numeral = text.normalize('NFKC').replace(/\s+/gu, '');
  if (numeral === '' || numeral.length > MAX_NUMERAL_LENGTH) return undefined;
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  const chars = [...numeral];
  if (chars.every((char) => char in DIGITS)) {
    return chars.length === 1 || /[〇零○]|^.{4}$/u.test(numeral) ? Number(chars.map(digitOf).join('')) : undefined;
  }
  return parseWithUnits(chars);
}

function digitOf(char: string): number {
  return DIGITS[char] ?? 0;
}

/** 一万二千三百零五: digits wait for the unit that multiplies them; 万 and 亿 close a group. */
function parseWithUnits(chars: readonly string[]): number | undefined {
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let lowestUnit = Number.POSITIVE_INFINITY;
  for (const char of chars) {
    const value = DIGITS[char];
    const small = SMALL_UNITS[char];
    const large = LARGE_UNITS[char];
    const tens = TENS[char];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (tens !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      group += tens;
      digit = undefined;
      lowestUnit = 10;
    } else if (small !== undefined) {
      if (small >= lowestUnit) return undefined;
      group += (digit === undefined || digit === 0 ? 1 : digit) * small;
      digit = undefined;
      lowestUnit = small;
    } else if (large !== undefined) {
      total = (total + group + (digit ?? 0)) * large;
      group = 0;
      digit = undefined;
      lowestUnit = Number.POSITIVE_INFINITY;
    } else {
      return undefined;
    }
  }
  return total + group + (digit ?? 0);
}
