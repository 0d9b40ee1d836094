import { AppError } from '#shared/errors.ts';
import { isMonthOnly } from './cell-text.ts';
import type { RawCell } from './sheet.ts';
import { chineseDate, SHEET_ROWS_MAX, type SheetTable } from './sheet.ts';

/** Cells of a merged block are written out one by one; no table of tasks is larger than this. */
const COLUMNS_MAX = 60;

/**
 * Reads an old binary workbook, .xls or the .et of WPS. Formulas are not read, only what they gave.
 *
 * @throws AppError DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED
 */
export async function readOldWorkbook(bytes: Uint8Array, file: string): Promise<readonly SheetTable[]> {
  const xlsx = await import('@e965/xlsx');
  // Without the table of code pages the texts of Excel 95 and of old WPS versions are noise.
  xlsx.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const book = read();
  return book.SheetNames.flatMap((name, index): SheetTable[] => {
    const sheet = book.Sheets[name];
    const ref = sheet?.['!ref'];
    if (sheet === undefined || ref === undefined) return [];
    const range = xlsx.utils.decode_range(ref);
    const lastColumn = Math.min(range.e.c, COLUMNS_MAX - 1);
    const rows: Map<number, RawCell>[] = [];
    for (let row = 0; row <= range.e.r; row++) {
      const cells = new Map<number, RawCell>();
      for (let column = 0; column <= lastColumn; column++) {
        const text = textOf(sheet[xlsx.utils.encode_cell({ r: row, c: column })]);
        if (text !== '') cells.set(column, { text, originRow: row, originColumn: column });
      }
      rows.push(cells);
    }
    for (const { s, e } of sheet['!merges'] ?? []) {
      const origin = rows[s.r]?.get(s.c);
      if (origin === undefined) continue;
      for (let row = s.r; row <= Math.min(e.r, range.e.r); row++) {
        for (let column = s.c; column <= Math.min(e.c, lastColumn); column++) rows[row]?.set(column, origin);
      }
    }
    const hiddenRows = rows.filter((cells, row) => cells.size > 0 && sheet['!rows']?.[row]?.hidden === true).length;
    return [{ table: { name, rows }, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, hiddenRows }];
  });

  function read() {
    try {
      return xlsx.read(bytes, {
        type: 'array',
        cellDates: true,
        cellNF: true,
        cellFormula: false,
        cellHTML: false,
        sheetRows: SHEET_ROWS_MAX,
      });
    } catch (cause) {
      // The library's only word for it; it gives no code.
      const isEncrypted = cause instanceof Error && /password|encrypt/i.test(cause.message);
      throw new AppError(isEncrypted ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED', { file }, { cause });
    }
  }
}

function textOf(cell: unknown): string {
  if (typeof cell !== 'object' || cell === null || !('v' in cell)) return '';
  // An error such as #N/A is nothing.
  if ('t' in cell && cell.t === 'e') return '';
  const { v } = cell;
  if (v instanceof Date) return dateText(v, 'z' in cell ? cell.z : undefined);
  if (typeof v === 'string') return v.replace(/\r\n?/g, '\n').trim();
  return 'w' in cell && typeof cell.w === 'string' ? cell.w.trim() : String(v ?? '');
}

function dateText(date: Date, format: unknown): string {
  return Number.isNaN(date.getTime()) ? '' : chineseDate(date.toISOString().slice(0, 10), isMonthOnly(format));
}
