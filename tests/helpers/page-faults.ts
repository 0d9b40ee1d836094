import type { Cell, Worksheet } from 'exceljs';
import { openWorkbook } from '#tests/backend/sheets/altered.ts';
import { bare, type PrintedPage } from './office-pages.ts';

/** Smaller letters of a table that was fitted to its page cannot be read on paper. */
const READABLE_POINTS = 4.5;

/** What of a sheet should be found on its pages. */
type SheetTexts = { readonly name: string; readonly heads: readonly string[]; readonly texts: readonly string[] };

/** The text of a cell as it is printed; numbers and dates are left out, their format decides how they look. */
function printedText(cell: Cell): string {
  if (cell.isMerged && cell.master !== cell) return '';
  const { value } = cell;
  if (typeof value === 'string') return bare(value);
  if (value !== null && typeof value === 'object' && 'richText' in value)
    return bare(value.richText.map(({ text }) => text).join(''));
  return '';
}

function textsOf(sheet: Worksheet): SheetTexts {
  const [first = 0, last = 0] = (sheet.pageSetup.printTitlesRow ?? '').split(':').map(Number);
  const heads: string[] = [];
  const texts: string[] = [];
  sheet.eachRow((row, number) => {
    if (row.hidden) return;
    row.eachCell((cell, column) => {
      if (sheet.getColumn(column).hidden || cell.numFmt === ';;;') return;
      const text = printedText(cell);
      if (text === '') return;
      texts.push(text);
      if (number >= first && number <= last) heads.push(text);
    });
  });
  return { name: sheet.name, heads, texts };
}

function countOf(whole: string, part: string): number {
  return whole.split(part).length - 1;
}

/** Without what stands on every page: heads and the page's number. */
function bodyOf(page: string, heads: readonly string[]): string {
  const foot = page.replace(/第\d+页,?、?共\d+页/u, '');
  return heads.toSorted((one, other) => other.length - one.length).reduce((rest, head) => rest.replace(head, ''), foot);
}

/**
 * What a person who looks at the pages of a printed workbook would find wrong: heads that are missing on a page, an
 * empty page, a text that is cut or does not appear, letters too small to be read, a number too wide for its column.
 *
 * @param workbook its bytes, as written
 * @returns a sentence for each
 */
export async function pageFaults(workbook: Uint8Array, pages: readonly PrintedPage[]): Promise<readonly string[]> {
  const book = await openWorkbook(workbook);
  const sheets = book.worksheets.filter(({ state }) => state === 'visible').map(textsOf);
  const faults: string[] = pages.length === 0 ? ['no page'] : [];
  for (const [index, { text, cut, smallest }] of pages.entries()) {
    const own = sheets.find(({ heads }) => heads.every((head) => text.includes(head)));
    const said = `page ${index + 1} of ${pages.length}`;
    if (!own) faults.push(`${said}: heads are missing`);
    if (bodyOf(text, own?.heads ?? []) === '') faults.push(`${said}: nothing but heads`);
    for (const line of cut) faults.push(`${said}: cut: ${line}`);
    if (smallest < READABLE_POINTS) faults.push(`${said}: letters of ${smallest.toFixed(1)} points`);
    if (text.includes('###')) faults.push(`${said}: a number too wide for its column`);
  }
  const all = pages.map(({ text }) => text).join('');
  for (const { name, texts } of sheets) {
    for (const [text, cells] of Map.groupBy(texts, (one) => one)) {
      const found = countOf(all, text);
      if (found < cells.length && !isSplit(all, text))
        faults.push(`${name}: ${found} of ${cells.length} appear: ${text.slice(0, 60)}`);
    }
  }
  return faults;
}

/** Whether a text stands on two pages: its row is taller than one, and heads lie between its pieces. */
function isSplit(all: string, text: string): boolean {
  for (let at = text.length - 1; at > 0; at--) {
    if (all.includes(text.slice(0, at)) && all.includes(text.slice(at))) return true;
  }
  return false;
}
