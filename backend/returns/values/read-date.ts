import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import { CHINESE_NUMERAL_CHARS, parseChineseNumber } from '#backend/plan/text/chinese-number.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { notReadable, type ReturnedValue, readAs } from './returned-value.ts';

/** Day numbers of Excel that are dates of this century's first half: a date cell whose format was lost. */
const DAY_NUMBERS = { from: 36_526, to: 54_789 } as const;
const DAY_NUMBER_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const CENTURY = { from: 2000, to: 2099 } as const;

const NUMERALS = new RegExp(`[${CHINESE_NUMERAL_CHARS}]+`, 'gu');
/** The hour, part of the day or weekday behind a date says nothing against it. */
const BEHIND =
  /\s*(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?|\d{1,2}[时点](?:\d{1,2}分?)?(?:\d{1,2}秒)?|上午|下午|晚上?|中午|早上?|夜间|[([]?(?:星期|周)[\d日天][)\]]?|[.。,;、])$/u;
const BETWEEN = '\\s*[-./、,。\\s]\\s*';

const FULL = new RegExp(`^(\\d{4})(?:年|${BETWEEN})(\\d{1,2})(?:月|${BETWEEN})(\\d{1,2})[日号]?$`, 'u');
const SHORT_YEAR = /^(\d{2})[年\-./](\d{1,2})[月\-./](\d{1,2})[日号]?$/u;
const YEAR_LAST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/u;
const MONTH_AND_DAY = /^(\d{1,2})(?:月|[-./、])(\d{1,2})[日号]?$/u;
const MONTH_ONLY =
  /^\d{4}(?:年|[-./])\d{1,2}(?:月份?)?(?:底|初|中旬|上旬|下旬|中)?$|^20\d{2}(?:0[1-9]|1[0-2])$|^\d{1,2}月份?(?:底|初|中旬|上旬|下旬|中)?$/u;
const SOMEWHERE = /(?<!\d)(?:(\d{4})\s*[年\-./]\s*)?(?<!\d)(\d{1,2})\s*[月\-./]\s*(\d{1,2})(?!\d)[日号]?/gu;

/** @returns the ISO date, or `undefined` when there is no such day */
function isoOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const fits = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return fits ? date.toISOString().slice(0, 10) : undefined;
}

/** So near to its period a day needs no year: 10月8日 in a form of October. */
const NEAR_DAYS = 92;

/** The day in the years around `near`, the closest first. */
function withYear(month: number, day: number, near: string): readonly string[] {
  const year = parseISO(near).getFullYear();
  return byNearness(near, [isoOf(year - 1, month, day), isoOf(year, month, day), isoOf(year + 1, month, day)]);
}

/** A year that nobody can mean (1921) is shown with the one that may be meant. */
function sure(iso: string): ReturnedValue {
  const year = Number(iso.slice(0, 4));
  if (year >= CENTURY.from && year <= CENTURY.to) return readAs(iso);
  const meant = `${CENTURY.from / 100}${iso.slice(2)}`;
  return readAs(iso, `年份 ${year} 多半有误`, [iso, meant]);
}

function doubtful(written: string, readings: readonly (string | undefined)[]): ReturnedValue | undefined {
  const offers = [...new Set(readings.filter((iso) => iso !== undefined))];
  const [likely] = offers;
  return likely === undefined ? undefined : readAs(likely, `由“${written}”读作 ${likely}`, offers);
}

function ofDayNumber(written: string, number: number): ReturnedValue | undefined {
  if (number < DAY_NUMBERS.from || number > DAY_NUMBERS.to) return undefined;
  const iso = new Date(DAY_NUMBER_EPOCH + Math.floor(number) * DAY_MS).toISOString().slice(0, 10);
  return readAs(iso, `由数字 ${written} 读作日期 ${iso}`);
}

/** A date whose day the cell does not show was never meant as that day. */
function ofDateCell(written: string, isoDate: string, monthOnly: boolean): ReturnedValue {
  const numbers = plainDate(written).match(/\d+/g)?.map(Number) ?? [];
  // A program that lost the format shows the day's number: a day it is.
  const isNumber = /^\d{5}(?:\.\d+)?$/.test(written);
  const showsDay = isNumber || (!monthOnly && numbers.includes(Number(isoDate.slice(8))));
  return showsDay ? sure(isoDate) : notReadable(written, `“${written}”没有写明哪一天`);
}

/** Full width and Chinese numerals made plain, blanks around 年, 月, 日 left out. */
function plainDate(written: string): string {
  return written
    .normalize('NFKC')
    .replace(NUMERALS, (numeral) => String(parseChineseNumber(numeral) ?? numeral))
    .replace(/\s*([年月日号])\s*/gu, '$1')
    .replace(/^['"“‘]|['"”’]$/gu, '')
    .trim();
}

/** What can be a whole date begins so; most texts do not, and need not be taken apart. */
const BEGINS_WITH_YEAR = new RegExp(`^['"“‘\\s]*(?:\\d{4}|\\d{0,3}[${CHINESE_NUMERAL_CHARS}])`, 'u');

/** Year, month and day, and nothing else that counts: the day, or `undefined` when there is none such. */
function wholeDate(plain: string): { readonly iso: string | undefined } | undefined {
  const full = FULL.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(plain);
  return full ? { iso: isoOf(Number(full[1]), Number(full[2]), Number(full[3])) } : undefined;
}

/** Whether a text names a day beyond doubt, with its year. */
export function isSureDate(written: string): boolean {
  if (!BEGINS_WITH_YEAR.test(written.normalize('NFKC'))) return false;
  const iso = wholeDate(withoutTail(plainDate(written)))?.iso;
  return iso !== undefined && sure(iso).doubt === '';
}

function withoutTail(plain: string): string {
  let text = plain;
  for (;;) {
    const shorter = text.replace(BEHIND, '');
    if (shorter === text || shorter === '') return text;
    text = shorter;
  }
}

function byNearness(near: string | null, dates: readonly (string | undefined)[]): readonly string[] {
  const found = dates.filter((iso) => iso !== undefined);
  if (near === null) return found;
  const anchor = parseISO(near);
  const distance = (iso: string): number => Math.abs(differenceInCalendarDays(parseISO(iso), anchor));
  return found.toSorted((a, b) => distance(a) - distance(b));
}

function ofMonthAndDay(written: string, month: number, day: number, near: string | null, also: readonly number[] = []) {
  if (isoOf(2000, month, day) === undefined) return undefined;
  if (near === null) return notReadable(written, `“${written}”没有年份`);
  const [closest, next] = withYear(month, day, near);
  const isNear =
    closest !== undefined && Math.abs(differenceInCalendarDays(parseISO(closest), parseISO(near))) <= NEAR_DAYS;
  const isPlain = /^\d{1,2}月\d{1,2}[日号]$/u.test(withoutTail(plainDate(written)));
  if (isNear && also.length === 0 && isPlain) return readAs(closest);
  const others = also.map((other) => withYear(month, other, near)[0]);
  return doubtful(written, [closest, ...others, isNear ? undefined : next]);
}

/** One date among other words: 已于2021年10月8日上报. Of several nobody knows which. */
function amongWords(written: string, plain: string, near: string | null): ReturnedValue | undefined {
  const found = [...plain.matchAll(SOMEWHERE)];
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length > 1) return notReadable(written, `“${written}”有几个日期`);
  const [month, day] = [Number(only[2]), Number(only[3])];
  if (only[1] !== undefined) return doubtful(written, [isoOf(Number(only[1]), month, day)]);
  return /月/u.test(only[0]) ? ofMonthAndDay(written, month, day, near) : undefined;
}

function ofText(written: string, near: string | null, isNumber: boolean): ReturnedValue | undefined {
  const plain = withoutTail(plainDate(written));
  const whole = wholeDate(plain);
  if (whole) return whole.iso === undefined ? undefined : sure(whole.iso);
  if (MONTH_ONLY.test(plain)) return notReadable(written, `“${written}”没有写明哪一天`);
  const short = SHORT_YEAR.exec(plain) ?? /^(\d{2})(\d{2})(\d{2})$/u.exec(plain);
  if (short) {
    const [a, b, c] = [Number(short[1]), Number(short[2]), Number(short[3])];
    return doubtful(written, byNearness(near, [isoOf(2000 + a, b, c), isoOf(2000 + c, a, b), isoOf(2000 + c, b, a)]));
  }
  const last = YEAR_LAST.exec(plain);
  if (last) {
    const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
    return doubtful(written, byNearness(near, [isoOf(year, a, b), isoOf(year, b, a)]));
  }
  const number = /^\d{5}(?:\.\d+)?$/.test(plain) ? ofDayNumber(written, Number(plain)) : undefined;
  if (number) return number;
  const monthAndDay = MONTH_AND_DAY.exec(plain);
  if (monthAndDay) {
    const day = Number(monthAndDay[2]);
    // As a number 10.20 is 10.2: its nought is gone.
    const also = isNumber && (monthAndDay[2] ?? '').length === 1 && day <= 3 ? [day * 10] : [];
    return ofMonthAndDay(written, Number(monthAndDay[1]), day, near, also);
  }
  return amongWords(written, plain, near);
}

/**
 * Reads a day as people write one. A whole date is sure; without its year it is chosen by `near`, with a doubt; a month
 * without a day cannot be read, nor several days. Whether the day can be meant for this plan is not judged here.
 *
 * @param written what the cell shows, without blanks around it
 * @param near an ISO date in or near the period; `null` when it is not known
 */
export function readDate(
  written: string,
  { isoDate, monthOnly, number }: Pick<CellRead, 'isoDate' | 'monthOnly' | 'number'>,
  near: string | null,
): ReturnedValue {
  if (isoDate !== null) return ofDateCell(written, isoDate, monthOnly);
  const ofNumber = number === null ? undefined : ofDayNumber(written, number);
  return ofNumber ?? ofText(written, near, number !== null) ?? notReadable(written, `“${written}”不是日期`);
}
