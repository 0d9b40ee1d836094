import exceljs from 'exceljs';
import type { Book, BookCell, BookSheet, Content } from '../book.ts';

/** A one-pixel picture. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const COLUMN_WIDTH = 18;

/** Writes an .xlsx with exceljs. */
export async function writeWithExceljs(book: Book): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.properties.date1904 = book.oddParts.includes('dates-from-1904');
  for (const plan of book.sheets) await addSheet(workbook, plan);
  const [first] = workbook.worksheets;
  if (book.oddParts.includes('picture') && first) {
    const image = workbook.addImage({ base64: PIXEL, extension: 'png' });
    first.addImage(image, { tl: { col: 1, row: 1 }, ext: { width: 20, height: 20 } });
  }
  const useSharedStrings = !book.oddParts.includes('inline-strings');
  return new Uint8Array(await workbook.xlsx.writeBuffer({ useSharedStrings, useStyles: true }));
}

async function addSheet(workbook: exceljs.Workbook, plan: BookSheet): Promise<void> {
  const sheet = workbook.addWorksheet(plan.name, { state: plan.state });
  for (const [index, { hidden }] of plan.columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = COLUMN_WIDTH;
    column.hidden = hidden;
  }
  for (const [index, row] of plan.rows.entries()) {
    if (row.hidden) sheet.getRow(index + 1).hidden = true;
    for (const [column, cell] of row.cells.entries()) writeCell(sheet.getCell(index + 1, column + 1), cell);
  }
  for (const [top, left, bottom, right] of mergesOf(plan)) sheet.mergeCells(top, left, bottom, right);
  const head = plan.rows.findLastIndex(({ kind }) => kind === 'head') + 1;
  if (plan.hasFilter)
    sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: plan.rows.length, column: plan.columns.length } };
  if (plan.isProtected) await sheet.protect('1234', { spinCount: 1 });
}

function writeCell(target: exceljs.Cell, { content, format, struck, comment }: BookCell): void {
  if (format !== 'General') target.numFmt = format;
  if (struck) target.font = { strike: true };
  if (comment !== undefined) target.note = comment;
  target.value = plainValue(content);
}

function plainValue(content: Content): exceljs.CellValue {
  if (content === null || typeof content !== 'object') return content;
  if ('date' in content) return new Date(`${content.date}T${content.time ?? '00:00'}:00Z`);
  if ('runs' in content) {
    return { richText: content.runs.map(({ text, struck }) => (struck ? { text, font: { strike: true } } : { text })) };
  }
  if ('error' in content) return { error: content.error };
  const { formula, result } = content;
  return result === null ? { formula } : { formula, result };
}

/** Merged blocks as top, left, bottom, right, counted from 1. */
export function mergesOf(sheet: BookSheet): readonly (readonly [number, number, number, number])[] {
  return sheet.rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ down = 1, across = 1 }, column) => {
      const right = across === 'all' ? sheet.columns.length : column + across;
      return down > 1 || right > column + 1 ? [[row + 1, column + 1, row + down, right] as const] : [];
    }),
  );
}
