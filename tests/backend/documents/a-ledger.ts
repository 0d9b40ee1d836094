import ExcelJS from 'exceljs';
import { readDocument } from '#backend/documents/read-document.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';

type Value = ExcelJS.CellValue;
type Sheet = {
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly formats?: Readonly<Record<string, string>>;
};

/** Writes sheets with the library that writes whatever Excel can, and reads the workbook as a document. */
export async function read(sheets: Readonly<Record<string, Sheet>>, name = '台账.xlsx') {
  const book = new ExcelJS.Workbook();
  for (const [title, { rows, merges = [], hidden, hiddenRows = [], formats = {} }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title, { state: hidden === true ? 'hidden' : 'visible' });
    for (const [row, values] of rows.entries())
      for (const [column, value] of values.entries()) sheet.getCell(row + 1, column + 1).value = value;
    for (const block of merges) sheet.mergeCells(block);
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    for (const [cell, format] of Object.entries(formats)) sheet.getCell(cell).numFmt = format;
  }
  const document = await readDocument(new Uint8Array(await book.xlsx.writeBuffer()), name);
  PlanReadingSchema.parse(document.reading);
  return document.reading;
}

/** The same for a workbook of one sheet. */
export function readOne(rows: Sheet['rows'], options: Omit<Sheet, 'rows'> = {}) {
  return read({ Sheet1: { rows, ...options } });
}
