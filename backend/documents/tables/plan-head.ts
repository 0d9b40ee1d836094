import { findHead, HEAD_SEARCH_ROWS, type HeadRow, type HeadPlace as Place } from '#backend/sheets/find-head.ts';
import { type PlanColumn, planColumnOf } from '#backend/sheets/read-head.ts';
import { type Grid, type GridCell, isOwn } from './grid.ts';
import { findMatrixHead } from './matrix-head.ts';
import type { PlanHead } from './table-head.ts';

/**
 * The block of up to three rows that names most columns, if it names tasks and somebody responsible; else the heads of
 * a matrix.
 */
export function findPlanHead(grid: Grid): PlanHead | undefined {
  const rows = grid.rows.slice(0, HEAD_SEARCH_ROWS).map((cells, number) => ({ number, cells }));
  const block = findHead<GridCell, PlanColumn, PlanHead['columns']>(rows, {
    read: planColumnOf,
    mayBeHead,
    reachesDown: false,
    understand: columnsOf,
    score: (columns) => [...columns.values()].reduce((sum, places) => sum + places.length, 0),
  });
  if (block === undefined) return findMatrixHead(grid);
  return { columns: block.found, units: [], firstRow: block.firstRow, lastRow: block.lastRow };
}

/** A number makes a row data; in a block of several rows, most cells of each must be heads. */
function mayBeHead({ cells }: HeadRow<GridCell>, height: number): boolean {
  const texts = cells.filter((cell) => isOwn(cell) && cell.text !== '').map((cell) => cell.text);
  if (texts.length === 0 || texts.some((text) => /^\d+$/.test(text))) return false;
  const known = texts.filter((text) => planColumnOf(text) !== undefined).length;
  return height > 1 ? known * 2 >= texts.length : known >= 2;
}

function columnsOf(places: readonly Place<PlanColumn>[]): PlanHead['columns'] | undefined {
  const columns = new Map<PlanColumn, { column: number; word: string }[]>();
  for (const { column, text, reading } of places.toSorted((left, right) => left.column - right.column)) {
    const place = { column, word: text.replace(/\s/g, '') };
    const same = columns.get(reading);
    if (same === undefined) columns.set(reading, [place]);
    else same.push(place);
  }
  const hasTask = columns.has('task') || columns.has('group');
  const hasRole = columns.has('lead') || columns.has('responsible') || columns.has('cooperating');
  return hasTask && hasRole ? columns : undefined;
}
