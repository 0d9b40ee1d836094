import type { PdfPiece } from './pdf-lines.ts';
import type { Ruling } from './rulings.ts';

/** A table by its lines: cells between them, merged where a line is missing. */
export type RuledTable = {
  /** Edges of the columns from left to right, of the rows from top to bottom, in points. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** Row and column → the first cell of its block. */
  readonly originOf: (row: number, column: number) => CellPlace;
};
export type CellPlace = { readonly row: number; readonly column: number };

/** Lines this near each other are one; double borders and hand-drawn ones stand apart a little. */
const NEAR = 3;
/** A drawing with more cells than this is none of words. */
const CELLS_MAX = 20_000;

/** So many lines after those of one run are joined are a drawing; each is compared with each across. */
const LINES_MAX = 1_500;

/** Puts the lines of a page together: those that touch each other are one table. */
export function tablesOf(rulings: readonly Ruling[]): readonly RuledTable[] {
  const lines = joined(rulings);
  return touching(lines.length > LINES_MAX ? [] : lines).flatMap((group) => {
    const uprights = group.filter(({ isUpright }) => isUpright);
    const levels = group.filter(({ isUpright }) => !isUpright);
    const columns = places(uprights);
    const rows = places(levels).toReversed();
    const cells = (columns.length - 1) * (rows.length - 1);
    return cells < 2 || cells > CELLS_MAX ? [] : [{ columns, rows, originOf: blocks(columns, rows, uprights, levels) }];
  });
}

/** The cell of a table a piece of text stands in. */
export function cellAt({ columns, rows }: RuledTable, piece: PdfPiece): CellPlace | undefined {
  const x = piece.x + Math.min(piece.width, piece.fontSize) / 2;
  const y = piece.y + piece.fontSize * 0.3;
  const column = columns.findLastIndex((edge) => edge <= x);
  const row = rows.findLastIndex((edge) => edge >= y);
  return column < 0 || row < 0 || column >= columns.length - 1 || row >= rows.length - 1 ? undefined : { row, column };
}

/** Edges of single cells, and borders drawn twice, are one line as far as they reach each other. */
function joined(rulings: readonly Ruling[]): readonly Ruling[] {
  const lines: Ruling[] = [];
  for (const isUpright of [true, false]) {
    const same = rulings.filter((ruling) => ruling.isUpright === isUpright);
    const edges = places(same);
    if (edges.length > LINES_MAX) return [];
    const at = (ruling: Ruling): number => edges.findLast((edge) => edge <= ruling.at) ?? ruling.at;
    for (const [place, run] of Map.groupBy(same, at)) {
      let last: { -readonly [Key in keyof Ruling]: Ruling[Key] } | undefined;
      for (const { from, to } of run.toSorted((a, b) => a.from - b.from)) {
        if (last !== undefined && from <= last.to + NEAR) last.to = Math.max(last.to, to);
        else {
          last = { isUpright, at: place, from, to };
          lines.push(last);
        }
      }
    }
  }
  return lines;
}

/** Lines that cross or meet, and those that cross or meet them, and so on. */
function touching(lines: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const levels = new Set(lines.filter(({ isUpright }) => !isUpright));
  const uprights = new Set(lines.filter(({ isUpright }) => isUpright));
  const groups: Ruling[][] = [];
  for (const first of levels) {
    levels.delete(first);
    const group = [first];
    // The group grows while it is walked; every line is taken out once.
    for (const line of group) {
      const across = line.isUpright ? levels : uprights;
      for (const other of across) {
        if (!covers(line, other.at) || !covers(other, line.at)) continue;
        across.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function covers(ruling: Ruling, at: number): boolean {
  return ruling.from - NEAR <= at && at <= ruling.to + NEAR;
}

/** Where the lines are, each place once, rising. */
function places(rulings: readonly Ruling[]): readonly number[] {
  const found: number[] = [];
  for (const at of rulings.map((ruling) => ruling.at).toSorted((a, b) => a - b))
    if (at - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(at);
  return found;
}

function blocks(
  columns: readonly number[],
  rows: readonly number[],
  uprights: readonly Ruling[],
  levels: readonly Ruling[],
): RuledTable['originOf'] {
  const width = columns.length - 1;
  const middle = (edges: readonly number[], index: number): number =>
    ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
  const origins = new Map<number, CellPlace>();
  const atEdge = (lines: readonly Ruling[], edges: readonly number[]): readonly (readonly Ruling[])[] =>
    edges.map((edge) => lines.filter(({ at }) => Math.abs(at - edge) <= NEAR));
  const [upright, level] = [atEdge(uprights, columns), atEdge(levels, rows)];
  for (let row = 0; row < rows.length - 1; row++) {
    for (let column = 0; column < width; column++) {
      const isOpenAbove = row > 0 && !level[row]?.some((line) => covers(line, middle(columns, column)));
      const isOpenLeft = column > 0 && !upright[column]?.some((line) => covers(line, middle(rows, row)));
      const above = isOpenAbove ? origins.get((row - 1) * width + column) : undefined;
      const left = isOpenLeft ? origins.get(row * width + column - 1) : undefined;
      origins.set(row * width + column, above ?? left ?? { row, column });
    }
  }
  return (row, column) => origins.get(row * width + column) ?? { row, column };
}
