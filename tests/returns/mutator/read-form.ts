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
    const [first] = row;
    if (kind === 'above' && first) first.across = 'all';
    return { kind, task: kind === 'task' && typeof task === 'number' ? task : null, hidden: false, cells: row };
  });
  const columns = kinds.map((kind, index) => ({ kind, hidden: sheet.getColumn(index + 1).hidden === true }));
  return { name: sheet.name, state: sheet.state, columns, rows };
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
  throw new Error('a form as sent holds plain values alone');
}
