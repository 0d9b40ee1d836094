/** What one cell can hold (pitfall 34). More is cut by Excel without a word, so it is cut here with one. */
export const CELL_TEXT_MAX = 32_767;

export const CUT_NOTICE = '……（内容过长，后文未列入本表）';

/** Text that a reader of workbooks would decode as a character code: `_x0041_` means A. */
const CODE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Control characters other than tab and line feed, halves of surrogate pairs, and what else XML 1.0 forbids. */
const NOT_XML = /(?![\t\n])[\p{Cc}\p{Surrogate}\u{FFFE}\u{FFFF}]/gu;

/**
 * @returns the text as a workbook can carry it: Windows line ends made plain, unwritable characters left out.
 *   What comes back from a file has gone through this; compare with nothing else.
 */
export function writableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NOT_XML, '');
}

/**
 * Makes any text fit for a workbook cell: it comes back from the file as it went in, and stays text.
 *
 * SECURITY: a string value is never a formula, whatever it starts with (pitfall 32); nothing is prefixed.
 *
 * @returns {@link writableText}, cut with {@link CUT_NOTICE} when it is longer than a cell can hold
 */
export function cellSafeText(text: string): string {
  const plain = writableText(text).replace(CODE_LIKE, '_x005F_');
  if (plain.length <= CELL_TEXT_MAX) return plain;
  const kept = plain.slice(0, CELL_TEXT_MAX - CUT_NOTICE.length).replace(/[\u{D800}-\u{DBFF}]$/u, '');
  return kept + CUT_NOTICE;
}

/** Longest sheet name Excel accepts. */
const SHEET_NAME_MAX = 31;

/** @returns a name Excel accepts for a sheet: no `* ? : \ / [ ]`, no quote at either end, 1 to 31 characters */
export function sheetName(text: string): string {
  const name = text
    .replace(/[*?:\\/[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return name.slice(0, SHEET_NAME_MAX).trim() || '表';
}
