import { parseChineseNumber } from '#backend/plan/text/chinese-number.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { notReadable, type ReturnedValue, readAs } from './returned-value.ts';

/** What may stand before a percentage without making it another: 完成率80%, 已达80%. */
const SURE_BEFORE = '(?:目前|现已|累计|总体|整体)*已?(?:经)?(?:完成(?:率|比例|进度|度)?|进度|达到?|为|:|,)*';
const SURE = new RegExp(`^${SURE_BEFORE}(\\d+(?:\\.\\d+)?|\\.\\d+)(%?)$`);
const ABOUT =
  /^(?:大?约|大概|将?近|接近|超过?|不足|不到|≥|>|≈|~|左右|已完成|完成)*(\d+(?:\.\d+)?)(?:左右|以上|以下|上下|余|多|\+)+$|^(?:大?约|大概|将?近|接近|超过?|不足|不到|≥|>|≈|~)+(\d+(?:\.\d+)?)$/;
const RANGE = /\d%?\s*(?:[-~—–−至到])+\s*\d/;
const NEGATIVE = /(?:^|[^\d%])[-−–]\s*\d/;
const ALL_DONE = /^已?(?:全部|全面|圆满)?(?:完成|办结|完毕|结束)$/;
const NOT_BEGUN = /^(?:尚?未|没有)(?:启动|开始|开展|动工)$/;

/** 12 digits: enough for any percentage, without the noise of binary fractions. */
function percentText(percent: number): string {
  return String(Number(percent.toPrecision(12)));
}

function inRange(percent: number, written: string, doubt = '', offers: readonly string[] = []): ReturnedValue {
  if (percent < 0 || percent > 100) return notReadable(written, `“${written}”不在 0 至 100 之间`);
  return readAs(percentText(percent), doubt, offers);
}

/** A number without a percent sign or format: 0.8 and 1 may be meant as shares or as percentages. */
function readBare(number: number, written: string): ReturnedValue {
  if (number <= 0 || number > 1) return inRange(number, written);
  const share = percentText(number * 100);
  return readAs(share, `由“${written}”读作“${share}%”，也可能是 ${percentText(number)}%`, [share, percentText(number)]);
}

/** With a percent sign. Less than 1 % is rarely meant. */
function readSigned(percent: number, written: string): ReturnedValue {
  if (percent <= 0 || percent >= 1) return inRange(percent, written);
  const other = percentText(percent * 100);
  return readAs(percentText(percent), `“${written}”不到 1%，也可能是 ${other}%`, [percentText(percent), other]);
}

function readPercentNumber(number: number, written: string): ReturnedValue {
  const exact = Number(percentText(number * 100));
  // A third in a cell that shows 33%: what it shows. 80.5 in a cell that shows 81%: what was typed.
  const shown = /^-?\d+(?:\.\d+)?%$/.test(written) ? Number.parseFloat(written) : exact;
  const percent = Math.abs(exact * 100 - Math.round(exact * 100)) < 1e-9 ? exact : shown;
  if (percent >= 200 && number <= 100) {
    // 80 typed where the program made it 8000%.
    const meant = percentText(number);
    return readAs(meant, `单元格显示为“${written}”，按 ${meant}% 读取`);
  }
  return readSigned(percent, written);
}

/** 百分之八十点五, 八成, 八成五, 一半. */
function readWords(plain: string): number | undefined {
  const hundredth = /^(?:完成|约|近)*百分之(.+?)(?:点(.+))?$/.exec(plain);
  if (hundredth) {
    const whole = hundredth[1] === '百' ? 100 : parseChineseNumber(hundredth[1] ?? '');
    const part = hundredth[2] === undefined ? 0 : parseChineseNumber(hundredth[2]);
    return whole === undefined || part === undefined || part > 9 ? undefined : whole + part / 10;
  }
  const tenths =
    /^(?:完成|约|近)*(十|[一二两三四五六七八九]|10|[1-9])成([一二三四五六七八九半1-9]?)(?:左右|以上|多)?$/.exec(plain);
  if (tenths) {
    const tens = parseChineseNumber(tenths[1] ?? '');
    const more = tenths[2] === '' ? 0 : tenths[2] === '半' ? 5 : parseChineseNumber(tenths[2] ?? '');
    return tens === undefined || more === undefined ? undefined : tens * 10 + more;
  }
  if (/^(?:完成)?(?:约|近)?一半$/.test(plain)) return 50;
  if (ALL_DONE.test(plain)) return 100;
  if (NOT_BEGUN.test(plain)) return 0;
  return undefined;
}

function readPercentText(written: string): ReturnedValue {
  const plain = written
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^['"“‘]|['"”’]$/gu, '')
    .replace(/[。.;,!、]+$/u, '');
  const sure = SURE.exec(plain);
  if (sure) {
    const number = Number(sure[1]);
    return sure[2] === '%' ? readSigned(number, written) : readBare(number, written);
  }
  if (RANGE.test(plain) || NEGATIVE.test(plain)) return notReadable(written, `“${written}”不是一个百分数`);
  const doubt = (percent: number): ReturnedValue =>
    inRange(percent, written, `由“${written}”读作“${percentText(percent)}%”`);
  const signed = [...plain.matchAll(/(\d+(?:\.\d+)?)%/g)];
  if (signed.length === 1) return doubt(Number(signed[0]?.[1]));
  if (signed.length > 1) return notReadable(written, `“${written}”有几个百分数`);
  const about = ABOUT.exec(plain);
  if (about) {
    const bare = readBare(Number(about[1] ?? about[2]), written);
    return bare.readable && bare.doubt === '' ? doubt(Number(bare.text)) : bare;
  }
  const inWords = /^(?:已?完成)?百分之/u.test(plain) ? readWords(plain) : undefined;
  if (inWords !== undefined) return inRange(inWords, written);
  const words = readWords(plain);
  if (words !== undefined) return doubt(words);
  const fraction = /^(\d{1,4})\/(\d{1,4})$/.exec(plain);
  if (fraction && Number(fraction[2]) > 0) return doubt((Number(fraction[1]) / Number(fraction[2])) * 100);
  return notReadable(written, `“${written}”不是百分数`);
}

/**
 * Reads a percentage as people write one. With a percent sign or format, or above 1, it is sure; a bare 0.8 or 1 is
 * offered both ways; words around it (约80%, 八成) leave a doubt; ranges and what is not within 0 to 100 cannot be read.
 *
 * @param written what the cell shows, without blanks around it
 */
export function readPercent(written: string, { number, percent }: Pick<CellRead, 'number' | 'percent'>): ReturnedValue {
  if (number !== null && percent) return readPercentNumber(number, written);
  // Of 80 in a format with a sign of its own (0"%") the sign shows; of 80 in 0.00 the decimals mean nothing.
  if (number !== null && /^[-+]?[\d,]*\.?\d+$/.test(written)) return readBare(number, written);
  const signed = readPercentText(written);
  // 0.3 in 0"%", where the sign is only a word, shows 0%; 1 may be the 100% of another cell that was pasted there.
  if (number === null || number <= 0 || number > 1 || !signed.readable || signed.offers.length > 0) return signed;
  const share = percentText(number * 100);
  return readAs(signed.text, `单元格显示“${written}”，存的是 ${percentText(number)}，也可能是 ${share}%`, [
    signed.text,
    share,
  ]);
}
