import { sheetName } from '#backend/sheets/safe-text.ts';
import { sectionParts } from '#shared/text/section-heading.ts';
import type { FontChoice } from './fonts.ts';
import type { CellContent, CellPlan, CellStyle, RowPlan, SheetBlock, SheetPlan } from './sheet-plan.ts';
import { cellStyle, DATE_FORMAT, percentFormat, TEXT_FORMAT, textFormat } from './styles.ts';
import type { Table, TableColumn, TableItem } from './table.ts';
import { brokenLines, columnWidth, heightOf, linesOf, ROW_HEIGHT_MAX } from './text-metrics.ts';

const FIRST_HEAD_ROW = 3;
const SECTION_ROW_HEIGHT = 26;
const STACKED_LINE_HEIGHT = 1.5;

/** Collects rows and merges; every position is counted here and never changes afterwards. */
type Sheet = { readonly rows: RowPlan[]; readonly merges: SheetBlock[]; readonly widths: readonly number[] };

function across(sheet: Sheet, left: number, right: number): void {
  const row = sheet.rows.length;
  if (right > left) sheet.merges.push({ top: row, left, bottom: row, right });
}

function filled(count: number, style: CellStyle, first: CellContent): CellPlan[] {
  return Array.from({ length: count }, (_, index) => ({ value: index === 0 ? first : null, style }));
}

function addTitle<Row>(sheet: Sheet, table: Table<Row>): void {
  const count = table.columns.length;
  const total = sheet.widths.reduce((sum, width) => sum + width, 0);
  const { title, unitLine } = table.fonts;
  const titleStyle = cellStyle(title, { align: 'center', border: false });
  const titleLines = linesOf(table.title, total, title.size);
  sheet.rows.push({ height: heightOf(titleLines, title.size), cells: filled(count, titleStyle, table.title) });
  across(sheet, 1, count);

  const left = cellStyle(unitLine, { align: 'left', border: false });
  const right = cellStyle(unitLine, { align: 'right', border: false });
  const half = middleColumn(sheet.widths);
  sheet.rows.push({
    height: heightOf(1, unitLine.size),
    cells: [...filled(half, left, table.unitLine.left), ...filled(count - half, right, table.unitLine.right)],
  });
  across(sheet, 1, half);
  across(sheet, half + 1, count);
}

/** @returns how many columns make up the left half of the width; at least 1, and at least 1 remains */
function middleColumn(widths: readonly number[]): number {
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let sum = 0;
  const index = widths.findIndex((width) => {
    sum += width;
    return sum >= half;
  });
  return Math.min(Math.max(index + 1, 1), widths.length - 1);
}

function headHeight<Row>(columns: readonly TableColumn<Row>[], font: FontChoice): number {
  const heights = columns.map((column) =>
    column.verticalHead === true
      ? Math.ceil(column.head.length * font.size * STACKED_LINE_HEIGHT + 8)
      : heightOf(linesOf(column.head, column.width, font.size), font.size),
  );
  return Math.min(ROW_HEIGHT_MAX, Math.max(heightOf(1, font.size) + 4, ...heights));
}

/** Names of groups as printed: over one narrow column they take several lines, broken here so that none is cut. */
function groupHeads<Row>(columns: readonly TableColumn<Row>[], font: FontChoice): ReadonlyMap<string, string> {
  const widths = new Map<string, number>();
  for (const { group, width } of columns) {
    if (group !== undefined) widths.set(group, (widths.get(group) ?? 0) + width);
  }
  return new Map([...widths].map(([group, width]) => [group, brokenLines(group, width, font.size)]));
}

/** What the upper head row shows over a column: its own head, its group's name over the first of them, or nothing. */
function groupCell<Row>(
  columns: readonly TableColumn<Row>[],
  index: number,
  groups: ReadonlyMap<string, string>,
): string | null {
  const column = columns[index];
  if (column?.group === undefined) return column?.head ?? null;
  return columns[index - 1]?.group === column.group ? null : (groups.get(column.group) ?? column.group);
}

function addHeads<Row>(sheet: Sheet, table: Table<Row>): void {
  const { columns, fonts } = table;
  const style = cellStyle(fonts.head, { align: 'center' });
  const vertical = cellStyle(fonts.head, { align: 'center', vertical: true });
  const styleOf = (column: TableColumn<Row>): CellStyle => (column.verticalHead === true ? vertical : style);
  const grouped = columns.some((column) => column.group !== undefined);
  if (grouped) {
    const row = sheet.rows.length + 1;
    const groups = groupHeads(columns, fonts.head);
    const lines = Math.max(...[...groups.values()].map((head) => head.split('\n').length));
    sheet.rows.push({
      height: heightOf(lines, fonts.head.size),
      cells: columns.map((column, index) => ({
        value: groupCell(columns, index, groups),
        style: column.group === undefined ? styleOf(column) : style,
      })),
    });
    let start = 0;
    while (start < columns.length) {
      const group = columns[start]?.group;
      let end = start;
      while (group !== undefined && columns[end + 1]?.group === group) end++;
      if (group === undefined) {
        sheet.merges.push({ top: row, left: start + 1, bottom: row + 1, right: start + 1 });
      } else {
        across(sheet, start + 1, end + 1);
      }
      start = end + 1;
    }
  }
  sheet.rows.push({
    height: headHeight(columns, fonts.head),
    cells: columns.map((column) => ({
      value: grouped && column.group === undefined ? null : column.head,
      style: styleOf(column),
    })),
  });
}

function addSection<Row>(sheet: Sheet, table: Table<Row>, section: Extract<TableItem<Row>, { kind: 'section' }>): void {
  const count = table.columns.length;
  const number = cellStyle(table.fonts.section, { align: 'center' });
  const title = cellStyle(table.fonts.section, { align: 'left' });
  const parts = sectionParts(section.ordinal, section.title);
  // The column of numbers is too narrow for 第一部分: a title with such a number takes the whole row.
  const numbered = parts.number !== '';
  sheet.rows.push({
    height: SECTION_ROW_HEIGHT,
    cells: numbered
      ? [{ value: parts.number, style: number }, ...filled(count - 1, title, parts.title)]
      : filled(count, title, parts.title),
  });
  across(sheet, numbered ? 2 : 1, count);
}

/** The looks of one column's cells, made once per table. */
function bodyStyles<Row>(column: TableColumn<Row>, font: FontChoice): (content: CellContent) => CellStyle {
  const { align } = column;
  const looks = new Map<string, CellStyle>();
  return (content) => {
    const numFmt = numberFormat(column, content);
    const look = looks.get(numFmt) ?? cellStyle(font, { align, numFmt });
    looks.set(numFmt, look);
    return look;
  };
}

function numberFormat<Row>(column: TableColumn<Row>, content: CellContent): string {
  if (content === null) return TEXT_FORMAT;
  if (typeof content === 'string') return textFormat(content);
  if (typeof content === 'object') return DATE_FORMAT;
  return column.percent === true ? percentFormat(content) : '0';
}

/** Rows that share a merged cell in some column, from the first to the last row of the block. */
type OpenBlock = { readonly column: number; readonly key: number; readonly top: number; readonly text: string };

function addItems<Row>(sheet: Sheet, table: Table<Row>): void {
  const { columns, fonts } = table;
  const styles = columns.map((column) => bodyStyles(column, fonts.body));
  const open = new Map<number, OpenBlock>();
  const close = (block: OpenBlock): void => {
    open.delete(block.column);
    closeBlock(sheet, block, fonts.body.size);
  };

  for (const item of table.items) {
    if (item.kind === 'section') {
      for (const block of [...open.values()]) close(block);
      addSection(sheet, table, item);
      continue;
    }
    const cells: CellPlan[] = [];
    let lines = 1;
    for (const [index, column] of columns.entries()) {
      const value = column.cell(item.row);
      const style = styles[index]?.(value) ?? cellStyle(fonts.body);
      const text = typeof value === 'string' ? value : '';
      const key = column.mergeKey?.(item.row);
      const block = open.get(index);
      if (key !== undefined && block?.key === key) {
        cells.push({ value: null, style });
        continue;
      }
      if (block) close(block);
      if (key !== undefined) open.set(index, { column: index, key, top: sheet.rows.length + 1, text });
      else if (text !== '') lines = Math.max(lines, linesOf(text, column.width, fonts.body.size));
      cells.push({ value, style });
    }
    sheet.rows.push({ height: heightOf(lines, fonts.body.size), cells });
  }
  for (const block of [...open.values()]) close(block);
}

/** Merges the block's rows and, when its text needs more than their height, gives them what is missing in equal parts. */
function closeBlock(sheet: Sheet, block: OpenBlock, size: number): void {
  const rows = sheet.rows.slice(block.top - 1);
  if (rows.length > 1) {
    sheet.merges.push({ top: block.top, left: block.column + 1, bottom: sheet.rows.length, right: block.column + 1 });
  }
  const needed = heightOf(linesOf(block.text, sheet.widths[block.column] ?? 1, size), size);
  const missing = needed - rows.reduce((sum, row) => sum + (row.height ?? 0), 0);
  if (missing <= 0) return;
  const share = Math.ceil(missing / rows.length);
  for (const [index, row] of rows.entries()) {
    sheet.rows[block.top - 1 + index] = { ...row, height: Math.min(ROW_HEIGHT_MAX, (row.height ?? 0) + share) };
  }
}

function addFoot<Row>(sheet: Sheet, table: Table<Row>): void {
  const { fonts } = table;
  const count = table.columns.length;
  const label = cellStyle(fonts.head, { align: 'center' });
  const number = cellStyle(fonts.body, { align: 'center', numFmt: '0' });
  for (const total of table.totals) {
    sheet.rows.push({
      height: heightOf(1, fonts.body.size),
      cells: [...filled(total.over, label, total.label), ...total.cells.map((value) => ({ value, style: number }))],
    });
    across(sheet, 1, total.over);
  }
  const note = cellStyle(fonts.body, { align: 'left', border: false });
  const width = sheet.widths.reduce((sum, each) => sum + each, 0);
  for (const text of table.notes) {
    const height = heightOf(linesOf(text, width, fonts.body.size), fonts.body.size);
    sheet.rows.push({ height, cells: filled(count, note, text) });
    across(sheet, 1, count);
  }
}

/** Lays a table out as a sheet: all positions, heights and merges, ready to be written. */
export function tableSheet<Row>(table: Table<Row>): SheetPlan {
  const sheet: Sheet = { rows: [], merges: [], widths: table.columns.map((column) => column.width) };
  addTitle(sheet, table);
  addHeads(sheet, table);
  const lastHead = sheet.rows.length;
  addItems(sheet, table);
  addFoot(sheet, table);
  return {
    name: sheetName(table.sheetName),
    state: 'visible',
    columns: table.columns.map((column) => ({ width: columnWidth(column.width) })),
    rows: sheet.rows,
    merges: sheet.merges,
    validations: [],
    page: { paper: table.paper, repeatRows: [FIRST_HEAD_ROW, lastHead] },
    freeze: { rows: lastHead, columns: table.frozenColumns },
  };
}
