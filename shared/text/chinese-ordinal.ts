import { chineseNumber } from './chinese-number.ts';

/** A section's number: 一, 十, 十二, 二十. */
export function chineseOrdinal(value: number): string {
  return chineseNumber(value);
}
