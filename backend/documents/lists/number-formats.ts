import { CHINESE_NUMBER_MAX, chineseDigits, chineseNumber } from '#shared/text/chinese-number.ts';

const HEAVENLY_STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const EARTHLY_BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

const plain = (value: number): string => chineseNumber(value);
const legal = (value: number): string => chineseNumber(value, 'legal');

function letters(value: number, first: string): string {
  // Word repeats the letter after Z: AA, BB, … AAA.
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.min(20, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [letter, worth] of ROMAN) {
    while (rest >= worth) {
      text += letter;
      rest -= worth;
    }
  }
  return text;
}

function circled(value: number): string {
  if (value <= 20) return String.fromCodePoint(0x245f + value);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const WRITERS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: plain,
  chineseCountingThousand: plain,
  taiwaneseCounting: plain,
  taiwaneseCountingThousand: plain,
  japaneseCounting: plain,
  koreanCounting: plain,
  ideographDigital: chineseDigits,
  taiwaneseDigital: chineseDigits,
  japaneseDigitalTenThousand: chineseDigits,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (value) => HEAVENLY_STEMS[(value - 1) % 10] ?? '',
  ideographZodiac: (value) => EARTHLY_BRANCHES[(value - 1) % 12] ?? '',
  ideographEnclosedCircle: (value) => (value <= 10 ? String.fromCodePoint(0x327f + value) : plain(value)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  // ⑴ and ⒈ are one character each; written out, the plan reader knows them.
  decimalEnclosedParen: (value) => `（${value}）`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  none: () => '',
};

/**
 * Writes a list number in one of the formats of WordprocessingML (ECMA-376 part 1, 17.18.59 ST_NumberFormat).
 *
 * @param format such as `chineseCounting`; one that is not known here is written in digits, as Word does
 */
export function formatListNumber(value: number, format: string): string {
  const write = WRITERS[format];
  return write === undefined || value < 1 || value > CHINESE_NUMBER_MAX ? String(value) : write(value);
}
