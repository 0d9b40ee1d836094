import type { Area } from './geometry.ts';

/** A shown column: where it begins within its section of the grid, pinned or free. */
export type ColumnBox = { readonly left: number; readonly width: number; readonly pinned: boolean };

/** A rectangle to draw over one section of the grid. An open side goes on in the other section. */
export type AreaBox = {
  readonly pinned: boolean;
  readonly left: number;
  readonly width: number;
  readonly openLeft: boolean;
  readonly openRight: boolean;
};

/** The rectangles of an area: one, or two when it reaches from the pinned columns into the free ones. */
export function areaBoxes({ left, right }: Area, columns: readonly ColumnBox[]): readonly AreaBox[] {
  const inside = columns.slice(left, right + 1);
  const parts = [true, false].map((pinned) => ({ pinned, members: inside.filter((box) => box.pinned === pinned) }));
  const both = parts.every(({ members }) => members.length > 0);
  return parts.flatMap(({ pinned, members }) => {
    const first = members[0];
    const last = members.at(-1);
    if (!first || !last) return [];
    const width = last.left + last.width - first.left;
    return [{ pinned, left: first.left, width, openLeft: both && !pinned, openRight: both && pinned }];
  });
}
