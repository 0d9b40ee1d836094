const DIGITS = [...'〇一二三四五六七八九'];
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
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

/** No list of an official document runs further; beyond it a hostile start value would only cost time. */
const COUNTED_MAX = 9999;

/** 一百零五, 二十一: place values, with the zero that reading demands. 10 to 19 lose their 一. */
function counted(value: number, digits: readonly string[], places: readonly string[]): string {
  let text = '';
  let pendingZero = false;
  const written = String(value);
  for (const [index, char] of [...written].entries()) {
    const digit = Number(char);
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    if (pendingZero) text += '零';
    pendingZero = false;
    text += `${digits[digit] ?? ''}${places[written.length - 1 - index] ?? ''}`;
  }
  return text;
}

function chineseCounting(value: number): string {
  return counted(value, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十');
}

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
  chineseCounting,
  chineseCountingThousand: chineseCounting,
  taiwaneseCounting: chineseCounting,
  taiwaneseCountingThousand: chineseCounting,
  japaneseCounting: chineseCounting,
  koreanCounting: chineseCounting,
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? ''),
  taiwaneseDigital: (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? ''),
  japaneseDigitalTenThousand: (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? ''),
  chineseLegalSimplified: (value) => counted(value, LEGAL_DIGITS, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => counted(value, LEGAL_DIGITS, ['', '拾', '佰', '仟']),
  ideographTraditional: (value) => HEAVENLY_STEMS[(value - 1) % 10] ?? '',
  ideographZodiac: (value) => EARTHLY_BRANCHES[(value - 1) % 12] ?? '',
  ideographEnclosedCircle: (value) => (value <= 10 ? String.fromCodePoint(0x327f + value) : chineseCounting(value)),
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
  return write === undefined || value < 1 || value > COUNTED_MAX ? String(value) : write(value);
}
