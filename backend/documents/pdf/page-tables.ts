import type { RawCell, RawTable } from '#backend/sheets/sheet.ts';
import { type PdfLine, type PdfPiece, pdfLinesOf } from './pdf-lines.ts';
import { type CellPlace, cellAt, type RuledTable } from './ruled-tables.ts';

/** A page from top to bottom: lines of text, and tables between them. */
export type PageBlock =
  | { readonly kind: 'lines'; readonly lines: readonly PdfLine[] }
  | { readonly kind: 'table'; readonly columns: readonly number[]; readonly table: RawTable };

/** A line of a cell that ends less than this many letters before the edge was cut by it. */
const FULL_CELL_SLACK = 1.9;
/** Columns of a table on the next page stand where they stood, but for the shake of a printer. */
const SAME_PLACE = 4;
const SENTENCE_END = /[。；！？.;]$/u;

/** Sorts the pieces of a page into its tables and the text around them. */
export function blocksOf(pieces: readonly PdfPiece[], tables: readonly RuledTable[]): readonly PageBlock[] {
  const ordered = tables.toSorted((a, b) => (b.rows[0] ?? 0) - (a.rows[0] ?? 0));
  const outside = pieces.filter((piece) => !ordered.some((table) => cellAt(table, piece) !== undefined));
  const blocks: PageBlock[] = [];
  let above = Number.POSITIVE_INFINITY;
  for (const table of [...ordered, undefined]) {
    const top = table?.rows[0] ?? Number.NEGATIVE_INFINITY;
    const between = outside.filter(({ y }) => y < above && y >= top);
    if (between.length > 0) blocks.push({ kind: 'lines', lines: pdfLinesOf(between) });
    if (table !== undefined) {
      const raw = tableOf(table, pieces);
      // A frame without words is an ornament.
      if (raw.rows.some((row) => row.size > 0)) blocks.push({ kind: 'table', columns: table.columns, table: raw });
    }
    above = top;
  }
  return blocks;
}

function tableOf(table: RuledTable, pieces: readonly PdfPiece[]): RawTable {
  const width = table.columns.length - 1;
  const byCell = new Map<number, PdfPiece[]>();
  const keyOf = ({ row, column }: CellPlace): number => row * width + column;
  for (const piece of pieces) {
    const place = cellAt(table, piece);
    if (place === undefined) continue;
    const key = keyOf(table.originOf(place.row, place.column));
    const same = byCell.get(key);
    if (same === undefined) byCell.set(key, [piece]);
    else same.push(piece);
  }
  const rows: Map<number, RawCell>[] = [];
  for (let row = 0; row < table.rows.length - 1; row++) {
    const cells = new Map<number, RawCell>();
    for (let column = 0; column < width; column++) {
      const origin = table.originOf(row, column);
      const found = byCell.get(keyOf(origin));
      if (found === undefined) continue;
      const right = rightEdge(table, origin);
      cells.set(column, {
        text: cellText(pdfLinesOf(found), right),
        originRow: origin.row,
        originColumn: origin.column,
      });
    }
    rows.push(cells);
  }
  return { name: '', rows };
}

function rightEdge(table: RuledTable, origin: CellPlace): number {
  let column = origin.column;
  while (column + 1 < table.columns.length - 1 && table.originOf(origin.row, column + 1).column === origin.column)
    column++;
  return table.columns[column + 1] ?? 0;
}

/** Lines that the edge of the cell cut are one again; a shorter line ends where somebody pressed Enter. */
function cellText(lines: readonly PdfLine[], rightEdgeOfCell: number): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const wasCut = before !== undefined && before.right > rightEdgeOfCell - FULL_CELL_SLACK * before.fontSize;
    text += index === 0 || wasCut ? line.text : `\n${line.text}`;
  }
  return text;
}

/**
 * Joins a table with its part on the next page, if its columns stand in the same places. A row that the end of the
 * page cut goes on: its first cell is empty there, and what it said before was no sentence yet.
 *
 * @returns `undefined` when they are two tables
 */
export function joinPages(
  before: Extract<PageBlock, { kind: 'table' }>,
  next: Extract<PageBlock, { kind: 'table' }>,
): Extract<PageBlock, { kind: 'table' }> | undefined {
  const isSame =
    before.columns.length === next.columns.length &&
    before.columns.every((edge, index) => Math.abs(edge - (next.columns[index] ?? 0)) < SAME_PLACE);
  if (!isSame) return undefined;
  const rows = [...before.table.rows];
  const last = rows.at(-1);
  const [first, ...others] = next.table.rows;
  const rest = last !== undefined && first !== undefined && isCut(last, first) ? others : next.table.rows;
  if (rest === others && last !== undefined && first !== undefined) rows[rows.length - 1] = joinRows(last, first);
  const shift = rows.length - (next.table.rows.length - rest.length);
  for (const cells of rest)
    rows.push(
      new Map(
        [...cells].map(([column, cell]) => [column, { ...cell, originRow: Math.max(0, cell.originRow + shift) }]),
      ),
    );
  return { ...before, table: { name: '', rows } };
}

function isCut(last: ReadonlyMap<number, RawCell>, first: ReadonlyMap<number, RawCell>): boolean {
  if (first.has(0) || first.size === 0) return false;
  return [...first.keys()].some((column) => {
    const text = last.get(column)?.text ?? '';
    return text.length > 0 && !SENTENCE_END.test(text);
  });
}

function joinRows(
  last: ReadonlyMap<number, RawCell>,
  first: ReadonlyMap<number, RawCell>,
): ReadonlyMap<number, RawCell> {
  const row = new Map(last);
  for (const [column, cell] of first) {
    const before = row.get(column);
    if (before !== undefined && cell.originColumn === column)
      row.set(column, { ...before, text: before.text + cell.text });
  }
  return row;
}
