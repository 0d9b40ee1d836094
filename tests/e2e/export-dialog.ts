// The dialog of all exports, as several tests meet it.
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';

/** Opens it by its key; the first page is drawn when it answers. */
export async function openExports(window: Page) {
  await window.keyboard.press('Control+e');
  await window.getByTestId('printed-page-1').waitFor();
  return window.getByTestId('export-dialog');
}

/** Texts of the first sheet, row by row. */
export async function textsOf(file: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell((cell) => {
      if (cell.master === cell) texts.push(cell.text);
    });
    rows.push(texts);
  });
  return rows;
}
