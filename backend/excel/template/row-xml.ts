import { referenceOf } from '../cell-reference.ts';
import { attributeOf } from '../package/scan-tags.ts';
import { escapeXml, withAttribute, withoutAttribute } from '../package/xml-part.ts';
import type { WrittenRow } from './fill-rows.ts';
import type { FormCellAt } from './form-cell.ts';
import type { FormulaCell } from './form-formulas.ts';
import { copiedDown } from './formula-references.ts';
import { withHeight } from './row-heights.ts';
import { cellIn, type FormRowAt, type SheetText } from './sheet-text.ts';
import type { CellWriter } from './value-words.ts';

/** What the rows of a sheet are written with. */
export type FormRowWriter = {
  readonly sheet: SheetText;
  readonly cell: CellWriter;
  readonly row: (number: number) => number;
  readonly formulaAt: (row: number, column: number) => FormulaCell | undefined;
  readonly elementOf: (cell: FormulaCell) => string;
  readonly textOf: (cell: FormulaCell) => string | null;
  /** Whether its last result says nothing any more. */
  readonly isStale: (cell: FormulaCell) => boolean;
  /** Words that stand beside the table and change, by their cells. */
  readonly words: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** The look of a cell that is not there. */
  readonly columnStyle: (column: number) => string | null;
};

/**
 * A row as it was, at another place, with formulas that went with it; unchanged it is the very same text.
 *
 * @param into takes its pieces: a string for each row of thousands would be put together twice
 */
export function rowOfTheirs(
  writer: FormRowWriter,
  row: FormRowAt,
  written: WrittenRow | undefined,
  height: number | null,
  into: string[],
): void {
  const { sheet } = writer;
  const number = writer.row(row.number);
  const isMoved = number !== row.number;
  const cells = written?.cells;
  const pending = cells === undefined ? NONE : missingIn(row, cells);
  let tag = sheet.xml.slice(row.start, row.openEnd);
  if (isMoved) tag = withAttribute(tag, 'r', String(number));
  if (height !== null) tag = withHeight(tag, height);
  // Which columns a row spans is a hint; a cell outside of it must not be left out by who trusts it.
  if (pending.length > 0) tag = withoutAttribute(tag, 'spans');
  const closesItself = row.closeStart === row.end;
  into.push(closesItself && pending.length > 0 ? tag.replace(/\s*\/>$/u, '>') : tag);
  const words = writer.words.get(row.number);
  /** Cells that stay as they are go over in one stretch. */
  let at = row.openEnd;
  const takeOver = (until: number): void => {
    if (until > at) into.push(sheet.xml.slice(at, until));
    at = until;
  };
  let next = 0;
  for (const cell of row.cells) {
    for (; (pending[next] ?? Number.POSITIVE_INFINITY) < cell.column; next++) {
      takeOver(cell.start);
      missingCell(writer, row, number, pending[next], cells, into);
    }
    const content = cells?.get(cell.column);
    if (content === undefined && !isMoved && words === undefined && cell.formulaStart < 0) continue;
    takeOver(cell.start);
    at = cell.end;
    if (content === undefined) into.push(cellOfTheirs(writer, row.number, cell, number, isMoved));
    else writer.cell(into, number, cell.column, styleOf(cell), content);
  }
  takeOver(row.closeStart);
  for (; next < pending.length; next++) missingCell(writer, row, number, pending[next], cells, into);
  if (!closesItself) into.push(sheet.xml.slice(row.closeStart, row.end));
  else if (pending.length > 0) into.push(`</${sheet.prefix}row>`);
}

const NONE: readonly number[] = [];

/** Columns that are written and have no cell yet, in their order. */
function missingIn(row: FormRowAt, cells: WrittenRow['cells']): readonly number[] {
  let missing = NONE;
  for (const column of cells.keys()) {
    if (cellIn(row, column) === undefined) missing = [...missing, column];
  }
  return missing.length > 1 ? missing.toSorted((one, other) => one - other) : missing;
}

function missingCell(
  { sheet, cell, columnStyle }: FormRowWriter,
  row: FormRowAt,
  number: number,
  column: number | undefined,
  cells: WrittenRow['cells'] | undefined,
  into: string[],
): void {
  if (column === undefined) return;
  const style = rowStyle(sheet, row) ?? columnStyle(column);
  cell(into, number, column, style, cells?.get(column) ?? null);
}

function cellOfTheirs(writer: FormRowWriter, row: number, cell: FormCellAt, number: number, isMoved: boolean): string {
  const { sheet } = writer;
  const own = sheet.xml.slice(cell.start, cell.end);
  const words = writer.words.get(row)?.get(cell.column);
  const reference = referenceOf({ row: number, column: cell.column });
  if (words !== undefined) {
    const style = styleOf(cell);
    return `<${sheet.prefix}c r="${reference}"${style === null ? '' : ` s="${style}"`} t="inlineStr">${words}</${sheet.prefix}c>`;
  }
  const formula = writer.formulaAt(row, cell.column);
  if (formula === undefined) return isMoved ? movedCell(own, reference) : own;
  let text = isMoved ? movedCell(own, reference) : own;
  const element = writer.elementOf(formula);
  if (element === formula.element) return text;
  text = text.replace(formula.element, () => element);
  // It is another formula now: its old result is nobody's, and any program works out what has none.
  return writer.isStale(formula) ? withoutResult(text) : text;
}

function withoutResult(cell: string): string {
  const end = cell.indexOf('>') + 1;
  const inner = cell.slice(end).replace(/<((?:\w+:)?v)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1>)/u, '');
  return withoutAttribute(cell.slice(0, end), 't') + inner;
}

function movedCell(cell: string, reference: string): string {
  const end = cell.indexOf('>') + 1;
  const tag = cell.slice(0, end);
  return attributeOf(tag, 'r') === undefined ? cell : withAttribute(tag, 'r', reference) + cell.slice(end);
}

function styleOf({ style }: FormCellAt): string | null {
  return style === '' ? null : style;
}

function rowStyle({ xml }: SheetText, row: FormRowAt): string | null {
  const tag = xml.slice(row.start, row.openEnd);
  return /^(?:1|true)$/u.test(attributeOf(tag, 'customFormat') ?? '') ? (attributeOf(tag, 's') ?? null) : null;
}

/** A row that comes in: the looks of the one it is like, its formulas copied down, nothing of what it says. */
export function addedRow(writer: FormRowWriter, written: WrittenRow, height: number | null): string {
  const { sheet } = writer;
  const { number, like, cells } = written;
  const pieces: string[] = [];
  const put = (column: number, style: string | null): void => {
    writer.cell(pieces, number, column, style, cells.get(column) ?? null);
  };
  const columns = new Set([...cells.keys(), ...(like?.cells ?? []).map(({ column }) => column)]);
  for (const column of [...columns].toSorted((one, other) => one - other)) {
    const cell = like?.cells.find((each) => each.column === column);
    if (cell === undefined) {
      put(column, (like && rowStyle(sheet, like)) ?? writer.columnStyle(column));
      continue;
    }
    const style = styleOf(cell);
    const formula = like && writer.formulaAt(like.number, column);
    const text = formula?.block === null ? writer.textOf(formula) : null;
    if (cells.has(column) || text === null || like === undefined) put(column, style);
    else {
      const words = escapeXml(copiedDown(text, number - writer.row(like.number)));
      const look = style === null ? '' : ` s="${style}"`;
      pieces.push(
        `<${sheet.prefix}c r="${referenceOf({ row: number, column })}"${look}><${sheet.prefix}f>${words}</${sheet.prefix}f></${sheet.prefix}c>`,
      );
    }
  }
  const own = like === undefined ? `<${sheet.prefix}row>` : sheet.xml.slice(like.start, like.openEnd);
  let tag = withAttribute(own.replace(/\s*\/>$/u, '>'), 'r', String(number));
  for (const name of ['spans', 'hidden', 'collapsed']) tag = withoutAttribute(tag, name);
  if (height !== null) tag = withHeight(tag, height);
  return `${tag}${pieces.join('')}</${sheet.prefix}row>`;
}
