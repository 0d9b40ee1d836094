import { checkZip } from '#backend/files/zip-check.ts';
import { AppError } from '#shared/errors.ts';
import { readWorkbook } from './read-xlsx.ts';
import type { RawCell } from './sheet.ts';
import { chineseDate, SHEET_ROWS_MAX, type SheetTable } from './sheet.ts';

/**
 * Reads a workbook of today. Of formulas only the results are read; errors such as #N/A are nothing.
 *
 * @throws AppError as backend/files/zip-check.ts, and WORKBOOK_DAMAGED
 */
export async function readNewWorkbook(bytes: Uint8Array, file: string): Promise<readonly SheetTable[]> {
  await checkZip(bytes, file);
  const sheets = await readWorkbook(bytes).catch((cause: unknown) =>
    Promise.reject(new AppError('WORKBOOK_DAMAGED', { file }, { cause })),
  );
  return sheets.map(({ name, hidden, rows }) => {
    const height = Math.min(rows.at(-1)?.number ?? 0, SHEET_ROWS_MAX);
    const table: Map<number, RawCell>[] = Array.from({ length: height }, () => new Map());
    for (const { number, cells } of rows) {
      for (const [column, cell] of cells) {
        if (cell.error) continue;
        const text = cell.isoDate === null ? cell.text.trim() : chineseDate(cell.isoDate, cell.monthOnly);
        table[number - 1]?.set(column - 1, {
          text,
          originRow: cell.originRow - 1,
          originColumn: cell.originColumn - 1,
        });
      }
    }
    return { table: { name, rows: table }, hidden, hiddenRows: rows.filter((row) => row.hidden).length };
  });
}
