import { CELL_TEXT_MAX, cellSafeText, writableText } from '#backend/sheets/safe-text.ts';
import { columnLetters } from '../cell-reference.ts';
import { escapeXml } from '../package/xml-part.ts';
import type { CellLook } from './cell-looks.ts';
import type { FillValue } from './fill-input.ts';

/** How a column writes percentages and days, as its last values and its head show. */
export type ColumnManner = {
  /** 0.5; 50; 50%. */
  readonly percent: 'share' | 'number' | 'sign';
  readonly date: (isoDate: string) => string;
};

/** What goes into a cell: words, or a number. */
export type FilledContent = { readonly text: string } | { readonly number: number };

const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const DAY_MS = 86_400_000;

/** What a value is in a cell of this look, in a column of this manner; `null`: the cell is empty. */
export function contentOf(
  value: FillValue | undefined,
  look: CellLook,
  manner: ColumnManner,
  date1904: boolean,
): FilledContent | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : { text: value };
  if ('number' in value) return look.isText ? { text: String(value.number) } : { number: value.number };
  if ('date' in value) {
    const serial = look.date ? serialOfDay(value.date, date1904) : null;
    return serial === null ? { text: manner.date(value.date) } : { number: serial };
  }
  if (look.isText) return { text: `${value.percent}%` };
  if (look.percent) return { number: share(value.percent) };
  if (manner.percent === 'sign') return { text: `${value.percent}%` };
  return { number: manner.percent === 'share' ? share(value.percent) : value.percent };
}

/** `null` for a day that the month does not have, and for one before the first that a workbook knows. */
function serialOfDay(isoDate: string, date1904: boolean): number | null {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== isoDate) return null;
  const serial = (time - EPOCH[date1904 ? 1904 : 1900]) / DAY_MS;
  // Excel counts a 29 February 1900 that never was: before it days would be one off.
  return serial >= (date1904 ? 0 : 61) ? serial : null;
}

/** 0.07, not 0.07000000000000001. */
function share(percent: number): number {
  return Number((percent / 100).toFixed(6));
}

/** A value as words: beside others in one cell. */
export function wordsOf(value: FillValue | undefined, manner: ColumnManner): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if ('number' in value) return String(value.number);
  return 'date' in value ? manner.date(value.date) : `${value.percent}%`;
}

/**
 * @param heads of the column
 * @param before what its cells held, as written
 */
export function columnManner(heads: string, before: readonly string[]): ColumnManner {
  const said = before.map((text) => text.trim()).filter((text) => text !== '');
  return { percent: percentManner(heads, said), date: dateManner(said) };
}

function percentManner(heads: string, said: readonly string[]): ColumnManner['percent'] {
  if (said.some((text) => /^\d+(?:\.\d+)?\s*[%％]$/u.test(text))) return 'sign';
  const numbers = said.map(Number).filter((number) => Number.isFinite(number));
  if (numbers.length > 0) {
    // 1 alone may be all of it or a hundredth: what stands beside it tells.
    return numbers.every((number) => number <= 1) && numbers.some((number) => number > 0) ? 'share' : 'number';
  }
  return /[%％]|百分/u.test(heads) ? 'number' : 'sign';
}

const DATE_MANNERS: readonly [pattern: RegExp, write: (year: string, month: string, day: string) => string][] = [
  [/^\d{4}-\d{2}-\d{2}$/u, (year, month, day) => `${year}-${month}-${day}`],
  [/^\d{4}-\d{1,2}-\d{1,2}$/u, (year, month, day) => `${year}-${Number(month)}-${Number(day)}`],
  [/^\d{4}\/\d{1,2}\/\d{1,2}$/u, (year, month, day) => `${year}/${Number(month)}/${Number(day)}`],
  [/^\d{4}\.\d{2}\.\d{2}$/u, (year, month, day) => `${year}.${month}.${day}`],
  [/^\d{4}\.\d{1,2}\.\d{1,2}$/u, (year, month, day) => `${year}.${Number(month)}.${Number(day)}`],
  [/^\d{8}$/u, (year, month, day) => `${year}${month}${day}`],
  [/^\d{1,2}月\d{1,2}日$/u, (_, month, day) => `${Number(month)}月${Number(day)}日`],
  [/^\d{1,2}\.\d{1,2}$/u, (_, month, day) => `${Number(month)}.${Number(day)}`],
];

function dateManner(said: readonly string[]): ColumnManner['date'] {
  const known = DATE_MANNERS.find(([pattern]) => said.some((text) => pattern.test(text)));
  const write = known?.[1] ?? ((year, month, day) => `${year}年${Number(month)}月${Number(day)}日`);
  return (isoDate) => {
    const [year = '', month = '', day = ''] = isoDate.split('-');
    return write(year, month, day);
  };
}

/** Whether words are longer than a cell can hold, and so are cut. */
export function isCut(text: string): boolean {
  return text.length > CELL_TEXT_MAX && writableText(text).length > CELL_TEXT_MAX;
}

/**
 * Writes cells: `<c r="E5" s="4">…</c>`.
 *
 * @param into takes its pieces: put together for each of 50,000 cells they would be put together twice
 */
export type CellWriter = (
  into: string[],
  row: number,
  column: number,
  style: string | null,
  content: FilledContent | null,
) => void;

type Frames = { readonly empty: string; readonly number: string; readonly words: string };

/**
 * SECURITY: words are words in the cell itself, whatever they begin with; never a formula.
 *
 * @param prefix as the sheet writes its names
 * @returns what writes a cell with the number of its look; `null`: it has none. What cells of one column and one look
 *   have in common is put together once
 */
export function cellWriter(prefix: string): CellWriter {
  const heads: string[] = [];
  const frames = new Map<string | null, Frames>();
  const frameOf = (style: string | null): Frames => {
    const look = style === null ? '' : ` s="${style}"`;
    const frame = {
      empty: `"${look}/>`,
      number: `"${look}><${prefix}v>`,
      words: `"${look} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">`,
    };
    frames.set(style, frame);
    return frame;
  };
  const headOf = (column: number): string => {
    const head = `<${prefix}c r="${columnLetters(column)}`;
    heads[column] = head;
    return head;
  };
  const numberEnd = `</${prefix}v></${prefix}c>`;
  const wordsEnd = `</${prefix}t></${prefix}is></${prefix}c>`;
  return (into, row, column, style, content) => {
    const head = heads[column] ?? headOf(column);
    const frame = frames.get(style) ?? frameOf(style);
    if (content === null) into.push(head, String(row), frame.empty);
    else if ('number' in content) into.push(head, String(row), frame.number, String(content.number), numberEnd);
    else {
      const { text } = content;
      const words = isPlain(text) ? text : escapeXml(cellSafeText(text)).replaceAll('&#10;', '\n');
      into.push(head, String(row), frame.words, words, wordsEnd);
    }
  };
}

/** What needs no second look: neither a control character, nor a half pair, nor a sign of XML, nor an escape of Excel. */
function isPlain(text: string): boolean {
  return text.length <= CELL_TEXT_MAX && !NOT_PLAIN.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_PLAIN = /[\0-\x1f\x7f-\x9f&<>"_\ud800-\udfff\ufffe\uffff]/;
