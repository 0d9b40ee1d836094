import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import { widthInEms } from '#shared/text/text-width.ts';
import { MM_PER_POINT } from './paper.ts';

/** A column on a page: which of the table's, and how wide (mm). */
export type LaidColumn = { readonly index: number; readonly width: number };

export type ColumnPlan = {
  /** Size of the table's letters (mm). */
  readonly font: number;
  /** Runs of columns, each with the repeated ones in front; one run when all stand side by side. */
  readonly blocks: readonly (readonly LaidColumn[])[];
  /** The narrowest width (mm) of each column in any run: a text broken for it fits everywhere. */
  readonly widths: readonly number[];
};

/** A column's width is given in half characters. */
const EMS_PER_UNIT = 0.5;
/** A layout's, in the pixels of its workbook (backend/excel/text-metrics.ts), whatever its letters are. */
const LAYOUT_UNIT_PX = 7;
const LAYOUT_MARGIN_PX = 5;
const MM_PER_PX = 25.4 / 96;
/** Smaller than this nobody reads on a wall; larger, a table with few columns looks like a poster. */
const SMALLEST_FONT = 6 * MM_PER_POINT;
const LARGEST_FONT = 12 * MM_PER_POINT;
/** 五号, the usual size of office tables. */
const READABLE_FONT = 10.5 * MM_PER_POINT;
/** Repeated columns leave at least the rest of the page to the others. */
const REPEATED_SHARE = 0.45;
/** Room around the longest text of a column. */
const AROUND_EMS = 0.6;

/**
 * Chooses the size of the letters and which columns stand on one page.
 *
 * @param room width between the margins (mm)
 */
export function planColumns(table: PrintTable, room: number, fit: PrintSetup['fit']): ColumnPlan {
  const { columns, repeated, look } = table;
  const own = look && look.fonts.body.size * MM_PER_POINT;
  const widths = columns.map(({ width }) =>
    own ? ((width * LAYOUT_UNIT_PX + LAYOUT_MARGIN_PX) * MM_PER_PX) / own : width * EMS_PER_UNIT,
  );
  const fitting = room / sum(widths);
  const smallest = fit === 'readable' ? (own ?? READABLE_FONT) : SMALLEST_FONT;
  const font = Math.min(own ?? LARGEST_FONT, Math.max(smallest, fitting));
  const wanted = columns.map((_, index) => ({ index, width: (widths[index] ?? 0) * font }));
  const flexible = flexibleColumns(table, font);
  if (fitting >= font) return planOf(font, [own ? wanted : fillWidth(wanted, flexible, room)]);

  const front = narrowed(wanted.slice(0, repeated), flexible, room * REPEATED_SHARE);
  const rest = room - sum(front.map(({ width }) => width));
  const others = wanted.slice(repeated).map(({ index, width }) => ({ index, width: Math.min(width, rest) }));
  const blocks = parted(others, rest).map((block) => fillWidth([...front, ...block], flexible, room));
  return planOf(font, blocks.length === 0 ? [fillWidth(front, flexible, room)] : blocks);
}

function planOf(font: number, blocks: ColumnPlan['blocks']): ColumnPlan {
  const widths: number[] = [];
  for (const { index, width } of blocks.flat()) widths[index] = Math.min(width, widths[index] ?? width);
  return { font, blocks, widths };
}

/** Parts columns into as few runs as the room allows, of about the same width rather than a thin last one. */
function parted(columns: readonly LaidColumn[], room: number): readonly (readonly LaidColumn[])[] {
  const tight = greedily(columns, room);
  const even = greedily(columns, Math.max(...columns.map(({ width }) => width), evenShare(columns, tight.length)));
  return even.length === tight.length ? even : tight;
}

/** A little more than the equal share, since a column is not divided. */
function evenShare(columns: readonly LaidColumn[], blocks: number): number {
  const total = sum(columns.map(({ width }) => width));
  return total / blocks + total / columns.length / 2;
}

function greedily(columns: readonly LaidColumn[], room: number): LaidColumn[][] {
  const blocks: LaidColumn[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const column of columns) {
    // A hair of rounding must not open a run of its own.
    if (used + column.width > room + 0.01) {
      blocks.push([]);
      used = 0;
    }
    blocks.at(-1)?.push(column);
    used += column.width;
  }
  return blocks;
}

/** Columns with running text, and the width (mm) at which their longest line stands in one. */
function flexibleColumns({ columns, items }: PrintTable, font: number): ReadonlyMap<number, number> {
  return new Map(
    columns.flatMap(({ align }, index): [number, number][] => {
      if (align !== 'left') return [];
      const lines = items.flatMap((item) => (item.kind === 'row' ? (item.cells[index] ?? '').split('\n') : []));
      const longest = lines.reduce((most, line) => Math.max(most, widthInEms(line)), 0);
      return [[index, (longest + AROUND_EMS) * font]];
    }),
  );
}

/** Gives what is left of the page to the columns with running text, as far as they need it, then to all alike. */
function fillWidth(
  laid: readonly LaidColumn[],
  flexible: ReadonlyMap<number, number>,
  room: number,
): readonly LaidColumn[] {
  const wants = laid.map(({ index, width }) => Math.max(0, (flexible.get(index) ?? 0) - width));
  const left = Math.max(0, room - sum(laid.map(({ width }) => width)));
  const given = Math.min(left, sum(wants));
  const each = (left - given) / laid.length;
  return laid.map((column, at) => ({
    ...column,
    width: column.width + each + (given === 0 ? 0 : (given * (wants[at] ?? 0)) / sum(wants)),
  }));
}

/** Takes from the repeated columns with running text what they have over their share. */
function narrowed(
  laid: readonly LaidColumn[],
  flexible: ReadonlyMap<number, number>,
  most: number,
): readonly LaidColumn[] {
  const over = sum(laid.map(({ width }) => width)) - most;
  const total = sum(laid.filter(({ index }) => flexible.has(index)).map(({ width }) => width));
  if (over <= 0 || total <= over) return laid;
  return laid.map((column) =>
    flexible.has(column.index) ? { ...column, width: column.width * (1 - over / total) } : column,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
