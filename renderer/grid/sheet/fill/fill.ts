import { type Area, type Spot, sizeOf, spotsOf } from '../selection/geometry.ts';

/** What a fill copies, and where to: the source is repeated over the target. */
export type Fill = { readonly source: Area; readonly target: Area };

/** Ctrl+D: the first row over the others; a single row takes over the row above. `undefined`: nothing above. */
export function fillDown(area: Area): Fill | undefined {
  const source = area.bottom > area.top ? area.top : area.top - 1;
  if (source < 0) return undefined;
  return { source: { ...area, top: source, bottom: source }, target: { ...area, top: source + 1 } };
}

/** Ctrl+R: the first column over the others; a single column takes over the one to the left. */
export function fillRight(area: Area): Fill | undefined {
  const source = area.right > area.left ? area.left : area.left - 1;
  if (source < 0) return undefined;
  return { source: { ...area, left: source, right: source }, target: { ...area, left: source + 1 } };
}

/**
 * The fill that dragging the handle of `source` to a spot means: down, up, right or left, whichever way the spot is
 * farther out. `undefined` while it is inside.
 */
export function fillTowards(source: Area, { row, column }: Spot): Fill | undefined {
  const { top, left, bottom, right } = source;
  const vertical = Math.max(row - bottom, top - row, 0);
  const horizontal = Math.max(column - right, left - column, 0);
  if (vertical === 0 && horizontal === 0) return undefined;
  if (vertical >= horizontal) {
    return {
      source,
      target: row > bottom ? { ...source, top: bottom + 1, bottom: row } : { ...source, top: row, bottom: top - 1 },
    };
  }
  return {
    source,
    target:
      column > right ? { ...source, left: right + 1, right: column } : { ...source, left: column, right: left - 1 },
  };
}

/**
 * The fill that a double click on the handle means: down as far as the column beside `source` goes on without a gap,
 * the left one if it has something there, else the right one, as in a worksheet. `undefined`: nothing goes on there.
 */
export function fillToEdge(isFilled: (spot: Spot) => boolean, source: Area): Fill | undefined {
  const top = source.bottom + 1;
  const beside = [source.left - 1, source.right + 1].find((column) => isFilled({ row: top, column }));
  if (beside === undefined) return undefined;
  let bottom = top;
  while (isFilled({ row: bottom + 1, column: beside })) bottom += 1;
  return { source, target: { ...source, top, bottom } };
}

/** Each spot of a fill's target with the spot of its source that is repeated there. */
export function* filledSpots({ source, target }: Fill): Generator<{ readonly from: Spot; readonly to: Spot }> {
  const { rows, columns } = sizeOf(source);
  for (const to of spotsOf(target)) {
    const from = {
      row: source.top + wrapped(to.row - source.top, rows),
      column: source.left + wrapped(to.column - source.left, columns),
    };
    yield { from, to };
  }
}

function wrapped(distance: number, length: number): number {
  return ((distance % length) + length) % length;
}
