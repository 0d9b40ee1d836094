import type { SheetRead } from './sheet.ts';
import { type Heading, headingName, isProgressField, readHead } from './vocabulary.ts';

/** Heads are looked for in the first rows only; titles and notes above them take a few (layouts, C). */
const HEAD_SEARCH_ROWS = 20;
/** Most rows one block of heads takes (layouts, C: 赫章县). */
const HEAD_ROWS_MAX = 3;

export type HeadFound = {
  readonly columns: ReadonlyMap<Heading, number>;
  /** The last row of the head block; data starts below it. */
  readonly lastRow: number;
  /** How many meanings were recognised. */
  readonly score: number;
  /** Chinese notes on heads that were read with a doubt or not at all. */
  readonly notes: readonly string[];
};

type HeadCell = { readonly text: string; readonly column: number };

/** Texts of one row: a head merged across once, at its first column; one merged down in every row it reaches. */
function headCells(row: SheetRead['rows'][number]): readonly HeadCell[] {
  return [...row.cells]
    .filter(([column, cell]) => cell.originColumn === column)
    .map(([column, cell]) => ({ text: cell.text, column }));
}

/** Reads the rows as one head block: the lowest recognised head of each column counts, then upper and lower joined. */
function readBlock(rows: readonly SheetRead['rows'][number][]): HeadFound {
  const columns = new Map<Heading, number>();
  const taken = new Set<number>();
  const notes: string[] = [];
  const place = (text: string, column: number): void => {
    if (taken.has(column)) return;
    const reading = readHead(text);
    if (reading === undefined) return;
    if (reading === 'several') {
      notes.push(`“${text}”一列含有多项内容，未读取该列。`);
      taken.add(column);
      return;
    }
    const earlier = columns.get(reading.heading);
    if (earlier !== undefined) {
      notes.push(`“${text}”一列与前面的列含义相同，未读取该列。`);
      taken.add(column);
      return;
    }
    columns.set(reading.heading, column);
    taken.add(column);
    if (!reading.exact) notes.push(`“${text}”一列按“${headingName(reading.heading)}”读取，请核对。`);
  };
  for (const row of rows.toReversed()) for (const { text, column } of headCells(row)) place(text, column);
  return { columns, lastRow: rows.at(-1)?.number ?? 0, score: columns.size, notes };
}

/** In a block of several rows each must be made of heads for the most part; a sentence with a known word is none. */
function isMostlyHeads(row: SheetRead['rows'][number]): boolean {
  const readings = headCells(row).map(({ text }) => readHead(text));
  const exact = readings.filter((reading) => typeof reading === 'object' && reading.exact).length;
  return exact * 2 >= readings.length;
}

/** A number among the cells makes a row data, not heads. */
function mayBeHead(row: SheetRead['rows'][number]): boolean {
  return [...row.cells.values()].every((cell) => cell.number === null && !/^\d+$/.test(cell.text));
}

/**
 * Finds the heads of a form: 1 to 3 rows anywhere in the first 20, by the vocabulary alone; their order, other
 * columns between them and rows above them do not matter.
 *
 * @returns the block that recognises most, or `undefined` when no block has a task and a progress column
 */
export function findHead(sheet: SheetRead): HeadFound | undefined {
  const rows = sheet.rows.filter((row) => row.number <= HEAD_SEARCH_ROWS && mayBeHead(row));
  let best: HeadFound | undefined;
  // Low blocks first, and only a strictly better one replaces them: a title or a note is no head for nothing.
  for (let height = 1; height <= HEAD_ROWS_MAX; height++) {
    for (const [index] of rows.entries()) {
      const block = rows.slice(index, index + height);
      if (height > 1 && !block.every(isMostlyHeads)) continue;
      const found = readBlock(block);
      if (found.score > (best?.score ?? 0)) best = found;
    }
  }
  if (!best) return undefined;
  const columns = new Map(best.columns);
  const section = columns.get('section');
  if (!columns.has('task') && section !== undefined) columns.set('task', section);
  const hasTask = columns.has('task') || columns.has('number') || columns.has('task-id');
  return hasTask && [...columns.keys()].some(isProgressField) ? { ...best, columns } : undefined;
}
