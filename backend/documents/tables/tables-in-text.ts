import type { Grid, GridCell } from './grid.ts';
import { findPlanHead } from './plan-head.ts';

/** A quoted cell longer than this is no cell: the quote was an inch, or opens a sentence. */
const CELL_LENGTH_MAX = 4_000;
/** A row of more cells is none of a plan; what tabs it has are blanks. */
const CELLS_MAX = 200;
/** A line without cells, between rows with cells, is a heading over the table's width if it is no longer. */
const HEADING_LENGTH_MAX = 40;
/** |---|:--:| under the heads of a table in plain text. */
const UNDERLINE = /^[\s|:+-]+$/u;

type Cell = { readonly start: number; readonly text: string };
/** A line, or several when a cell has line breaks; `end` is where the next one begins. */
type Row = { readonly cells: readonly Cell[]; readonly isUnderline: boolean; readonly end: number };

/**
 * Finds the tables of tasks in a text: pasted from a workbook or a web page, typed with tabs, or drawn with |. A row is
 * a line; in a row with tabs, a cell with line breaks stands in quotes, as office programs copy it. Which cells were
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
function rowsFrom(text: string, start: number): { readonly rows: readonly Row[]; readonly end: number } {
  const rows: Row[] = [];
  let next = rowAt(text, start);
  let { end } = next;
  while (isRow(next) || (rows.length > 0 && (next.isUnderline || isHeading(text, next)))) {
    if (!next.isUnderline) rows.push(next);
    ({ end } = next);
    if (end >= text.length) break;
    next = rowAt(text, end);
  }
  return { rows, end };
}

function isRow({ cells }: Row): boolean {
  return cells.length > 1 && cells.length <= CELLS_MAX;
}

function isHeading(text: string, { cells: [cell], end }: Row): boolean {
  const length = cell?.text.trim().length ?? 0;
  return length > 0 && length <= HEADING_LENGTH_MAX && end < text.length && isRow(rowAt(text, end));
}

function rowAt(text: string, start: number): Row {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const line = text.slice(start, end);
  if (line.includes('\t') || line.startsWith('"')) return tabbedRow(text, start);
  const isUnderline = line.includes('--') && UNDERLINE.test(line);
  const isDrawn = !isUnderline && line.indexOf('|') !== line.lastIndexOf('|');
  return { cells: isDrawn ? drawnCells(line, start) : [{ start, text: line }], isUnderline, end: end + 1 };
}

function tabbedRow(text: string, start: number): Row {
  const cells: Cell[] = [];
  for (let at = start; ; ) {
    const { end, ...cell } = quotedCell(text, at) ?? plainCell(text, at);
    cells.push(cell);
    if (text[end] !== '\t') return { cells, isUnderline: false, end: end + 1 };
    at = end + 1;
  }
}

function plainCell(text: string, start: number): Cell & { readonly end: number } {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return { start, text: text.slice(start, end), end };
}

/** Quotes are doubled inside; they stay so, because a cell's words keep their places in the text. */
function quotedCell(text: string, start: number): (Cell & { readonly end: number }) | undefined {
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
    return { start: start + 1, text: text.slice(start + 1, at), end };
  }
  return undefined;
}

/** The outer strokes part nothing. */
function drawnCells(line: string, start: number): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const text of line.split('|')) {
    cells.push({ start: start + at, text });
    at += text.length + 1;
  }
  const isEmpty = (cell: Cell | undefined): boolean => cell?.text.trim() === '';
  return cells.slice(isEmpty(cells[0]) ? 1 : 0, isEmpty(cells.at(-1)) ? -1 : undefined);
}

function gridOf(rows: readonly Row[], start: number, end: number): Grid {
  return {
    name: '',
    rows: rows.map(({ cells }, row) => cells.map((cell, column) => gridCell(cell, row, column))),
    start,
    end,
  };
}

function gridCell(cell: Cell, row: number, column: number): GridCell {
  // Blanks around the words go, and the words keep their place.
  const text = cell.text.trimEnd();
  const lead = text.length - text.trimStart().length;
  return { text: text.slice(lead), start: cell.start + lead, row, column, originRow: row, originColumn: column };
}
