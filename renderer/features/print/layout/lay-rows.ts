import type { LightColour } from '#shared/domain/light.ts';
import type { PrintItem, PrintTable } from '#shared/domain/print-table.ts';
import { breakLines } from '#shared/text/text-width.ts';
import type { Letters } from './paper.ts';
import type { ColumnPlan } from './plan-columns.ts';

/** Room at each side of a cell's text, in the table's own letters. */
export const CELL_PADDING_EMS = 0.25;

export type RowCell = {
  readonly lines: readonly string[];
  readonly light: LightColour | null;
  /** Goes on from the row above, when that is on the same page. */
  readonly joined: boolean;
};

/** A row with its lines broken: as tall on every page that shows a part of its columns. */
export type BrokenRow =
  | { readonly kind: 'section'; readonly text: string; readonly height: number }
  | {
      readonly kind: 'total';
      readonly label: string;
      readonly over: number;
      readonly cells: readonly string[];
      readonly height: number;
    }
  | {
      readonly kind: 'row';
      /** One for each column of the table. */
      readonly cells: readonly RowCell[];
      /** What the cells of this row alone need. */
      readonly height: number;
      /** What the cells need that it shares with the rows it is joined to; they need it together. */
      readonly sharedHeight: number;
      readonly joined: boolean;
    };

/**
 * Breaks every cell into lines and works out the rows' heights. A row taller than a page is cut into several.
 *
 * @param most height in mm that a page offers to its rows
 */
export function layRows({ items }: PrintTable, plan: ColumnPlan, most: number, letters: Letters): readonly BrokenRow[] {
  const { font } = plan;
  const rooms = plan.widths.map((width) => width / font - 2 * CELL_PADDING_EMS);
  const linesMax = Math.max(1, Math.floor((most - letters.rowPadding) / (letters.lineEms * font)));
  const shared = new Set(items.flatMap((item) => (item.kind === 'row' ? item.joined : [])));
  return items.flatMap((item) =>
    item.kind === 'section'
      ? [{ ...item, height: letters.sectionRow }]
      : broken(item, rooms, shared, (lines) => lines * letters.lineEms * font + letters.rowPadding, linesMax),
  );
}

function broken(
  item: Exclude<PrintItem, { kind: 'section' }>,
  rooms: readonly number[],
  shared: ReadonlySet<number>,
  heightOfLines: (lines: number) => number,
  linesMax: number,
): readonly BrokenRow[] {
  const heightOf = (cells: readonly RowCell[]): number =>
    heightOfLines(Math.max(1, ...cells.map(({ lines }) => lines.length)));
  if (item.kind !== 'row') return [{ ...item, height: heightOf([]) }];
  const joined = new Set(item.joined);
  const lights = new Map(item.lights);
  const cells = item.cells.map(
    (text, index): RowCell => ({
      lines: breakLines(text, rooms[index] ?? 1),
      light: lights.get(index) ?? null,
      joined: joined.has(index),
    }),
  );
  return cut(cells, linesMax).map((part) => ({
    kind: 'row',
    cells: part,
    height: heightOf(part.filter((_, index) => !shared.has(index))),
    sharedHeight: heightOf(part.filter((_, index) => shared.has(index))),
    joined: joined.size > 0,
  }));
}

/** The same cells, in parts of at most so many lines; nothing of a long text is lost. */
function cut(cells: readonly RowCell[], linesMax: number): readonly (readonly RowCell[])[] {
  const tallest = Math.max(1, ...cells.map(({ lines }) => lines.length));
  if (tallest <= linesMax) return [cells];
  return Array.from({ length: Math.ceil(tallest / linesMax) }, (_, part) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * linesMax, (part + 1) * linesMax) })),
  );
}
