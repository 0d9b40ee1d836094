import { SSF } from '@e965/xlsx';
import type { CellRead } from './cell-text.ts';
import { type NumberFormat, numberText } from './number-format.ts';

/** What a cell says, before it is known where it stands. */
export type CellValue = Omit<CellRead, 'merged' | 'originRow' | 'originColumn'>;

export const BLANK_CELL: CellValue = {
  text: '',
  number: null,
  percent: false,
  isoDate: null,
  monthOnly: false,
  error: false,
  trouble: null,
};

/** An error value such as #N/A, as it stands there. */
export function errorValue(text: string): CellValue {
  return { ...BLANK_CELL, text, error: true };
}

/** An error, or a column too narrow for its number, that was kept as words: pasted as values, saved as commas, as a page. */
const ERROR_WORDS =
  /^\s*(?:#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|#{3,}|Err:5\d\d)\s*$/i;

/** Words, as the format shows them; hidden by it, they stay to be named. */
export function textValue(text: string, format: NumberFormat): CellValue {
  if (ERROR_WORDS.test(text)) return errorValue(text.trim());
  const shown = format.showText(text);
  if (shown !== '' || text.trim() === '') return { ...BLANK_CELL, text: shown };
  return { ...BLANK_CELL, text, trouble: 'not-shown' };
}

/**
 * A number as its format shows it. A date has its day beside its words; of a number that is hidden by its format, as
 * the ids of our own forms, the number itself can still be asked for.
 */
export function numberValue(value: number, format: NumberFormat, date1904: boolean): CellValue & { unshown: boolean } {
  if (!Number.isFinite(value)) return { ...errorValue(String(value)), unshown: false };
  const shown = format.show(value, date1904);
  const { percent } = format;
  if (format.date && (value >= 1 || value < 0)) {
    const isoDate = isoDateOf(value, date1904);
    // A day before the first one is shown as a row of signs.
    if (isoDate === null) return { ...errorValue('#####'), unshown: false };
    const text = shown ?? isoDate;
    return { ...BLANK_CELL, text, isoDate, monthOnly: format.monthOnly, unshown: shown === null };
  }
  const own = numberText(value);
  if (shown === '') return { ...BLANK_CELL, text: own, number: value, percent, trouble: 'not-shown', unshown: false };
  return { ...BLANK_CELL, text: shown ?? own, number: value, percent, unshown: shown === null };
}

/** The day a number means, `null` before the first one a workbook knows. */
function isoDateOf(value: number, date1904: boolean): string | null {
  const date = SSF.parse_date_code(value, { date1904 });
  if (date === null || date === undefined || date.y < 1900) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
}

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** The number a workbook would keep for a day and a time; `null` for what is none. */
export function serialOf(iso: string): number | null {
  const time = Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(time) ? null : (time - EPOCH_1900) / DAY_MS;
}
