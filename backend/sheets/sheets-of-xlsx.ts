import type { Cell, Workbook } from 'exceljs';
import { checkZip } from '#backend/files/zip-check.ts';
import { AppError } from '#shared/errors.ts';
import { type CellRead, readCell } from './cell-text.ts';
import { newWorkbook } from './exceljs.ts';
import type { RowRead, SheetRead } from './sheet.ts';

/**
 * Parts of a sheet that hold no values. Leaving them out makes reading a foreign file up to a hundred times faster
 * (pitfall 40) and takes their ranges out of a hostile file's reach.
 */
const IGNORED_NODES = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'drawing',
  'extLst',
  'hyperlinks',
  'tableParts',
];

/**
 * Keeps the library from listing every cell of every named range, one by one: a filter down to row 65536 has half a
 * million of them, and a hostile name a billion. Names are of no use to us, and there is no option for it.
 */
function ignoreNames(workbook: Workbook): void {
  Object.defineProperty(workbook.definedNames, 'model', { get: () => [], set: () => undefined });
}

/**
 * Reads all sheets of a workbook of today as plain values. Of formulas only the results are read.
 *
 * @throws AppError as backend/files/zip-check.ts; WORKBOOK_DAMAGED for whatever the library cannot read
 */
export async function sheetsOfXlsx(bytes: Uint8Array, file: string): Promise<readonly SheetRead[]> {
  await checkZip(bytes, file, 'xlsx');
  const workbook = await newWorkbook();
  ignoreNames(workbook);
  try {
    // A copy as a plain ArrayBuffer, which is what exceljs declares.
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: IGNORED_NODES });
    return workbook.worksheets.map((sheet) => {
      const rows: RowRead[] = [];
      sheet.eachRow((row, number) => {
        const cells = new Map<number, CellRead>();
        row.eachCell((cell: Cell, column) => {
          const read = readCell(cell);
          if (read.text !== '') cells.set(column, read);
        });
        if (cells.size > 0) rows.push({ number, hidden: row.hidden === true, cells });
      });
      return { name: sheet.name, hidden: sheet.state !== 'visible', rows, remarks: [], hiddenColumns: new Set() };
    });
  } catch (cause) {
    throw new AppError('WORKBOOK_DAMAGED', { file }, { cause });
  }
}
