import type { SheetPicture, SheetPlace } from '#shared/domain/return-review.ts';

/** A cell as it is drawn: merged blocks cut to what is drawn, no two cells on one place. */
export type PictureCell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
};

export type PictureRow =
  | {
      readonly kind: 'row';
      readonly number: number;
      readonly hidden: boolean;
      readonly cells: readonly PictureCell[];
    }
  /** Rows between two others that are not in the picture. */
  | { readonly kind: 'gap'; readonly after: number; readonly count: number };

export type PictureColumn = {
  readonly column: number;
  readonly letters: string;
  readonly hidden: boolean;
  /** In px. */
  readonly width: number;
};

export type PictureLayout = { readonly columns: readonly PictureColumn[]; readonly rows: readonly PictureRow[] };

/** More columns than any form or ledger has: a stray cell far to the right must not make the page hang. */
const COLUMN_LIMIT = 120;
/** Blank rows in a row that are drawn as they are; a longer gap becomes one line that counts them. */
const GAP_LIMIT = 12;
const NARROWEST_PX = 56;
const WIDEST_PX = 260;
/** A CJK sign at the table's size; everything else takes about half of it. */
const SIGN_PX = 13;
const CELL_PADDING_PX = 18;

/** A, B, …, Z, AA, as a spreadsheet names its columns. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * Lays a picture out as a table that HTML can draw: blanks where the picture says nothing, merged blocks that never
 * overlap or reach beyond what is drawn.
 *
 * @param narrowest of a column, in px
 */
export function layPicture(picture: SheetPicture, narrowest = NARROWEST_PX): PictureLayout {
  const count = columnCount(picture);
  const numbers = rowNumbers(picture);
  const drawn = new Set(numbers.filter((number) => typeof number === 'number'));
  const given = new Map(picture.rows.map((row) => [row.number, row]));
  const taken = new Set<string>();
  const rows = numbers.map((number): PictureRow => {
    if (typeof number !== 'number') return number;
    const row = given.get(number);
    const cells = new Map(row?.cells.map((cell) => [cell.column, cell]));
    const laid: PictureCell[] = [];
    for (let column = 1; column <= count; column++) {
      if (taken.has(`${number}/${column}`)) continue;
      const { text = '', columnSpan = 1, rowSpan = 1 } = cells.get(column) ?? {};
      const right = freeRight(taken, number, column, Math.min(columnSpan, count - column + 1));
      const down = drawnDown(drawn, number, rowSpan);
      for (let y = number; y < number + down; y++) {
        for (let x = column; x < column + right; x++) taken.add(`${y}/${x}`);
      }
      laid.push({ row: number, column, text, columnSpan: right, rowSpan: down });
    }
    return { kind: 'row', number, hidden: row?.hidden ?? false, cells: laid };
  });
  const hidden = new Set(picture.hiddenColumns);
  const widths = columnWidths(rows, count, narrowest);
  const columns = Array.from({ length: count }, (_, index) => ({
    column: index + 1,
    letters: columnLetters(index + 1),
    hidden: hidden.has(index + 1),
    width: widths[index] ?? narrowest,
  }));
  return { columns, rows };
}

/** The drawn cell that holds a place: of a merged block the one cell that is drawn. */
export function cellAt(layout: PictureLayout, place: SheetPlace): PictureCell | null {
  for (const row of layout.rows) {
    if (row.kind === 'gap' || row.number > place.row) continue;
    const found = row.cells.find(
      (cell) =>
        place.row < cell.row + cell.rowSpan &&
        cell.column <= place.column &&
        place.column < cell.column + cell.columnSpan,
    );
    if (found) return found;
  }
  return null;
}

/** Columns that hold a text, and at least one. */
function columnCount({ rows }: SheetPicture): number {
  let last = 1;
  for (const row of rows) {
    for (const { column, text, columnSpan } of row.cells) {
      if (text !== '') last = Math.max(last, column + Math.max(columnSpan, 1) - 1);
    }
  }
  return Math.min(last, COLUMN_LIMIT);
}

function rowNumbers({ rows }: SheetPicture): readonly (number | Extract<PictureRow, { kind: 'gap' }>)[] {
  const numbers = [...new Set(rows.map(({ number }) => number))].toSorted((one, other) => one - other);
  let before = 0;
  return numbers.flatMap((number) => {
    const after = before;
    const missing = number - after - 1;
    before = number;
    if (missing <= 0) return [number];
    if (missing > GAP_LIMIT) return [{ kind: 'gap' as const, after, count: missing }, number];
    return [...Array.from({ length: missing }, (_, index) => after + 1 + index), number];
  });
}

/** How far a block reaches to the right before it meets another one. */
function freeRight(taken: ReadonlySet<string>, row: number, column: number, wanted: number): number {
  let span = 1;
  while (span < wanted && !taken.has(`${row}/${column + span}`)) span += 1;
  return span;
}

function drawnDown(drawn: ReadonlySet<number>, row: number, wanted: number): number {
  let span = 1;
  while (span < wanted && drawn.has(row + span)) span += 1;
  return span;
}

/** As wide as most of what stands in a column, between bounds; merged cells are as wide as theirs. */
function columnWidths(rows: readonly PictureRow[], count: number, narrowest: number): readonly number[] {
  const widths = new Array<number>(count).fill(narrowest);
  for (const row of rows) {
    if (row.kind === 'gap') continue;
    for (const { column, text, columnSpan } of row.cells) {
      if (columnSpan > 1 || text === '') continue;
      widths[column - 1] = Math.max(widths[column - 1] ?? 0, Math.min(WIDEST_PX, textWidth(text)));
    }
  }
  return widths;
}

function textWidth(text: string): number {
  let width = CELL_PADDING_PX;
  for (const sign of text) {
    width += sign.charCodeAt(0) > 0x2e7f ? SIGN_PX : SIGN_PX * 0.56;
    if (width > WIDEST_PX) break;
  }
  return Math.ceil(width);
}
