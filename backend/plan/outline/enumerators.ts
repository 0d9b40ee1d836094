import { CHINESE_NUMERAL_CHARS, parseChineseNumber } from '../text/chinese-number.ts';

/**
 * The numbering an official document puts before a heading or a task, from the outermost (第一章) to the
 * innermost (①). The ranks follow the order of the national layout standard: 一、 （一） 1. （1）; 1.1 stands between the last two.
 */
export type EnumeratorRank = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export type Enumerator = Readonly<{
  rank: EnumeratorRank;
  number: number;
  /** UTF-16 length of the enumerator itself, without the blanks after it. */
  length: number;
  /** Written in brackets: it stays recognisable when the line breaks around it are lost. */
  bracketed: boolean;
}>;

export const RANK_CHINESE = 2;
export const RANK_CHINESE_BRACKET = 4;
export const RANK_ARABIC = 5;
/** 1.1, 1.2: believed only at the start of a line, for 2.4 is a quantity elsewhere. */
export const RANK_DECIMAL = 6;

const NUMERAL = `[${CHINESE_NUMERAL_CHARS}]{1,6}`;

const RULES: readonly Readonly<{ rank: EnumeratorRank; pattern: RegExp; bracketed: boolean }>[] = [
  {
    rank: 0,
    pattern: new RegExp(`第(${NUMERAL}|\\d{1,3})(?:章|部分|篇|编)(?=[\\s、：:]|[\\u4e00-\\u9fff])`, 'uy'),
    bracketed: false,
  },
  { rank: 1, pattern: new RegExp(`第(${NUMERAL}|\\d{1,3})节(?=[\\s、：:]|[\\u4e00-\\u9fff])`, 'uy'), bracketed: false },
  {
    rank: 2,
    pattern: new RegExp(`(${NUMERAL})[、．.](?![${CHINESE_NUMERAL_CHARS}]{1,6}[、．.])`, 'uy'),
    bracketed: false,
  },
  {
    rank: 3,
    pattern: new RegExp(`第(${NUMERAL}|\\d{1,3})条(?:措施)?[、：:．.]?(?=[\\s]|[^的款项之规至、，])`, 'uy'),
    bracketed: false,
  },
  {
    rank: 4,
    pattern: new RegExp(`(?:任务|事项|措施|项目|行动)(${NUMERAL}|\\d{1,3})(?:[：:．.]|\\s(?=[\\u4e00-\\u9fff]))`, 'uy'),
    bracketed: false,
  },
  {
    rank: 4,
    pattern: new RegExp(`[（(〔［【﹝\\[]\\s?(${NUMERAL})\\s?[）)〕］】﹞\\]][、．.]?`, 'uy'),
    bracketed: true,
  },
  { rank: 5, pattern: /([0-9０-９]{1,5})\s?(?:[.．](?![0-9０-９])|、(?![0-9０-９]{1,3}[、.．]))/uy, bracketed: false },
  {
    rank: RANK_DECIMAL,
    pattern:
      /\d{1,2}[.．](?:\d{1,2}[.．])?(\d{1,2})[、．.]?(?=[\s\u4e00-\u9fff“])(?!\s?[亿万千百元个倍吨米度平家户公分点倍年月日号版])/uy,
    bracketed: false,
  },
  { rank: 7, pattern: /[（(]\s?([0-9０-９]{1,3})\s?[）)][、．.]?/uy, bracketed: true },
  { rank: 8, pattern: /([0-9０-９]{1,2})[）)][、．.]?/uy, bracketed: false },
];

const CIRCLED_FIRST = '①'.charCodeAt(0);
const CIRCLED_COUNT = 20;

/**
 * The enumerator that starts exactly at `index`, if any.
 *
 * @param text any text; nothing before `index` is looked at
 */
export function enumeratorAt(text: string, index: number): Enumerator | undefined {
  const circled = text.charCodeAt(index) - CIRCLED_FIRST;
  if (circled >= 0 && circled < CIRCLED_COUNT) return { rank: 9, number: circled + 1, length: 1, bracketed: true };
  for (const { rank, pattern, bracketed } of RULES) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    const number = match === null ? undefined : parseChineseNumber(match[1] ?? '');
    if (match !== null && number !== undefined && number > 0)
      return { rank, number, length: match[0].length, bracketed };
  }
  return undefined;
}

/** 11.121人才梯队项目: a title that starts with digits. Only a running series tells it from 11.121. */
const BEFORE_DIGITS = /([0-9]{1,3})[.．](?=[0-9]{1,4}[\u4e00-\u9fff“])/uy;

/** An arabic enumerator whose title starts with digits; to be believed only as the next of its series. */
export function enumeratorBeforeDigits(text: string, index: number): Enumerator | undefined {
  BEFORE_DIGITS.lastIndex = index;
  const match = BEFORE_DIGITS.exec(text);
  if (match === null) return undefined;
  return { rank: RANK_ARABIC, number: Number(match[1]), length: match[0].length, bracketed: false };
}

const FIRST_CHARS = new Set([...`第任事措项行（(〔［【﹝[${CHINESE_NUMERAL_CHARS}0123456789０１２３４５６７８９`]);

/** A cheap look at one character before {@link enumeratorAt} is asked. */
export function mayStartEnumerator(char: string): boolean {
  if (FIRST_CHARS.has(char)) return true;
  const circled = char.charCodeAt(0) - CIRCLED_FIRST;
  return circled >= 0 && circled < CIRCLED_COUNT;
}
