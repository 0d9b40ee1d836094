import { cellAt, type PictureCell, type PictureLayout } from './lay-sheet-picture.ts';

/** Rows that Page Up and Page Down go. */
const PAGE = 12;

/**
 * Where a key takes the cursor in a picture of a sheet, as in a spreadsheet: over a merged block in one step.
 *
 * @param from `null`: nowhere yet; any of the keys then goes to the first cell
 * @returns `null` for a key that moves nothing
 */
export function movePlace(
  layout: PictureLayout,
  from: PictureCell | null,
  key: string,
  withCtrl: boolean,
): PictureCell | null {
  const rows = layout.rows.flatMap((row) => (row.kind === 'row' ? row.number : []));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { row, column, rowSpan, columnSpan } = from ?? { row: first, column: 1, rowSpan: 1, columnSpan: 1 };
  const target = targetOf(
    key,
    withCtrl,
    { row, column, rowSpan, columnSpan },
    { first, last, width: layout.columns.length },
  );
  if (!target) return null;
  if (!from) return cellAt(layout, { row: first, column: 1 });
  const down = target.row > row;
  const reached = nearestDrawn(rows, target.row, down);
  return cellAt(layout, { row: reached, column: Math.min(Math.max(target.column, 1), layout.columns.length) });
}

type Bounds = { readonly first: number; readonly last: number; readonly width: number };

function targetOf(key: string, withCtrl: boolean, from: Omit<PictureCell, 'text'>, { first, last, width }: Bounds) {
  const { row, column, rowSpan, columnSpan } = from;
  switch (key) {
    case 'ArrowDown':
      return { row: withCtrl ? last : row + rowSpan, column };
    case 'ArrowUp':
      return { row: withCtrl ? first : row - 1, column };
    case 'ArrowRight':
      return { row, column: withCtrl ? width : column + columnSpan };
    case 'ArrowLeft':
      return { row, column: withCtrl ? 1 : column - 1 };
    case 'PageDown':
      return { row: row + PAGE, column };
    case 'PageUp':
      return { row: row - PAGE, column };
    case 'Home':
      return { row: withCtrl ? first : row, column: 1 };
    case 'End':
      return { row: withCtrl ? last : row, column: width };
    default:
      return null;
  }
}

/** Rows that are not drawn are stepped over. */
function nearestDrawn(rows: readonly number[], wanted: number, down: boolean): number {
  const found = down ? rows.find((row) => row >= wanted) : rows.findLast((row) => row <= wanted);
  return found ?? (down ? rows.at(-1) : rows[0]) ?? wanted;
}
