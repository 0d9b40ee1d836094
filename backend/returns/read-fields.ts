import { addYears } from 'date-fns/addYears';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { parseStatus, STATUS_LABELS } from '#shared/domain/status.ts';
import type { ReturnedCell } from './parsed-return.ts';

const ISO_DATE = 'yyyy-MM-dd';

/** Patterns of a full date, after full width is made plain and 年月日 . / are made dashes. */
const FULL_DATES = ['yyyy-M-d', 'yyyyMMdd'] as const;
const DAY_OF_YEAR = 'M-d';

/** Day numbers of Excel that are dates of this century's first half: a date cell whose format was lost. */
const DAY_NUMBERS = { from: 36_526, to: 54_789 } as const;
const DAY_NUMBER_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

function value(text: string, doubt = ''): ReturnedCell {
  return { text, readable: true, doubt };
}

function unreadable(text: string, doubt: string): ReturnedCell {
  return { text, readable: false, doubt };
}

const EMPTY = value('');

/** Blanks of every width at both ends, and line ends made plain, do not count as a change. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u{A0}\u{3000}]+$/gmu, '')
    .replace(/^\s+|\s+$/gu, '');
}

function readStatus({ text }: CellRead): ReturnedCell {
  const written = cleanText(text);
  if (written === '') return EMPTY;
  const status = parseStatus(written);
  if (!status) return unreadable(written, `“${written}”不是进展状态`);
  const label = STATUS_LABELS[status];
  return value(label, label === written ? '' : `由“${written}”读作“${label}”`);
}

/** 12 digits: enough for any percentage, without the noise of binary fractions. */
function percentText(percent: number): string {
  return String(Number(percent.toPrecision(12)));
}

function readPercent({ text, number, percent }: CellRead): ReturnedCell {
  const written = cleanText(text);
  if (written === '') return EMPTY;
  if (number !== null) {
    if (percent) return inRange(number * 100, written, '');
    // 0.5 in a cell that lost its percent format. 1 is read as 1%, because nobody writes 100% as 1 without one.
    if (number > 0 && number < 1)
      return inRange(number * 100, written, `由“${written}”读作“${percentText(number * 100)}%”`);
    return inRange(number, written, '');
  }
  const match = /^(?:约|已完成|完成)?(\d+(?:\.\d+)?)\s*%?$/.exec(written.normalize('NFKC'));
  if (!match) return unreadable(written, `“${written}”不是百分数`);
  return inRange(Number(match[1]), written, '');
}

function inRange(percent: number, written: string, doubt: string): ReturnedCell {
  if (percent < 0 || percent > 100) return unreadable(written, `“${written}”不在 0 至 100 之间`);
  return value(percentText(percent), doubt);
}

/**
 * @param near an ISO date; the year is chosen so that the date falls closest to it
 * @returns ISO date, or `undefined` when month and day are no date
 */
function withYear(monthAndDay: string, near: string): string | undefined {
  const anchor = new Date(`${near}T00:00:00`);
  const dates = [-1, 0, 1]
    .map((years) => parse(monthAndDay, DAY_OF_YEAR, addYears(anchor, years)))
    .filter((date) => isValid(date));
  const distance = (date: Date): number => Math.abs(differenceInCalendarDays(date, anchor));
  const closest = dates.toSorted((a, b) => distance(a) - distance(b))[0];
  return closest && format(closest, ISO_DATE);
}

function readDate(cell: CellRead, near: string | null): ReturnedCell {
  if (cell.isoDate !== null) return value(cell.isoDate);
  const written = cleanText(cell.text);
  if (written === '') return EMPTY;
  const { number } = cell;
  if (number !== null && Number.isInteger(number) && number >= DAY_NUMBERS.from && number <= DAY_NUMBERS.to) {
    const iso = new Date(DAY_NUMBER_EPOCH + number * DAY_MS).toISOString().slice(0, 10);
    return value(iso, `由数字 ${number} 读作日期`);
  }
  const plain = written
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[年月./]/g, '-')
    .replace(/[日号]$/, '');
  for (const pattern of FULL_DATES) {
    const date = parse(plain, pattern, new Date(0));
    if (isValid(date) && date.getFullYear() >= 2000) return value(format(date, ISO_DATE));
  }
  if (/^\d{1,2}-\d{1,2}$/.test(plain) && /[月/-]/.test(written)) {
    if (near === null) return unreadable(written, `“${written}”没有年份`);
    const iso = withYear(plain, near);
    if (iso !== undefined) return value(iso, `由“${written}”读作 ${iso}`);
  }
  return unreadable(written, `“${written}”不是日期`);
}

/**
 * Reads one fillable cell.
 *
 * @param near an ISO date in or near the period, for dates written without a year; `null` when it is not known
 */
export function readField(field: ProgressField, cell: CellRead | undefined, near: string | null): ReturnedCell {
  if (cell === undefined) return EMPTY;
  if (cell.error) return unreadable(cell.text, `单元格是错误值“${cell.text}”`);
  const read = readValue(field, cell, near);
  if (!cell.merged || read.text === '' || read.doubt !== '') return read;
  return { ...read, doubt: '与其他行合并的单元格' };
}

function readValue(field: ProgressField, cell: CellRead, near: string | null): ReturnedCell {
  switch (field) {
    case 'status':
      return readStatus(cell);
    case 'percent':
      return readPercent(cell);
    case 'reportedOn':
      return readDate(cell, near);
    case 'narrative':
    case 'problems':
    case 'nextSteps':
      return value(cleanText(cell.text));
  }
}
