import { columnOf, type PlanColumn } from './column-words.ts';
import { type Grid, type GridCell, isOwn } from './grid.ts';
import { findMatrixHead } from './matrix-head.ts';
import type { PlanHead } from './table-head.ts';

/** Heads stand in the first rows; titles and notes above them take a few (layouts, C). */
const HEAD_SEARCH_ROWS = 20;
const HEAD_ROWS_MAX = 3;

/**
 * The block of up to three rows that names most columns, if it names tasks and somebody responsible; else the heads of
 * a matrix.
 */
export function findPlanHead(grid: Grid): PlanHead | undefined {
  let best: PlanHead | undefined;
  let bestScore = 0;
  const rows = Math.min(grid.rows.length, HEAD_SEARCH_ROWS);
  for (let height = 1; height <= HEAD_ROWS_MAX; height++) {
    for (let first = 0; first + height <= rows; first++) {
      const block = grid.rows.slice(first, first + height);
      if (!block.every((row) => mayBeHead(row, height > 1))) continue;
      const columns = readBlock(block, first);
      const score = [...columns.values()].reduce((sum, places) => sum + places.length, 0);
      const isPlan = (['task', 'group'] as const).some((kind) => columns.has(kind)) && hasRole(columns);
      // Low blocks come first. A taller one must say more, or be the same heads with their second row.
      const goesOn = best?.firstRow === first && score === bestScore;
      if (!isPlan || (score <= bestScore && !goesOn)) continue;
      best = { columns, units: [], firstRow: first, lastRow: first + height - 1 };
      bestScore = score;
    }
  }
  return best ?? findMatrixHead(grid);
}

function hasRole(columns: PlanHead['columns']): boolean {
  return columns.has('lead') || columns.has('responsible') || columns.has('cooperating');
}

/** A number makes a row data; in a block of several rows, most cells of each must be heads. */
function mayBeHead(row: readonly GridCell[], strict: boolean): boolean {
  const texts = row.filter((cell) => isOwn(cell) && cell.text !== '').map((cell) => cell.text);
  if (texts.length === 0 || texts.some((text) => /^\d+$/.test(text))) return false;
  const known = texts.filter((text) => columnOf(text) !== undefined).length;
  return strict ? known * 2 >= texts.length : known >= 2;
}

/** Of each column the lowest known head counts; a head over several columns stands for each of them. */
function readBlock(block: readonly (readonly GridCell[])[], first: number): PlanHead['columns'] {
  const places = new Map<number, { readonly kind: PlanColumn; readonly word: string }>();
  for (const row of block.toReversed()) {
    for (const cell of row) {
      // A cell merged down from above the block is a title, not a head.
      if (cell.originRow < first || places.has(cell.column)) continue;
      const kind = columnOf(cell.text);
      if (kind !== undefined) places.set(cell.column, { kind, word: cell.text.replace(/\s/g, '') });
    }
  }
  const columns = new Map<PlanColumn, { column: number; word: string }[]>();
  for (const [column, { kind, word }] of [...places].toSorted(([left], [right]) => left - right)) {
    const same = columns.get(kind);
    if (same === undefined) columns.set(kind, [{ column, word }]);
    else same.push({ column, word });
  }
  return columns;
}
