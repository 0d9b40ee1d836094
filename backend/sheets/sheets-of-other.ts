import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { AppError } from '#shared/errors.ts';
import { BLANK_CELL, type CellValue, errorValue, numberValue, textValue } from './cell-value.ts';
import { numberFormat } from './number-format.ts';
import { openEncrypted } from './open-encrypted.ts';
import type { SheetRead } from './sheet.ts';
import { SHEET_LIMITS, SheetBuilder, SheetTooLarge } from './sheet-builder.ts';
import { cellPlace } from './xlsx/cell-place.ts';

type Library = typeof import('@e965/xlsx');

/** A formula that gives words, and whose stored result is 0: LibreOffice stores that where it should store the words. */
const GIVES_WORDS = /["&]|\b(?:TEXT|CONCAT|CONCATENATE|LEFT|RIGHT|MID|SUBSTITUTE|PHONETIC|REPT|T)\(/i;
const PICTURE_FORMULA = /\b(?:DISPIMG|IMAGE)\(/i;

const OPTIONS = {
  type: 'array',
  cellDates: false,
  cellNF: true,
  cellFormula: true,
  cellHTML: false,
  // Hidden rows and columns come with the styles.
  cellStyles: true,
  dateNF: 'yyyy/m/d',
  // One more than is borne, so that more can be told.
  sheetRows: SHEET_LIMITS.rows + 1,
} as const satisfies ParsingOptions;

/**
 * Reads a workbook of a kind that is not ours to know, as a person sees it: .xls, the .et of WPS, .xlsb, XML of 2003. An .xls with a password says so only while it is read.
 *
 * @throws AppError WORKBOOK_DAMAGED, WORKBOOK_BOMB, and as open-encrypted.ts
 */
export async function sheetsOfOther(bytes: Uint8Array, file: string, password?: string): Promise<readonly SheetRead[]> {
  try {
    return await sheetsOfPlain(bytes, file);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'WORKBOOK_ENCRYPTED') throw error;
    return await sheetsOfPlain(await openEncrypted(bytes, file, password), file);
  }
}

async function sheetsOfPlain(bytes: Uint8Array, file: string): Promise<readonly SheetRead[]> {
  const xlsx = await import('@e965/xlsx');
  // Without the table of code pages the texts of Excel 95 and of old WPS versions are noise.
  xlsx.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const book = open(xlsx, bytes, file);
  const counts = { cells: 0, formatted: 0 };
  try {
    const sheets = book.SheetNames.flatMap((name, index): SheetRead[] => {
      const sheet = book.Sheets[name];
      if (sheet === undefined) return [];
      const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      return [readSheet(sheet, new SheetBuilder(name, hidden, counts), isFrom1904(book))];
    });
    if (sheets.length === 0) throw new AppError('WORKBOOK_DAMAGED', { file });
    return sheets;
  } catch (cause) {
    if (cause instanceof SheetTooLarge) throw new AppError('WORKBOOK_BOMB', { file }, { cause });
    throw cause;
  }
}

function isFrom1904(book: WorkBook): boolean {
  return book.Workbook?.WBProps?.date1904 === true;
}

function open(xlsx: Library, bytes: Uint8Array, file: string): WorkBook {
  try {
    return xlsx.read(bytes, OPTIONS);
  } catch (cause) {
    // The library's only word for it; it gives no code. “Unsupported ZIP encryption” it says of any odd bytes.
    const isEncrypted = cause instanceof Error && /password-protected|ECMA-376 Encrypted/.test(cause.message);
    throw new AppError(isEncrypted ? 'WORKBOOK_ENCRYPTED' : 'WORKBOOK_DAMAGED', { file }, { cause });
  }
}

function readSheet(sheet: WorkSheet, into: SheetBuilder, date1904: boolean): SheetRead {
  for (const [index, row] of (sheet['!rows'] ?? []).entries()) {
    if (row?.hidden === true && index < SHEET_LIMITS.rows) into.addRow(index + 1, true);
  }
  for (const [index, column] of (sheet['!cols'] ?? []).entries()) {
    if (column?.hidden === true) into.hideColumns(index + 1, index + 1);
  }
  for (const [reference, cell] of Object.entries(sheet)) {
    const place = reference.startsWith('!') ? undefined : cellPlace(reference);
    if (place === undefined) continue;
    const read = readCell(cell as CellObject, date1904, into);
    if (read !== null) into.addCell(place.row, place.column, read);
    for (const { t } of (cell as CellObject).c ?? []) {
      if (t !== undefined && t.trim() !== '') into.addRemark({ kind: 'comment', ...place, text: t.trim() });
    }
  }
  for (const { s, e } of sheet['!merges'] ?? []) {
    into.addMerge({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 });
  }
  return into.build();
}

/** A cell of the library: `t` its type, `v` its value, `w` what it shows, `z` its number format, `f` its formula. */
function readCell({ t, v, w, z, f }: CellObject, date1904: boolean, into: SheetBuilder): CellValue | null {
  if (f !== undefined && PICTURE_FORMULA.test(f)) return { ...BLANK_CELL, trouble: 'picture' };
  if (f !== undefined && (t === 'z' || v === undefined)) return { ...BLANK_CELL, trouble: 'no-result' };
  if (f !== undefined && v === 0 && (GIVES_WORDS.test(f) || z === '@')) return { ...BLANK_CELL, trouble: 'no-result' };
  const format = numberFormat(typeof z === 'string' ? z : 'General');
  switch (t) {
    case 'e':
      return errorValue(typeof w === 'string' && w.trim() !== '' ? w.trim() : '#N/A');
    case 'b':
      return { ...BLANK_CELL, text: v === true ? 'TRUE' : 'FALSE' };
    case 's':
      return typeof v !== 'string' || v === '' ? null : textValue(v.replace(/\r\n?/g, '\n'), format);
    case 'n': {
      if (typeof v !== 'number') return null;
      if (!into.mayFormat()) return numberValue(v, numberFormat('General'), date1904);
      const { unshown, ...read } = numberValue(v, format, date1904);
      if (unshown) into.addUnread('有单元格的数字格式无法识别，按原数读取');
      return read;
    }
    default:
      return null;
  }
}
