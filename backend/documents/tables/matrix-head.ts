import { HEAD_SEARCH_ROWS } from '#backend/sheets/find-head.ts';
import { type PlanColumn, planColumnOf } from '#backend/sheets/read-head.ts';
import { parseRoleMark, type Role } from '#shared/domain/role.ts';
import { type Grid, type GridCell, isOwn } from './grid.ts';
import type { PlanHead } from './table-head.ts';

/** Fewer columns with marks are a table with a tick box. */
const UNITS_MIN = 3;
const NAME_LENGTH_MAX = 32;
/** Columns of a matrix that count its marks. */
const COUNT = /^(?:合计|小计|总计|数量|个数)/u;
/** So many of the cells under units are marks; the others are remarks somebody wrote into them. */
const MARKS_SHARE_MIN = 0.8;

/** The role that a mark means: ●, 牵头, Q; below it may stand a light. A number counts something. */
export function markIn(cell: GridCell): Role | undefined {
  const [mark = ''] = cell.text.split('\n');
  return isCount(mark) ? undefined : (parseRoleMark(mark) ?? undefined);
}

function isCount(text: string): boolean {
  return /^\d*$/.test(text.trim());
}

/**
 * The heads of a matrix: tasks down, units across, marks where a unit has a duty. The row that names most units is it;
 * heads that are merged down into it, such as 序号, belong to it as well.
 */
export function findMatrixHead(grid: Grid): PlanHead | undefined {
  let best: PlanHead | undefined;
  for (const [index, row] of grid.rows.slice(0, HEAD_SEARCH_ROWS).entries()) {
    const columns = new Map<PlanColumn, { column: number; word: string }[]>();
    const names: { column: number; word: string }[] = [];
    for (const cell of row) {
      const kind = planColumnOf(cell.text);
      const word = cell.text.replace(/\s/g, '');
      const place = { column: cell.column, word };
      if (kind === 'other') columns.set(kind, [...(columns.get(kind) ?? []), place]);
      else if (kind !== undefined) columns.set(kind, [place]);
      else if (word !== '' && word.length <= NAME_LENGTH_MAX && !/^\d+$/.test(word) && !COUNT.test(word))
        names.push(place);
    }
    const units = withMarks(grid, index, names);
    const hasTasks = columns.has('task') || columns.has('group');
    if (!hasTasks || units.length < UNITS_MIN || units.length <= (best?.units.length ?? 0)) continue;
    best = { columns, units, firstRow: index, lastRow: index };
  }
  return best;
}

/** Those columns, if what stands below them is marks and hardly anything else. */
function withMarks<Place extends { readonly column: number }>(
  grid: Grid,
  head: number,
  names: readonly Place[],
): readonly Place[] {
  const columns = new Set(names.map(({ column }) => column));
  const cells = grid.rows
    .slice(head + 1)
    .flatMap((row) => row.filter((cell) => isOwn(cell) && columns.has(cell.column) && !isCount(cell.text)));
  const marks = cells.filter((cell) => markIn(cell) !== undefined).length;
  return marks > 0 && marks >= cells.length * MARKS_SHARE_MIN ? names : [];
}
