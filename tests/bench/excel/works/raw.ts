import path from 'node:path';
import exceljs from 'exceljs';
import type { SheetPlan } from '#backend/excel/sheet-plan.ts';
import { ledgerSheet, valueOfCell } from '../ledger-sheet.ts';
import { WARMING_ROWS, type Work } from '../work.ts';

/** What a plain script would do: the same cells, looks, widths, heights and merges, straight into the library. */
export async function writeRaw({ merges, ...plan }: SheetPlan, file: string): Promise<void> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(plan.name);
  sheet.columns = plan.columns.map(({ width }) => ({ width }));
  let number = 0;
  for (const { height, cells } of plan.rows) {
    const row = sheet.getRow(++number);
    if (height !== undefined) row.height = height;
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue;
      const target = row.getCell(column + 1);
      // One shared style object for all cells of a look: the quickest way the library has.
      target.style = cell.style;
      target.value = valueOfCell(cell.value);
    }
  }
  for (const { top, left, bottom, right } of merges) sheet.mergeCellsWithoutStyle(top, left, bottom, right);
  await book.xlsx.writeFile(file);
}

export const work: Work = async (rows, folder) => {
  const file = path.join(folder, 'raw.xlsx');
  await writeRaw(ledgerSheet(WARMING_ROWS), file);
  const plan = ledgerSheet(rows);
  return () => writeRaw(plan, file);
};
