import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import { breakLines } from '#shared/text/text-width.ts';
import { fillPages, type PlacedRow } from './fill-pages.ts';
import { type HeadCell, type Heads, layHeads } from './lay-heads.ts';
import { layRows } from './lay-rows.ts';
import { type Letters, lettersOf, type PageBox, pageBox } from './paper.ts';
import { type LaidColumn, planColumns } from './plan-columns.ts';

export type PrintPage = {
  /** Begins a run of columns: it has the large title and the unit line. */
  readonly opens: boolean;
  /** The very last page: it has what stands below the table. */
  readonly closes: boolean;
  readonly columns: readonly LaidColumn[];
  readonly heads: readonly (readonly HeadCell[])[];
  readonly rows: readonly PlacedRow[];
};

/** A table laid out on paper. Everything is decided here; drawing it needs no measuring. */
export type PrintLayout = {
  readonly box: PageBox;
  /** Size of the table's letters (mm). */
  readonly font: number;
  readonly letters: Letters;
  readonly heads: Heads;
  /** A layout's title may take several lines; otherwise it is set smaller until it fits one. */
  readonly titleLines: readonly string[];
  /** Width of title, unit line and what stands below: the page's, or of a layout its table's (mm). */
  readonly width: number;
  /** At the foot of every page. */
  readonly notes: readonly string[];
  /** Once, below the last row: notes and signature of a layout. */
  readonly closing: readonly string[];
  /** Height of the chart below them (mm); 0: there is none. */
  readonly chart: number;
  /** Runs of columns; more than one when the columns do not fit side by side. */
  readonly blocks: number;
  readonly pages: readonly PrintPage[];
};

const CHART_HEIGHT = 70;

/**
 * Lays a table out in pages: first all rows of the leftmost columns, then all rows of the next ones.
 * Heads and the repeated columns stand on every page, rows are as tall in every run of columns, a section's heading
 * never stands alone at the foot of a page.
 */
export function layOut(table: PrintTable, setup: PrintSetup): PrintLayout {
  const box = pageBox(setup, table.look);
  const { margins } = box;
  const room = { width: box.width - margins.left - margins.right, height: box.height - margins.top - margins.bottom };
  const plan = planColumns(table, room.width, setup.fit);
  const letters = lettersOf(table, setup.paper, plan.font, margins);
  const heads = layHeads(table.columns, plan, letters);
  const width = table.look ? Math.max(0, ...plan.blocks.map(widthOf)) : room.width;
  const titleLines = titleOf(table, width / letters.title);
  const lines = table.notes.flatMap((note) => breakLines(note, width / letters.note));
  const signature = (table.signature ?? []).flatMap((line) => breakLines(line, width / letters.note));
  const [notes, closing] = table.look ? [[], [...lines, ...signature]] : [lines, signature];
  const chart = table.chart && table.chart.bars.length > 0 ? CHART_HEIGHT : 0;
  const headHeight = heads.heights.reduce((sum, height) => sum + height, 0);
  const around = headHeight + notes.length * letters.noteLine + letters.pageNumber;
  const opening = room.height - around - titleLines.length * letters.titleLine - letters.unitLine;
  const rows = layRows(table, plan, opening, letters);
  const runs = fillPages(
    rows,
    opening,
    room.height - around - letters.running,
    closing.length * letters.noteLine + chart,
  );
  const pages = plan.blocks.flatMap((columns, block) =>
    runs.map((placed, index): PrintPage => {
      const closes = block === plan.blocks.length - 1 && index === runs.length - 1;
      return { opens: index === 0, closes, columns, heads: heads.rows[block] ?? [], rows: placed };
    }),
  );
  return {
    box,
    font: plan.font,
    letters,
    heads,
    width,
    titleLines,
    notes,
    closing,
    chart,
    blocks: plan.blocks.length,
    pages,
  };
}

function widthOf(columns: readonly LaidColumn[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}

/** A layout without a title has no line for it. */
function titleOf({ title, look }: PrintTable, ems: number): readonly string[] {
  if (!look) return [title];
  return title === '' ? [] : breakLines(title, ems);
}
