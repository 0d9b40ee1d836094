import type { PrintColumn } from '#shared/domain/print-table.ts';
import { breakLines } from '#shared/text/text-width.ts';
import { CELL_PADDING_EMS } from './lay-rows.ts';
import type { Letters } from './paper.ts';
import type { ColumnPlan, LaidColumn } from './plan-columns.ts';

/** A head as it stands in its cell. `scale`: its letters against the other heads', below 1 for a long name. */
export type LaidHead = { readonly lines: readonly string[]; readonly vertical: boolean; readonly scale: number };

/** A cell of the heads: a column's own one, or one that neighbours share. */
export type HeadCell = LaidHead & {
  /** The first column that it stands over. */
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly shared: boolean;
};

export type Heads = {
  /** Size of their letters (mm). */
  readonly font: number;
  /** Each column's own head. */
  readonly heads: readonly LaidHead[];
  /** For each run of columns the rows of cells, from the top; the last row has the columns' own heads. */
  readonly rows: readonly (readonly (readonly HeadCell[])[])[];
  /** Heights of those rows (mm). They are as tall on every page, so that pages can be laid side by side. */
  readonly heights: readonly number[];
};

/** Characters of a stacked name that stands in two columns beside each other: a little more than a square each. */
const STACKED_WIDTH_EMS = 1.12;
/** A longer name would push the rows off the page: its letters get smaller, then it stands in two columns. */
const STACKED_MAX = 12;
const SMALLEST_SINGLE = 0.75;

/** The heads of all columns. */
export function layHeads(columns: readonly PrintColumn[], { blocks, widths }: ColumnPlan, letters: Letters): Heads {
  const font = letters.head;
  const heads = columns.map((column, index) => layHead(column, (widths[index] ?? 0) / font));
  const levels = Math.max(0, ...columns.map(({ groups }) => groups.length));
  const rows = blocks.map((block) =>
    Array.from({ length: levels + 1 }, (_, level) => layLevel(columns, heads, block, level, levels, font)),
  );
  return { font, heads, rows, heights: rowHeights(rows, levels, letters) };
}

function layHead({ head, verticalHead }: PrintColumn, widthEms: number): LaidHead {
  if (!verticalHead) return { lines: breakLines(head, widthEms - 2 * CELL_PADDING_EMS), vertical: false, scale: 1 };
  const characters = [...head];
  const single = STACKED_MAX / characters.length;
  if (single >= SMALLEST_SINGLE) return { lines: [head], vertical: true, scale: Math.min(1, single) };
  // In two columns that together must not be wider than the cell.
  const half = Math.ceil(characters.length / 2);
  const scale = Math.min(STACKED_MAX / half, (widthEms - CELL_PADDING_EMS) / (2 * STACKED_WIDTH_EMS), 1);
  return { lines: [characters.slice(0, half).join(''), characters.slice(half).join('')], vertical: true, scale };
}

/** One row of heads over a run of columns: the heads shared at this level, and own heads of columns with no more. */
function layLevel(
  columns: readonly PrintColumn[],
  heads: readonly LaidHead[],
  block: readonly LaidColumn[],
  level: number,
  levels: number,
  font: number,
): readonly HeadCell[] {
  const cells: HeadCell[] = [];
  for (let at = 0; at < block.length; ) {
    const { index = 0 } = block[at] ?? {};
    const groups = columns[index]?.groups ?? [];
    const text = groups[level];
    if (text === undefined) {
      const own = heads[index];
      if (own && groups.length === level)
        cells.push({ ...own, column: index, across: 1, down: levels - level + 1, shared: false });
      at += 1;
      continue;
    }
    const key = JSON.stringify(groups.slice(0, level + 1));
    let across = 1;
    while (JSON.stringify(columns[block[at + across]?.index ?? -1]?.groups.slice(0, level + 1)) === key) across += 1;
    const width = block.slice(at, at + across).reduce((sum, column) => sum + column.width, 0);
    const lines = breakLines(text, width / font);
    cells.push({ lines, vertical: false, scale: 1, column: index, across, down: 1, shared: true });
    at += across;
  }
  return cells;
}

/** In mm. A head over several rows needs them together: the last one gives what is missing. */
function rowHeights(rows: Heads['rows'], levels: number, letters: Letters): readonly number[] {
  const line = letters.lineEms * letters.head;
  const stacked = letters.stackedEms * letters.head;
  const heights = Array.from({ length: levels }, (_, level) => {
    const shared = rows.flatMap((run) => run[level] ?? []).filter((cell) => cell.shared);
    return Math.max(1, ...shared.map(({ lines }) => lines.length)) * line + letters.headPadding / 2;
  });
  const last = rows.flat(2).flatMap(({ shared, lines, vertical, down }) => {
    if (shared) return [];
    const wanted = vertical ? Math.min(STACKED_MAX, lines[0]?.length ?? 0) * stacked : lines.length * line;
    // A stacked name is drawn as tall as the last row.
    return [vertical ? wanted : wanted - heights.slice(levels - down + 1).reduce((sum, height) => sum + height, 0)];
  });
  return [...heights, Math.max(line, ...last) + letters.headPadding];
}
