import * as xlsx from '@e965/xlsx';
import type { Book, BookCell, BookSheet, FileKind } from '../book.ts';
import { toGb18030 } from './gb18030.ts';
import { mergesOf } from './write-exceljs.ts';

const DAY_MS = 86_400_000;
/** Day number of 1970-01-01. */
const EPOCH = 25_569;
const ERRORS = { '#N/A': 42, '#DIV/0!': 7, '#REF!': 23 } as const;

/** Writes a workbook of any kind with SheetJS; words of a kind without sheets are those of the first visible one. */
export function writeWithSheetjs(book: Book): Uint8Array {
  const workbook = xlsx.utils.book_new();
  for (const sheet of book.sheets) xlsx.utils.book_append_sheet(workbook, sheetOf(sheet, book.kind), sheet.name);
  workbook.Workbook = {
    Sheets: book.sheets.map(({ name, state }) => ({
      name,
      Hidden: { visible: 0, hidden: 1, veryHidden: 2 }[state] as 0 | 1 | 2,
    })),
  };
  const first = book.sheets.findIndex(({ state }) => state === 'visible');
  return writeKind(workbook, book.kind, Math.max(first, 0));
}

function writeKind(workbook: xlsx.WorkBook, kind: FileKind, first: number): Uint8Array {
  switch (kind) {
    case 'xlsx':
    case 'xlsb':
    case 'ods':
      return binary(workbook, kind);
    case 'xls':
      return binary(workbook, 'biff8');
    case 'xml-2003':
      return new TextEncoder().encode(String(xlsx.write(workbook, { bookType: 'xlml', type: 'string' })));
    case 'docx':
      throw new Error('SheetJS writes no documents');
    case 'html':
      return new TextEncoder().encode(`\uFEFF${words(workbook, 'html', first)}`);
    case 'csv':
      return new TextEncoder().encode(`\uFEFF${words(workbook, 'csv', first)}`);
    case 'csv-gb18030':
      return toGb18030(words(workbook, 'csv', first));
    case 'tsv-utf16':
      return new Uint8Array(Buffer.from(`\uFEFF${words(workbook, 'csv', first, '\t')}`, 'utf16le'));
  }
}

function binary(workbook: xlsx.WorkBook, bookType: 'xlsx' | 'xlsb' | 'ods' | 'biff8'): Uint8Array {
  const written: unknown = xlsx.write(workbook, { bookType, type: 'array', bookSST: true, cellStyles: true });
  if (!(written instanceof ArrayBuffer)) throw new Error('SheetJS wrote nothing');
  return new Uint8Array(written);
}

function words(workbook: xlsx.WorkBook, bookType: 'html' | 'csv', first: number, separator = ','): string {
  const sheet = workbook.Sheets[workbook.SheetNames[first] ?? ''];
  if (!sheet) throw new Error('a workbook has a sheet');
  if (bookType === 'html') return xlsx.utils.sheet_to_html(sheet);
  return xlsx.utils.sheet_to_csv(sheet, { FS: separator });
}

function sheetOf(plan: BookSheet, kind: FileKind): xlsx.WorkSheet {
  const sheet: xlsx.WorkSheet = {};
  for (const [row, { cells }] of plan.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const object = kind === 'ods' ? odsObjectOf(cell) : objectOf(cell);
      if (object) sheet[xlsx.utils.encode_cell({ r: row, c: column })] = object;
    }
  }
  const end = { r: Math.max(plan.rows.length, 1) - 1, c: Math.max(plan.columns.length, 1) - 1 };
  sheet['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: end });
  sheet['!merges'] = mergesOf(plan).map(([top, left, bottom, right]) => ({
    s: { r: top - 1, c: left - 1 },
    e: { r: bottom - 1, c: right - 1 },
  }));
  sheet['!cols'] = plan.columns.map(({ hidden }) => ({ wch: 18, hidden }));
  sheet['!rows'] = plan.rows.map(({ hidden }) => ({ hidden }));
  if (plan.hasFilter) sheet['!autofilter'] = { ref: sheet['!ref'] };
  if (plan.isProtected) sheet['!protect'] = { password: '1234' };
  return sheet;
}

/** As .ods it writes a day only when it is given one, and not the format that shows nothing. */
function odsObjectOf(cell: BookCell): xlsx.CellObject | undefined {
  const { content, format } = cell;
  if (content !== null && typeof content === 'object' && 'date' in content) {
    return { t: 'd', v: new Date(`${content.date}T${content.time ?? '00:00'}:00Z`), z: 'yyyy/mm/dd' };
  }
  return objectOf({ ...cell, format: format === ';;;' ? 'General' : format });
}

function objectOf(cell: BookCell): xlsx.CellObject | undefined {
  const object = plainValue(cell);
  if (!object) return undefined;
  if (cell.format !== 'General') object.z = cell.format;
  if (cell.comment !== undefined) object.c = [{ a: '李文', t: cell.comment }];
  return object;
}

function plainValue({ content }: BookCell): xlsx.CellObject | undefined {
  if (content === null) return undefined;
  if (typeof content === 'string') return { t: 's', v: content };
  if (typeof content === 'number') return { t: 'n', v: content };
  if (typeof content === 'boolean') return { t: 'b', v: content };
  if ('date' in content) {
    const time = Date.parse(`${content.date}T${content.time ?? '00:00'}:00Z`);
    return { t: 'n', v: time / DAY_MS + EPOCH };
  }
  if ('runs' in content) return { t: 's', v: content.runs.map(({ text }) => text).join('') };
  if ('error' in content) return { t: 'e', v: ERRORS[content.error], w: content.error };
  const { formula, result } = content;
  if (result === null) return { t: 'n', f: formula };
  return typeof result === 'number' ? { t: 'n', v: result, f: formula } : { t: 's', v: result, f: formula };
}
