import { type Area, areaBetween, contains, type Spot, sameSpot, sizeOf } from './geometry.ts';

/** A selected rectangle, from the corner it was begun at to the corner that follows the hand. */
export type Range = { readonly anchor: Spot; readonly head: Spot };

/** What is selected. The active spot is where typing goes; it lies in the last range, usually at its anchor. */
export type Selection = {
  /** At least one; the last is the one that Shift changes. */
  readonly ranges: readonly [...Range[], Range];
  readonly active: Spot;
};

/** The way Tab and Enter go. */
export type Step = 'down' | 'up' | 'right' | 'left';

export function selectSpot(spot: Spot): Selection {
  return { ranges: [{ anchor: spot, head: spot }], active: spot };
}

/** @param active where typing goes; the anchor when left out */
export function selectRange(anchor: Spot, head: Spot, active: Spot = anchor): Selection {
  return { ranges: [{ anchor, head }], active };
}

/** A further range beside those there are: Ctrl and the mouse. */
export function addRange(selection: Selection, anchor: Spot, head: Spot, active: Spot = anchor): Selection {
  return { ranges: [...selection.ranges, { anchor, head }], active };
}

/** Moves the last range's free corner: Shift with a key or the mouse. The active spot stays. */
export function extendTo(selection: Selection, head: Spot): Selection {
  return { ...selection, ranges: [...selection.ranges.slice(0, -1), { anchor: lastRange(selection).anchor, head }] };
}

export function lastRange({ ranges }: Selection): Range {
  // The tuple's type says there is a last one; TypeScript cannot index it from the end.
  return ranges.at(-1) as Range;
}

export function areaOf({ anchor, head }: Range): Area {
  return areaBetween(anchor, head);
}

export function areasOf(selection: Selection): readonly Area[] {
  return selection.ranges.map(areaOf);
}

/** Whether just one spot is selected. */
export function isSingle(selection: Selection): boolean {
  return selection.ranges.every(
    (range) => sameSpot(range.anchor, range.head) && sameSpot(range.head, selection.active),
  );
}

/**
 * Where Enter and Tab take the active spot while several spots are selected: through each range, column by column for
 * Enter and line by line for Tab, from the last spot of one range to the first of the next, and round again.
 */
export function advanceWithin(selection: Selection, step: Step): Selection {
  const areas = areasOf(selection);
  const forwards = step === 'down' || step === 'right';
  const along = step === 'down' || step === 'up' ? DOWNWARDS : ACROSS;
  const here = Math.max(
    0,
    areas.findLastIndex((area) => contains(area, selection.active)),
  );
  const area = areas[here];
  if (!area) return selection;
  const place = along.indexIn(area, selection.active) + (forwards ? 1 : -1);
  if (place >= 0 && place < spotCount(area)) return { ...selection, active: along.spotIn(area, place) };
  const next = areas[(here + (forwards ? 1 : areas.length - 1)) % areas.length] ?? area;
  return { ...selection, active: along.spotIn(next, forwards ? 0 : spotCount(next) - 1) };
}

/** Spots of an area counted line by line. */
const ACROSS = {
  indexIn: (area: Area, spot: Spot) => (spot.row - area.top) * sizeOf(area).columns + spot.column - area.left,
  spotIn: (area: Area, index: number): Spot => ({
    row: area.top + Math.floor(index / sizeOf(area).columns),
    column: area.left + (index % sizeOf(area).columns),
  }),
};

/** Spots of an area counted column by column. */
const DOWNWARDS = {
  indexIn: (area: Area, spot: Spot) => (spot.column - area.left) * sizeOf(area).rows + spot.row - area.top,
  spotIn: (area: Area, index: number): Spot => ({
    row: area.top + (index % sizeOf(area).rows),
    column: area.left + Math.floor(index / sizeOf(area).rows),
  }),
};

function spotCount(area: Area): number {
  const { rows, columns } = sizeOf(area);
  return rows * columns;
}
