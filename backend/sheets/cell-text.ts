import type { Cell, CellValue } from 'exceljs';

/**
 * A cell as a person sees it, with what the program needs to know beyond the words.
 * `merged`: the value belongs to a merged block and this cell is not its first.
 */
export type CellRead = {
  readonly text: string;
  readonly number: number | null;
  /** The number is shown as a percentage: 0.5 is 50%. */
  readonly percent: boolean;
  readonly isoDate: string | null;
  /** The date is shown without its day (2021年6月), which was never meant. */
  readonly monthOnly: boolean;
  /** An error value such as #N/A. */
  readonly error: boolean;
  readonly merged: boolean;
  /** Row and column of the merged block's first cell, or the cell's own. */
  readonly originRow: number;
  readonly originColumn: number;
  /**
   * Why what stands in the cell is not to be taken as it stands: a formula whose result the file does not hold, words
   * struck out, a number format that shows nothing. `null`: nothing is in the way.
   */
  readonly trouble: CellTrouble | null;
};

export type CellTrouble = 'no-result' | 'struck-out' | 'not-shown';

type Plain = Pick<CellRead, 'text' | 'number' | 'isoDate' | 'error'>;

const EMPTY: Plain = { text: '', number: null, isoDate: null, error: false };

function plainText(text: string): Plain {
  return { ...EMPTY, text: text.replace(/\r\n?/g, '\n') };
}

/** 15 digits are what Excel keeps; more are noise of binary fractions (0.1 + 0.2). */
function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

function plainDate(value: Date): Plain {
  if (Number.isNaN(value.getTime())) return { ...EMPTY, error: true };
  // Dates of a workbook have no zone; exceljs hands them out as if they were UTC.
  const iso = value.toISOString();
  const time = iso.slice(11, 16);
  const isoDate = iso.slice(0, 10);
  return { ...EMPTY, isoDate, text: time === '00:00' ? isoDate : `${isoDate} ${time}` };
}

/**
 * Flattens every kind of value a cell can have (pitfall 42). Of a formula only the stored result counts.
 *
 * @param value the cell's value as exceljs gives it
 * @param percent whether the cell's number format is a percentage
 */
export function cellToText(value: CellValue, percent = false): Plain {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { ...EMPTY, error: true };
    return { ...EMPTY, number: value, text: percent ? `${numberText(value * 100)}%` : numberText(value) };
  }
  if (typeof value === 'boolean') return plainText(value ? 'TRUE' : 'FALSE');
  if (value instanceof Date) return plainDate(value);
  if ('richText' in value) return plainText(value.richText.map((run) => run.text).join(''));
  if ('hyperlink' in value) return linkText(value.text);
  if ('error' in value) return { ...EMPTY, text: String(value.error), error: true };
  if ('formula' in value || 'sharedFormula' in value) return cellToText(value.result, percent);
  return EMPTY;
}

/** The text of a hyperlink is declared as a string but can be rich text, or missing. */
function linkText(text: unknown): Plain {
  if (typeof text === 'string') return plainText(text);
  if (typeof text === 'object' && text !== null && 'richText' in text && Array.isArray(text.richText)) {
    return plainText(text.richText.map((run: { readonly text?: string }) => run.text ?? '').join(''));
  }
  return EMPTY;
}

/** The letters of a number format that mean something: nothing quoted, no colours and locales. */
function lettersOf(numFmt: unknown): string {
  return typeof numFmt === 'string' ? numFmt.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase() : '';
}

/** Whether a number format shows a percentage. */
export function isPercent(numFmt: unknown): boolean {
  return lettersOf(numFmt).includes('%');
}

/** Whether a number format shows a date without its day. */
export function isMonthOnly(numFmt: unknown): boolean {
  const letters = lettersOf(numFmt);
  return letters.includes('y') && letters.includes('m') && !letters.includes('d');
}

/**
 * Reads a cell, merged or not. `.text` of a cell that belongs to an empty merged block throws (pitfall 41), so only
 * `.value` is used.
 */
export function readCell(cell: Cell): CellRead {
  const { master } = cell;
  const { value } = master;
  const percent = typeof value !== 'string' && isPercent(master.numFmt);
  return {
    ...cellToText(value, percent),
    percent,
    monthOnly: value instanceof Date && isMonthOnly(master.numFmt),
    merged: master !== cell,
    originRow: Number(master.row),
    originColumn: Number(master.col),
    trouble: null,
  };
}
