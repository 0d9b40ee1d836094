import type { CellTroubles } from '#backend/sheets/cell-troubles.ts';
import { columnLetters } from '../cell-reference.ts';
import type { CellContent, RowPlan, SheetBlock } from '../sheet-plan.ts';
import type { Looks } from './looks.ts';
import type { RepeatedTexts } from './repeated-texts.ts';

/** Rows as the format writes them (ECMA-376, 18.3.1.73). */

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
  const moment = new Date(`${date}T00:00:00Z`);
  // A day that the month does not have is taken for one of the next: 30 February for 2 March.
  if (moment.getUTCDate() !== Number(date.slice(8))) return null;
  const days = moment.getTime() / DAY_MS + DAYS_TO_1970;
  return Number.isInteger(days) && days >= FIRST_DAY ? days : null;
}

/** What is kept of a workbook while its rows go by. */
export type RowKeeps = {
  readonly looks: Looks;
  readonly texts: RepeatedTexts;
  /** Told of what did not fit into a cell. */
  readonly troubles: CellTroubles;
};

/** Writes the rows of one sheet, one after another. */
export class SheetRows {
  readonly #sheet: string;
  readonly #keeps: RowKeeps;
  #row = 0;
  #column = 0;

  /** @param sheet its name, for the place of a trouble */
  constructor(sheet: string, keeps: RowKeeps) {
    this.#sheet = sheet;
    this.#keeps = keeps;
  }

  /** @returns the row's XML; the first one is row 1 */
  next({ height, grows, hidden, cells }: RowPlan): string {
    const row = ++this.#row;
    let xml = `<row r="${row}"`;
    if (height !== undefined) xml += ` ht="${height}"`;
    // A height that is not said to be a person's own follows what is typed.
    if (height !== undefined && grows !== true) xml += ' customHeight="1"';
    if (hidden === true) xml += ' hidden="1"';
    xml += '>';
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (!cell) continue;
      this.#column = column;
      xml += this.#cell(`${lettersOf(column)}${row}" s="${this.#keeps.looks.numberOf(cell.style)}`, cell.value);
    }
    return `${xml}</row>`;
  }

  /** @param place reference and look, as what stands in the attribute `r` and goes on after it: `B5" s="3` */
  #cell(place: string, content: CellContent): string {
    if (content === null || content === '') return `<c r="${place}"/>`;
    if (typeof content === 'string') return this.#text(place, content);
    // A number that is none would make the whole file unreadable.
    if (typeof content === 'number') {
      return Number.isFinite(content) ? `<c r="${place}"><v>${content}</v></c>` : `<c r="${place}"/>`;
    }
    if ('date' in content) {
      const day = dayNumber(content.date);
      return day === null ? this.#text(place, content.date) : `<c r="${place}"><v>${day}</v></c>`;
    }
    const formula = `<f>${escapedText(content.formula)}</f>`;
    if (typeof content.result === 'number') return `<c r="${place}">${formula}<v>${content.result}</v></c>`;
    return `<c r="${place}" t="str">${formula}<v>${escapedText(this.#fit(content.result))}</v></c>`;
  }

  #text(place: string, text: string): string {
    const fitted = this.#fit(text);
    const shared = this.#keeps.texts.numberOf(fitted);
    if (shared !== undefined) return `<c r="${place}" t="s"><v>${shared}</v></c>`;
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapedText(fitted)}</t></is></c>`;
  }

  #fit(text: string): string {
    const place = (): string => `${this.#sheet} ${lettersOf(this.#column)}${this.#row}`;
    return PLAIN.test(text) && text.length <= PLAIN_MAX ? text : this.#keeps.troubles.fit(text, place);
  }
}

/** Nothing in such a text has to be made fit; most are like this, and the question is quicker than the making. */
const PLAIN = /^[\t\n\x20-\x5e\x60-\x7e\u{a0}-\u{d7ff}\u{e000}-\u{fffd}]*$/u;
/** Well below what a cell holds. */
const PLAIN_MAX = 4_000;

function lettersOf(column: number): string {
  return LETTERS[column] ?? columnLetters(column + 1);
}

/** A block as the format names it: `B2:D9`, or `B2` for a single cell. */
export function rangeOf({ top, left, bottom, right }: SheetBlock): string {
  const first = `${columnLetters(left)}${top}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom}`;
}
