import fs from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { TASK_ID_HEAD } from '#backend/sheets/form-format.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { Book, BookCell, BookRow, BookSheet, ColumnKind, Content } from './book.ts';

const KINDS: Readonly<Record<string, ColumnKind>> = {
  序号: 'number',
  工作任务: 'task',
  我单位责任: 'role',
  量化指标: 'target',
  [TASK_ID_HEAD]: 'task-id',
  ...Object.fromEntries(PROGRESS_FIELDS.map((field) => [PROGRESS_FIELD_LABELS[field], field])),
};

/** Reads a form as this program sends it into a workbook that can be damaged. */
export async function readForm(file: string): Promise<Book> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(fs.readFileSync(file)).buffer);
  return {
    fileName: path.basename(file),
    kind: 'xlsx',
    sheets: workbook.worksheets.map(readSheet),
    oddParts: [],
    box: null,
    isZipped: false,
  };
}

function readSheet(sheet: exceljs.Worksheet): BookSheet {
  const width = sheet.columnCount;
  const cells = Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: width }, (__, column) => readCell(sheet.getCell(row + 1, column + 1))),
  );
  const head = cells.findIndex((row) => row.some(({ content }) => content === TASK_ID_HEAD));
  const kinds = Array.from({ length: width }, (_, column): ColumnKind => {
    const text = head < 0 ? '' : cells[head]?.[column]?.content;
    return (typeof text === 'string' ? KINDS[text] : undefined) ?? 'extra';
  });
  const id = kinds.indexOf('task-id');
  const rows = cells.map((row, index): BookRow => {
    const kind = head < 0 ? 'other' : index < head ? 'above' : index === head ? 'head' : 'task';
    const task = row[id]?.content;
    if (kind === 'above') spread(row, sheet, index + 1);
    return { kind, task: kind === 'task' && typeof task === 'number' ? task : null, hidden: false, cells: row };
  });
  const columns = kinds.map((kind, index) => ({ kind, hidden: sheet.getColumn(index + 1).hidden === true }));
  return { name: sheet.name, state: sheet.state, columns, rows };
}

/** Blocks above the heads as wide as they are; one over all columns stays one whatever becomes of them. */
function spread(row: BookCell[], sheet: exceljs.Worksheet, number: number): void {
  for (const [column, cell] of row.entries()) {
    const first = sheet.getCell(number, column + 1);
    if (!first.isMerged || first.master !== first) continue;
    const across = row.filter((_, at) => sheet.getCell(number, at + 1).master === first).length;
    cell.across = column === 0 && across >= row.length - 1 ? 'all' : across;
  }
}

function readCell(cell: exceljs.Cell): BookCell {
  const format = cell.numFmt ?? 'General';
  return { content: cell.master === cell ? readContent(cell.value) : null, format };
}

function readContent(value: exceljs.CellValue): Content {
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) };
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (value === undefined) return null;
  if ('formula' in value)
    return {
      formula: value.formula,
      result: typeof value.result === 'number' ? value.result : String(value.result ?? ''),
    };
  throw new Error('a form as sent holds plain values alone');
}
