import type { RawCell, RawTable } from '#backend/sheets/sheet.ts';

/** A cell that knows where its words stand in the document's text, character for character. */
export type GridCell = RawCell & {
  readonly row: number;
  readonly column: number;
  /** Offset of the block's text; cells of one merged block share it. */
  readonly start: number;
};

export type Grid = {
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
  /** `[start, end)` of the whole table in the document's text. */
  readonly start: number;
  readonly end: number;
};

/** Whether the cell is the first of its block, and so holds the words itself. */
export function isOwn(cell: GridCell): boolean {
  return cell.originRow === cell.row && cell.originColumn === cell.column;
}

const BETWEEN_CELLS = '\t';

/**
 * Writes a table as lines: a row is a line, its cells are parted by tabs, and a line break inside a cell becomes one
 * blank, so that a cell's words keep their length and every offset in them holds. A cell alone in its row keeps its
 * line breaks: such tables are frames around ordinary paragraphs.
 *
 * @param start offset of the table's first line in the document's text
 */
export function placeTable(table: RawTable, start: number): { readonly lines: readonly string[]; readonly grid: Grid } {
  const lines: string[] = [];
  const rows: GridCell[][] = [];
  const startOfBlock = new Map<string, number>();
  let at = start;
  for (const [row, rawCells] of table.rows.entries()) {
    const cells = [...rawCells].toSorted(([left], [right]) => left - right);
    const isAlone = cells.every(([, cell]) => cell.originColumn === cells[0]?.[1].originColumn);
    let line = '';
    const placed: GridCell[] = [];
    for (const [column, cell] of cells) {
      const key = `${cell.originRow}:${cell.originColumn}`;
      if (cell.originRow === row && cell.originColumn === column) {
        if (line !== '') line += BETWEEN_CELLS;
        startOfBlock.set(key, at + line.length);
        line += isAlone ? cell.text : cell.text.replaceAll('\n', ' ');
      }
      placed.push({ ...cell, row, column, start: startOfBlock.get(key) ?? at });
    }
    rows.push(placed);
    lines.push(line);
    at += line.length + 1;
  }
  return { lines, grid: { name: table.name, rows, start, end: at } };
}
