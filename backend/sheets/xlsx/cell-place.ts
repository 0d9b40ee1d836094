const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

export type RowAndColumn = { readonly row: number; readonly column: number };
export type CellBlock = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** B7 → row 7, column 2; `undefined` for what is no place of a cell. */
export function cellPlace(reference: string | undefined): RowAndColumn | undefined {
  const match = reference === undefined ? null : CELL.exec(reference.trim());
  if (match === null) return undefined;
  const row = Number(match[2]);
  return row === 0 ? undefined : { row, column: columnNumber(match[1] ?? '') };
}

/** A1:C3, also written upside down or as one cell; `undefined` for what is no block. */
export function cellBlock(reference: string | undefined): CellBlock | undefined {
  const [from, to = from, ...more] = (reference ?? '').split(':');
  const [one, other] = [cellPlace(from), cellPlace(to)];
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}
