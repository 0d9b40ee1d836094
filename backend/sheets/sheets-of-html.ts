import path from 'node:path';
import { PLAN_BYTES_LIMIT } from '#backend/files/decode-text.ts';
import { KIND_NAMES } from '#backend/files/file-kind.ts';
import { AppError } from '#shared/errors.ts';
import { ADVICE } from './advice.ts';
import { BLANK_CELL, textValue } from './cell-value.ts';
import { type HtmlTable, PageTooLarge, readHtmlTables } from './html/html-tables.ts';
import { decodeHtml, pagesOfArchive } from './html/web-pages.ts';
import { numberFormat } from './number-format.ts';
import type { SheetRead } from './sheet.ts';
import { SHEET_LIMITS, SheetBuilder, SheetTooLarge } from './sheet-builder.ts';

const GENERAL = numberFormat('General');
/** Tables of a page that are read, each as a sheet. */
const TABLES_MAX = 50;

/**
 * A page with tables, as many systems export it under the ending .xls, and as Excel and WPS save a sheet as a page:
 * each table is a sheet, words above it its first rows. All cells are words.
 *
 * @param kind `web-archive`: a page with all its parts in one file
 * @throws AppError FILE_TOO_LARGE, WORKBOOK_BOMB; WORKBOOK_KIND_UNSUPPORTED for a page without a table
 */
export function sheetsOfHtml(bytes: Uint8Array, file: string, kind: 'html' | 'web-archive'): readonly SheetRead[] {
  if (bytes.byteLength > PLAN_BYTES_LIMIT) throw new AppError('FILE_TOO_LARGE', { file, limit: '20 MB' });
  const pages = kind === 'html' ? [decodeHtml(bytes)] : pagesOfArchive(bytes);
  const counts = { cells: 0, formatted: 0 };
  const name = path.parse(file).name;
  try {
    const tables = pages
      .flatMap((page) => readHtmlTables(page, SHEET_LIMITS.cells))
      .filter(({ rows }) => rows.some(({ cells }) => cells.length > 1));
    if (tables.length === 0) {
      throw new AppError('WORKBOOK_KIND_UNSUPPORTED', { file, kind: KIND_NAMES[kind], advice: ADVICE[kind] });
    }
    return tables
      .slice(0, TABLES_MAX)
      .map((table, index) =>
        sheetOf(table, new SheetBuilder(index === 0 ? name : `${name}（${index + 1}）`, false, counts)),
      );
  } catch (cause) {
    if (cause instanceof SheetTooLarge || cause instanceof PageTooLarge) {
      throw new AppError('WORKBOOK_BOMB', { file }, { cause });
    }
    throw cause;
  }
}

function sheetOf({ rows, hiddenColumns }: HtmlTable, into: SheetBuilder): SheetRead {
  for (const column of hiddenColumns) into.hideColumns(column, column);
  /** Last row that a cell above still takes of each column. */
  const taken = new Map<number, number>();
  for (const [index, { hidden, cells }] of rows.entries()) {
    const row = index + 1;
    into.addRow(row, hidden);
    let column = 1;
    for (const { text, columns, rows: depth, struck, picture, comment } of cells) {
      while ((taken.get(column) ?? 0) >= row) column++;
      if (text !== '') {
        const read = textValue(text, GENERAL);
        into.addCell(row, column, struck ? { ...read, trouble: 'struck-out' } : read);
      } else if (picture) into.addCell(row, column, { ...BLANK_CELL, trouble: 'picture' });
      if (picture) into.addRemark({ kind: 'picture', row, column, text: '' });
      if (comment !== '') into.addRemark({ kind: 'comment', row, column, text: comment });
      if (columns > 1 || depth > 1) {
        into.addMerge({ top: row, left: column, bottom: row + depth - 1, right: column + columns - 1 });
      }
      for (let across = 0; across < columns; across++) {
        if (depth > 1) taken.set(column + across, row + depth - 1);
      }
      column += columns;
    }
  }
  return into.build();
}
