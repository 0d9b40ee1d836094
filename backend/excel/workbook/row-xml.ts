import { cellSafeText } from '#backend/sheets/safe-text.ts';
import { columnLetters } from '../cell-reference.ts';
import type { CellContent, CellPlan, RowPlan, SheetBlock } from '../sheet-plan.ts';
import type { Looks } from './looks.ts';

/**
 * Rows as the format writes them (ECMA-376, 18.3.1.73). Texts stand in their cells, not in a table of their own: such a
 * table has to be kept until the last row is written, and what is written here shall not grow with its rows.
 */

const LETTERS = Array.from({ length: 256 }, (_, index) => columnLetters(index + 1));

const NEEDS_ESCAPE = /[&<>]/;

/** SECURITY: every text passes here, so that none becomes a part of the XML. */
export function escapedText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const DAY_MS = 86_400_000;
/** 1970-01-01 as the format counts days. */
const DAYS_TO_1970 = 25_569;
/** Before March 1900 programs disagree on how days are counted (a leap year that was none). */
const FIRST_DAY = 61;

/**
 * The day as a number of days: without a time, so no zone can move it (pitfall 27).
 *
 * @returns `null` for what is no day, or one that the format cannot count
 */
function dayNumber(date: string): number | null {
  const days = Date.parse(`${date}T00:00:00Z`) / DAY_MS + DAYS_TO_1970;
  return Number.isInteger(days) && days >= FIRST_DAY ? days : null;
}

function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapedText(cellSafeText(text))}</t></is></c>`;
}

/** @param place the cell's reference and look, as the inside of its `r` attribute and what follows: `B5" s="3` */
function cellXml(place: string, content: CellContent): string {
  if (content === null || content === '') return `<c r="${place}"/>`;
  if (typeof content === 'string') return textCell(place, content);
  // A number that is none would make the whole file unreadable.
  if (typeof content === 'number') {
    return Number.isFinite(content) ? `<c r="${place}"><v>${content}</v></c>` : `<c r="${place}"/>`;
  }
  if ('date' in content) {
    const day = dayNumber(content.date);
    return day === null ? textCell(place, content.date) : `<c r="${place}"><v>${day}</v></c>`;
  }
  const formula = `<f>${escapedText(content.formula)}</f>`;
  if (typeof content.result === 'number') return `<c r="${place}">${formula}<v>${content.result}</v></c>`;
  return `<c r="${place}" t="str">${formula}<v>${escapedText(cellSafeText(content.result))}</v></c>`;
}

function placeOf(column: number, row: number, cell: CellPlan, looks: Looks): string {
  return `${LETTERS[column] ?? columnLetters(column + 1)}${row}" s="${looks.numberOf(cell.style)}`;
}

/** @param row counted from 1 */
export function rowXml({ height, hidden, cells }: RowPlan, row: number, looks: Looks): string {
  let xml = `<row r="${row}"`;
  if (height !== undefined) xml += ` ht="${height}" customHeight="1"`;
  if (hidden === true) xml += ' hidden="1"';
  xml += '>';
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell) xml += cellXml(placeOf(column, row, cell, looks), cell.value);
  }
  return `${xml}</row>`;
}

/** A block as the format names it: `B2:D9`, or `B2` for a single cell. */
export function rangeOf({ top, left, bottom, right }: SheetBlock): string {
  const first = `${columnLetters(left)}${top}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom}`;
}
