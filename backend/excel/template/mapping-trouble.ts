import { fieldsAsked, type TemplateMapping } from '#shared/domain/template.ts';
import { columnNumber, ROWS_MAX, type SheetText } from './sheet-text.ts';

/** Excel's last column. */
const COLUMNS_MAX = 16_384;

/**
 * What of a mapping cannot be meant for this sheet, as a part of a Chinese sentence; `null`: nothing. A mapping of
 * another form would write where nothing is to be written.
 */
export function mappingTrouble({ headRows, bodyRow, columns }: TemplateMapping, sheet: SheetText): string | null {
  const [first, last] = headRows;
  if (first > last) return `表头行 ${first}–${last} 颠倒`;
  if (bodyRow <= last) return `起始行 ${bodyRow} 在表头行 ${first}–${last} 之内或之上`;
  const heads = sheet.rows.filter(({ number, cells }) => number >= first && number <= last && cells.length > 0);
  if (heads.length === 0) return `第 ${first}–${last} 行没有表头`;
  if (bodyRow > ROWS_MAX) return `没有第 ${bodyRow} 行`;
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  const outside = columns.find(
    ({ column, field }) => fieldsAsked(field).length > 0 && columnNumber(column) > Math.min(width, COLUMNS_MAX),
  );
  return outside === undefined ? null : `${outside.column} 列在表格之外`;
}
