const DIGITS = '零一二三四五六七八九';

/** 1 to 99 as a section's number: 一, 十, 十二, 二十. Larger numbers are returned in Arabic digits. */
export function chineseOrdinal(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return head + (ones === 0 ? '' : DIGITS[ones]);
}
