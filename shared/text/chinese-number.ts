/** The digits of an ordinary numeral and of one on a cheque, which nobody can alter with a stroke. */
const DIGITS = { plain: '零一二三四五六七八九', legal: '零壹贰叁肆伍陆柒捌玖' } as const;
const PLACES = { plain: ['', '十', '百', '千'], legal: ['', '拾', '佰', '仟'] } as const;

/** No list of an official document runs further; beyond it a hostile start value would only cost time. */
export const CHINESE_NUMBER_MAX = 9999;

/**
 * The one writer of Chinese numerals: 一, 十二, 二十, 一百零五; legal ones keep their 壹 (壹拾贰).
 * Its reader is backend/plan/text/chinese-number.ts.
 *
 * @returns the numeral; a number it has none for (0, a fraction, more than {@link CHINESE_NUMBER_MAX}) in Arabic digits
 */
export function chineseNumber(value: number, style: 'plain' | 'legal' = 'plain'): string {
  if (!Number.isInteger(value) || value < 1 || value > CHINESE_NUMBER_MAX) return String(value);
  const digits = [...String(value)].map(Number);
  let text = '';
  let pendingZero = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      pendingZero = true;
      continue;
    }
    if (pendingZero) text += '零';
    pendingZero = false;
    text += `${DIGITS[style][digit] ?? ''}${PLACES[style][digits.length - 1 - index] ?? ''}`;
  }
  // 十二, not 一十二; inside a numeral the 一 stays (一百一十二).
  return style === 'plain' ? text.replace(/^一十/, '十') : text;
}

/** Digit by digit, as years are written: 二〇二一. */
export function chineseDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => (digit === '0' ? '〇' : DIGITS.plain.charAt(Number(digit))));
}
