/** Heads are looked for in the first rows only; titles and notes above them take a few (layouts, C). */
export const HEAD_SEARCH_ROWS = 20;
/** Most rows one block of heads takes (layouts, C: 赫章县). */
const HEAD_ROWS_MAX = 3;

/** A cell of any table. Row numbers and columns count from wherever its table counts. */
export type HeadCell = {
  readonly text: string;
  readonly column: number;
  /** The first cell of the merged block it belongs to, or its own place. */
  readonly originRow: number;
  readonly originColumn: number;
};
export type HeadRow<Cell extends HeadCell> = { readonly number: number; readonly cells: readonly Cell[] };

/** What stands over one column: the lowest head there that the reader knows. */
export type HeadPlace<Reading> = {
  readonly column: number;
  /** The head is merged across and this is not its first column. */
  readonly continues: boolean;
  readonly text: string;
  readonly reading: Reading;
};

/** How one kind of reader looks for its heads. */
type HeadSearch<Cell extends HeadCell, Reading, Found, Row extends HeadRow<Cell>> = {
  /** What one head means; `undefined` for a text that is none. */
  readonly read: (text: string) => Reading | undefined;
  /** Whether a row may be heads: alone (height 1), or as one of several rows, which asks for more. */
  readonly mayBeHead: (row: Row, height: number) => boolean;
  /** Whether a cell merged down from above the block counts as a head in it; else it is a title. */
  readonly reachesDown: boolean;
  /** What the heads of a block say together; `undefined` when it is too little. */
  readonly understand: (places: readonly HeadPlace<Reading>[]) => Found | undefined;
  /** How much they say. */
  readonly score: (found: Found) => number;
};

type HeadBlock<Found> = {
  readonly found: Found;
  /** Numbers of the first and the last row of the heads; data starts below. */
  readonly firstRow: number;
  readonly lastRow: number;
};

/**
 * Finds the heads of a table: 1 to 3 neighbouring rows among the first 20, by the vocabulary alone. Their order, other
 * columns between them and rows above them do not matter; of several rows the lowest head of each column counts, and a
 * head over several columns stands for each of them.
 *
 * @returns the block that says most, or `undefined` when none says enough
 */
export function findHead<Cell extends HeadCell, Reading, Found, Row extends HeadRow<Cell> = HeadRow<Cell>>(
  rows: readonly Row[],
  search: HeadSearch<Cell, Reading, Found, Row>,
): HeadBlock<Found> | undefined {
  let best: (HeadBlock<Found> & { readonly score: number }) | undefined;
  for (let height = 1; height <= HEAD_ROWS_MAX; height++) {
    for (let first = 0; first + height <= rows.length; first++) {
      const block = rows.slice(first, first + height);
      const [firstRow, lastRow] = [block[0]?.number ?? 0, block.at(-1)?.number ?? 0];
      if (lastRow - firstRow !== height - 1) continue;
      if (!block.every((row) => search.mayBeHead(row, height))) continue;
      const found = search.understand(placesIn(block, firstRow, search));
      if (found === undefined) continue;
      const score = search.score(found);
      // Low blocks come first: a title or a note is no head for nothing. A taller one must say more, or be the same
      // heads with their second row.
      const goesOn = best?.firstRow === firstRow && best.score === score;
      if (best === undefined || score > best.score || goesOn) best = { found, firstRow, lastRow, score };
    }
  }
  return best;
}

function placesIn<Cell extends HeadCell, Reading>(
  block: readonly HeadRow<Cell>[],
  firstRow: number,
  { read, reachesDown }: Pick<HeadSearch<Cell, Reading, unknown, HeadRow<Cell>>, 'read' | 'reachesDown'>,
): readonly HeadPlace<Reading>[] {
  const places = new Map<number, HeadPlace<Reading>>();
  for (const { cells } of block.toReversed()) {
    for (const { text, column, originRow, originColumn } of cells) {
      if (places.has(column) || (!reachesDown && originRow < firstRow)) continue;
      const reading = read(text);
      if (reading !== undefined) places.set(column, { column, continues: originColumn !== column, text, reading });
    }
  }
  return [...places.values()];
}
