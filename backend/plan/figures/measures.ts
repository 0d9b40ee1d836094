import { CHINESE_NUMERAL_CHARS, parseChineseNumber } from '../text/chinese-number.ts';

/** A number with its unit: 65%以上, 4 批次/千人, 百分之九十, 3—5家. Offsets are those of the text searched. */
export type Measure = Readonly<{
  at: number;
  /** After the unit and 以上, 以内 …; what follows may name the thing counted. */
  end: number;
  /** The smaller number of a range; of one number, itself. */
  value: number;
  /** The larger number of a range. */
  most: number | undefined;
  unit: string;
  /** `/千人` when the unit says so. */
  per: string;
  bound: string | undefined;
}>;

const WINDOW_AFTER = 40;

const DIGITS = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMBER = new RegExp(
  `百分之(?<words>[${CHINESE_NUMERAL_CHARS}点]{1,6}|\\d+(?:\\.\\d+)?)|(?<digits>${DIGITS})`,
  'gu',
);
const RANGE = new RegExp(`^[%％]?\\s?(?:-|—{1,2}|－|–|~|～|至|到)\\s?(?<most>${DIGITS})`, 'u');
/** 年, 月, 日 are dates and terms, never targets. */
const UNIT =
  /^\s?(?<unit>%|％|‰|个百分点|百分点|(?:[万亿]|千)?(?:批次|人次|场次|例次|班次|平方公里|平方千米|平方米|立方米|公里|千米|公顷|吨标准煤|千瓦时|千瓦|兆瓦|微克\/立方米|毫克\/升|个工作日|工作日|小时|分钟|美元|元|个|家|名|人|场|次|户|亩|套|台|座|处|项|篇|期|件|条|份|吨|张|所|辆|对|支|部|天|分|位|倍|只|头|株|棵|艘|架|间|例|册|块|批|类|款|种|宗|起|列|轮|站|栋|片|盏|斤|克|米)|[万亿])(?<per>\s?\/\s?(?:千人|万人|百人|[\u4e00-\u9fff]{1,3}))?/u;
const BOUND = /^\s?(?<bound>及?以上|及?以内|之内|及?以下|左右|上下)/u;
/** A digit that goes on, a document number, a model's name. */
const PART_OF_OTHER = /[0-9A-Za-z.〔［-]/u;

/** Every measure in the text, from left to right. Each number is looked at once, in a bounded window. */
export function findMeasures(text: string): Measure[] {
  const measures: Measure[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (match.index < from || PART_OF_OTHER.test(text.charAt(match.index - 1))) continue;
    const measure = measureAt(text, match);
    if (measure === undefined) continue;
    measures.push(measure);
    from = measure.end;
  }
  return measures;
}

function measureAt(text: string, match: RegExpExecArray): Measure | undefined {
  const at = match.index;
  let end = at + match[0].length;
  const { words, digits } = match.groups ?? {};
  const value = words === undefined ? numberOf(digits ?? '') : percentOf(words);
  if (value === undefined) return undefined;
  const range = RANGE.exec(text.slice(end, end + WINDOW_AFTER));
  if (range !== null) end += range[0].length;
  const found = words === undefined ? UNIT.exec(text.slice(end, end + WINDOW_AFTER)) : undefined;
  if (found === null) return undefined;
  const unit = (found?.groups?.['unit'] ?? '%').replace('％', '%');
  end += found?.[0].length ?? 0;
  const bound = BOUND.exec(text.slice(end, end + WINDOW_AFTER));
  end += bound?.[0].length ?? 0;
  return {
    at,
    end,
    value,
    most: range === null ? undefined : numberOf(range.groups?.['most'] ?? ''),
    unit,
    per: (found?.groups?.['per'] ?? '').replaceAll(/\s/gu, ''),
    bound: bound?.groups?.['bound'],
  };
}

function numberOf(digits: string): number {
  return Number(digits.replaceAll(/[,，]/gu, ''));
}

/** 百分之九十五, 百分之九十八点五 */
function percentOf(words: string): number | undefined {
  if (/^\d/u.test(words)) return Number(words);
  if (words === '百') return 100;
  const [whole = '', part] = words.split('点');
  const value = parseChineseNumber(whole);
  if (value === undefined || part === undefined) return value;
  const fraction = [...part].map((char) => parseChineseNumber(char) ?? 0).join('');
  return Number(`${value}.${fraction}`);
}

/** The text with full-width digits as plain ones; every character keeps its place. */
export function withPlainDigits(text: string): string {
  return text.replaceAll(/[０-９．]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
