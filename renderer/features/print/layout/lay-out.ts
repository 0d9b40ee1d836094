import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import { breakLines } from '#shared/text/text-width.ts';
import { fillPages, type PlacedRow } from './fill-pages.ts';
import { type HeadGroup, type Heads, layHeads } from './lay-heads.ts';
import { layRows } from './lay-rows.ts';
import {
  MARGIN,
  NOTE_FONT,
  NOTE_LINE_HEIGHT,
  PAGE_NUMBER_HEIGHT,
  type PageBox,
  pageBox,
  RUNNING_TITLE_HEIGHT,
  UNIT_LINE_HEIGHT,
} from './paper.ts';
import { type LaidColumn, planColumns } from './plan-columns.ts';

export type PrintPage = {
  /** Begins a run of columns: it has the large title and the unit line. */
  readonly opens: boolean;
  readonly columns: readonly LaidColumn[];
  readonly groups: readonly HeadGroup[];
  readonly rows: readonly PlacedRow[];
};

/** A table laid out on paper. Everything is decided here; drawing it needs no measuring. */
export type PrintLayout = {
  readonly box: PageBox;
  /** Size of the table's letters (mm). */
  readonly font: number;
  readonly heads: Heads;
  readonly notes: readonly string[];
  /** Runs of columns; more than one when the columns do not fit side by side. */
  readonly blocks: number;
  readonly pages: readonly PrintPage[];
};

/**
 * Lays a table out in pages: first all rows of the leftmost columns, then all rows of the next ones.
 * Heads and the repeated columns stand on every page, rows are as tall in every run of columns, a section's heading
 * never stands alone at the foot of a page.
 */
export function layOut(table: PrintTable, setup: PrintSetup): PrintLayout {
  const box = pageBox(setup);
  const room = { width: box.width - 2 * MARGIN, height: box.height - 2 * MARGIN };
  const plan = planColumns(table, room.width, setup.fit);
  const heads = layHeads(table.columns, plan);
  const notes = table.notes.flatMap((note) => breakLines(note, room.width / NOTE_FONT));
  const around = (heads.height + heads.groupHeight) * plan.font + notes.length * NOTE_LINE_HEIGHT + PAGE_NUMBER_HEIGHT;
  const opening = room.height - around - box.titleFont * 1.5 - UNIT_LINE_HEIGHT;
  const following = room.height - around - RUNNING_TITLE_HEIGHT;
  const rows = layRows(table, plan, opening);
  const runs = fillPages(rows, opening, following);
  const pages = plan.blocks.flatMap((columns, block) =>
    runs.map((placed, index): PrintPage => {
      return { opens: index === 0, columns, groups: heads.groups[block] ?? [], rows: placed };
    }),
  );
  return { box, font: plan.font, heads, notes, blocks: plan.blocks.length, pages };
}
