import { AppError } from '#shared/errors.ts';
import { type CellRead, cellToText, isMonthOnly, isPercent } from './cell-text.ts';
import { type RowRead, SHEET_ROWS_MAX, type SheetRead } from './sheet.ts';

/** Cells of a merged block are written out one by one; no table of tasks is larger than this. */
const COLUMNS_MAX = 60;

/**
 * Reads an old binary workbook, .xls or the .et of WPS, as plain values. Formulas are not read, only what they gave.
 *
 * @throws AppError WORKBOOK_ENCRYPTED, WORKBOOK_DAMAGED
 */
export async function sheetsOfXls(bytes: Uint8Array, file: string): Promise<readonly SheetRead[]> {
  const xlsx = await import('@e965/xlsx');
  // Without the table of code pages the texts of Excel 95 and of old WPS versions are noise.
  xlsx.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const book = read();
  return book.SheetNames.flatMap((name, index): SheetRead[] => {
    const sheet = book.Sheets[name];
    const ref = sheet?.['!ref'];
    if (sheet === undefined || ref === undefined) return [];
    const range = xlsx.utils.decode_range(ref);
    const lastColumn = Math.min(range.e.c, COLUMNS_MAX - 1);
    const rows: Map<number, CellRead>[] = [];
    for (let row = 0; row <= range.e.r; row++) {
      const cells = new Map<number, CellRead>();
      for (let column = 0; column <= lastColumn; column++) {
        const cell = readOldCell(sheet[xlsx.utils.encode_cell({ r: row, c: column })], row + 1, column + 1);
        if (cell.text.trim() !== '') cells.set(column + 1, cell);
      }
      rows.push(cells);
    }
    for (const { s, e } of sheet['!merges'] ?? []) {
      const origin = rows[s.r]?.get(s.c + 1);
      if (origin === undefined) continue;
      for (let row = s.r; row <= Math.min(e.r, range.e.r); row++) {
        for (let column = s.c; column <= Math.min(e.c, lastColumn); column++) {
          if (row !== s.r || column !== s.c) rows[row]?.set(column + 1, { ...origin, merged: true });
        }
      }
    }
    const filled = rows.flatMap((cells, row): RowRead[] =>
      cells.size === 0 ? [] : [{ number: row + 1, hidden: sheet['!rows']?.[row]?.hidden === true, cells }],
    );
    return [
      {
        name,
        hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        rows: filled,
        remarks: [],
        hiddenColumns: new Set(),
      },
    ];
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
      // The library's only word for it; it gives no code. “Unsupported ZIP encryption” it says of any odd bytes.
      const isEncrypted = cause instanceof Error && /password-protected|ECMA-376 Encrypted/.test(cause.message);
      throw new AppError(isEncrypted ? 'WORKBOOK_ENCRYPTED' : 'WORKBOOK_DAMAGED', { file }, { cause });
    }
  }
}

/** A cell of the library: `t` its type, `v` its value, `w` what it shows, `z` its number format. */
function readOldCell(cell: unknown, row: number, column: number): CellRead {
  const place = {
    monthOnly: false,
    percent: false,
    merged: false,
    originRow: row,
    originColumn: column,
    trouble: null,
  };
  const { t, v, w, z } = typeof cell === 'object' && cell !== null ? (cell as Readonly<Record<string, unknown>>) : {};
  const shown = typeof w === 'string' ? w.trim() : '';
  if (t === 'e') return { ...cellToText({ error: '#N/A' }), ...place, text: shown === '' ? '#N/A' : shown };
  if (v instanceof Date) return { ...cellToText(v), ...place, monthOnly: isMonthOnly(z) };
  if (typeof v === 'string') return { ...cellToText(v), ...place };
  if (typeof v !== 'number') return { ...cellToText(typeof v === 'boolean' ? v : null), ...place };
  const percent = isPercent(z);
  const read = cellToText(v, percent);
  // What the cell shows: 12.50, 007.
  return { ...read, ...place, percent, text: shown === '' ? read.text : shown };
}
