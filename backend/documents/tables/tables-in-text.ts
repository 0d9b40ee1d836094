import type { Grid, GridCell } from './grid.ts';
import { findPlanHead } from './plan-head.ts';

/** A quoted cell with more lines than this is no cell: the quote was an inch, or opens a sentence. */
const CELL_LENGTH_MAX = 4_000;

/** A cell's words and where they end; `isLast`: a line break follows, or nothing. */
type Cell = { readonly start: number; readonly text: string; readonly end: number; readonly isLast: boolean };

/**
 * Finds the tables of tasks in a text: pasted from a workbook or a web page, or typed with tabs, a row is a line and
 * its cells are parted by tabs. A cell with line breaks stands in quotes, as office programs copy it. Which cells were
 * merged cannot be seen any more.
 *
 * @returns only tables whose heads are those of a plan; all other tabs are just blanks in a text
 */
export function tablesInText(text: string): readonly Grid[] {
  const grids: Grid[] = [];
  for (let at = 0; at < text.length; ) {
    const { rows, end } = rowsFrom(text, at);
    if (rows.length > 1) {
      const grid = gridOf(rows, at, end);
      if (findPlanHead(grid) !== undefined) grids.push(grid);
    }
    at = end;
  }
  return grids;
}

/** The rows that begin there; one line further when there are none. */
function rowsFrom(text: string, start: number): { readonly rows: readonly (readonly Cell[])[]; readonly end: number } {
  const rows: (readonly Cell[])[] = [];
  let end = start;
  while (end < text.length) {
    const row = rowAt(text, end);
    if (row.length < 2) break;
    rows.push(row);
    end = (row.at(-1)?.end ?? end) + 1;
  }
  const lineEnd = text.indexOf('\n', start);
  return { rows, end: rows.length > 0 ? end : lineEnd < 0 ? text.length : lineEnd + 1 };
}

function rowAt(text: string, start: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let at = start; ; ) {
    const cell = quotedCellAt(text, at) ?? plainCellAt(text, at);
    cells.push(cell);
    if (cell.isLast) return cells;
    at = cell.end + 1;
  }
}

function plainCellAt(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return { start, text: text.slice(start, end).replace(/\r$/, ''), end, isLast: text[end] !== '\t' };
}

/** Quotes are doubled inside; they stay so, because a cell's words keep their places in the text. */
function quotedCellAt(text: string, start: number): Cell | undefined {
  if (text[start] !== '"') return undefined;
  for (let at = start + 1; at < text.length && at - start < CELL_LENGTH_MAX; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const end = text[at + 1] === '\r' ? at + 2 : at + 1;
    const after = text[end];
    if (after !== undefined && after !== '\t' && after !== '\n') return undefined;
    return { start: start + 1, text: text.slice(start + 1, at), end, isLast: after !== '\t' };
  }
  return undefined;
}

function gridOf(rows: readonly (readonly Cell[])[], start: number, end: number): Grid {
  return {
    name: '',
    rows: rows.map((cells, row) => cells.map((cell, column) => gridCell(cell, row, column))),
    start,
    end,
  };
}

function gridCell(cell: Cell, row: number, column: number): GridCell {
  // Blanks before the words go, and the words keep their place.
  const text = cell.text.trimEnd();
  const lead = text.length - text.trimStart().length;
  return { text: text.slice(lead), start: cell.start + lead, row, column, originRow: row, originColumn: column };
}
