/** Rows and columns count from 1, both ends included. */
export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** The number of a column: A is 1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A cell's place, `B7`, or `undefined` when there is no such cell. */
export function cellPlace(name: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  if (letters === undefined) return undefined;
  const place = { row: Number(digits), column: columnNumber(letters) };
  return place.row <= LAST_ROW && place.column <= LAST_COLUMN ? place : undefined;
}

/** `B2:D4`, or one cell, or `undefined` when it is neither. */
export function areaOf(ref: string): Area | undefined {
  const [from = '', to = from, ...more] = ref.split(':');
  const first = cellPlace(from);
  const last = cellPlace(to);
  if (!first || !last || more.length > 0 || last.row < first.row || last.column < first.column) return undefined;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** All of `A1:B2 D4`, or `undefined` when one of them is none. */
export function areasOf(sqref: string): readonly Area[] | undefined {
  const areas = sqref.trim().split(/\s+/).map(areaOf);
  return areas.every((area) => area !== undefined) ? areas : undefined;
}

export function overlap(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** Pairs of areas that share a cell: sorted by their tops, so that long lists of small areas are quick. */
export function overlapping(areas: readonly Area[]): readonly (readonly [Area, Area])[] {
  const found: [Area, Area][] = [];
  let open: Area[] = [];
  for (const area of areas.toSorted((one, other) => one.top - other.top)) {
    open = open.filter(({ bottom }) => bottom >= area.top);
    for (const earlier of open) if (overlap(earlier, area)) found.push([earlier, area]);
    open.push(area);
  }
  return found;
}

/** `B2:D4` again, for a sentence. */
export function areaName({ top, left, bottom, right }: Area): string {
  return `${letters(left)}${top}:${letters(right)}${bottom}`;
}

function letters(column: number): string {
  return column === 0 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
