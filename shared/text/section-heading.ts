import { chineseOrdinal } from './chinese-ordinal.ts';

const NUMERAL = '[一二三四五六七八九十百零〇]+';
/** 一、从严整治: the number and the words after it. */
const OWN_ORDINAL = new RegExp(`^(${NUMERAL})、\\s*(.+)$`, 'u');
/**
 * Other numbers a title may bring: （一）, (1), ①, 第一部分, 第二章, 第三节 …, 1、 and 1. (but not 3.15 专项行动, and not
 * 第二条生产线).
 */
const OWN_NUMBER = new RegExp(
  [
    `^[（(](?:${NUMERAL}|\\d{1,3})[）)]`,
    '^[①-⑳]',
    `^第(?:${NUMERAL}|\\d{1,3})(?:部分|章|篇|编)`,
    `^第(?:${NUMERAL}|\\d{1,3})(?:节|条)(?=[\\s、，：:]|$)`,
    '^\\d{1,3}(?:、|[.．](?!\\d))',
    `^${NUMERAL}、$`,
  ].join('|'),
  'u',
);

/**
 * The number and the words of a section, for a table that has a column for numbers. A title that brings its own number
 * keeps it, whatever its place in the plan.
 *
 * @returns `number` is empty where the title has a number of another form in itself: （一）从严整治
 */
export function sectionParts(ordinal: number, title: string): { readonly number: string; readonly title: string } {
  const [, own, words] = OWN_ORDINAL.exec(title) ?? [];
  if (own !== undefined && words !== undefined) return { number: own, title: words };
  return { number: OWN_NUMBER.test(title) ? '' : chineseOrdinal(ordinal), title };
}

/** A section in one line: `一、严格进口冷链食品管控`. A title that brings its own number keeps it. */
export function sectionHeading(ordinal: number, title: string): string {
  const parts = sectionParts(ordinal, title);
  return parts.number === '' ? title : `${parts.number}、${parts.title}`;
}
