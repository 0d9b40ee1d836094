/**
 * Places in the matrix as it is shown: rows are tasks from top to bottom (headings of sections are not counted),
 * columns go from left to right, pinned ones first. Both begin at 0.
 */
export type Spot = { readonly row: number; readonly column: number };

/** A rectangle of spots; all four sides belong to it. */
export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** How many rows and columns there are. */
export type Size = { readonly rows: number; readonly columns: number };

export function sameSpot(one: Spot, other: Spot): boolean {
  return one.row === other.row && one.column === other.column;
}

/** The smallest area that holds both corners. */
export function areaBetween(one: Spot, other: Spot): Area {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export function sizeOf(area: Area): Size {
  return { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 };
}

export function contains(area: Area, { row, column }: Spot): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Every spot of the area, line by line; one at a time, for an area may be the whole matrix. */
export function* spotsOf({ top, left, bottom, right }: Area): Generator<Spot> {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) yield { row, column };
  }
}

/** Every spot of several areas, each once. */
export function* spotsOfAll(areas: readonly Area[]): Generator<Spot> {
  for (const [index, area] of areas.entries()) {
    const earlier = areas.slice(0, index);
    for (const spot of spotsOf(area)) {
      if (!earlier.some((other) => contains(other, spot))) yield spot;
    }
  }
}

/** The nearest spot inside; `undefined` when there is none. */
export function clampSpot(spot: Spot, { rows, columns }: Size): Spot | undefined {
  if (rows === 0 || columns === 0) return undefined;
  return {
    row: Math.min(rows - 1, Math.max(0, spot.row)),
    column: Math.min(columns - 1, Math.max(0, spot.column)),
  };
}
