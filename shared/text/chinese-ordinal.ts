import { chineseNumber } from './chinese-number.ts';

/** A section's number: 一, 十, 十二, 二十. */
export function chineseOrdinal(value: number): string {
  return chineseNumber(value);
}

/** `一、严格进口冷链食品管控`. A title that brings its own number keeps it. */
export function sectionHeading(ordinal: number, title: string): string {
  return /^[一二三四五六七八九十百]+、/.test(title) ? title : `${chineseOrdinal(ordinal)}、${title}`;
}
