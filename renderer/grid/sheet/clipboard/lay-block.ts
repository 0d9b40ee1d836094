import { AppError } from '#shared/errors.ts';
import { type Area, type Spot, sizeOf, spotsOf } from '../selection/geometry.ts';
import { type Sheet, type SheetRow, sheetSize } from '../selection/sheet.ts';
import type { PasteOrder } from '../sheet-model.ts';
import type { Block } from './tsv.ts';

/** Where a block comes to lie: its areas may reach out of the sheet; `inside` is what of them is in it. */
export type LaidBlock = {
  readonly block: Block;
  readonly size: BlockSize;
  readonly targets: readonly Area[];
  readonly inside: readonly Area[];
};

type BlockSize = { readonly rows: number; readonly columns: number };

/**
 * Lays a block over the selected cells by the rules of a worksheet: one cell fills all that is selected, a block is
 * repeated where the selection is a multiple of it and otherwise laid down once from the upper left corner; several
 * areas must each fit. Headings are stepped over.
 *
 * @returns PASTE_SHAPES_DIFFER when an area does not fit
 */
export function layBlock(sheet: Sheet, { block, areas }: Pick<PasteOrder, 'block' | 'areas'>): LaidBlock | AppError {
  const size = { rows: block.length, columns: Math.max(1, ...block.map((line) => line.length)) };
  const all = sheetSize(sheet);
  const targets = areas.map((area) => targetArea(area, size, all));
  const fits = targets.every((target, index) => areas.length === 1 || sameSize(target, areas[index]));
  if (!fits) return new AppError('PASTE_SHAPES_DIFFER');
  return { block, size, targets, inside: targets.map((area) => cut(area, all)) };
}

/** A text of a block over a cell, with its place in the block, for people counted from 1. */
export type LaidText<Row> = {
  readonly text: string;
  readonly spot: Spot;
  readonly row: Row;
  readonly columnId: string;
  readonly line: number;
  readonly column: number;
};

/** Every text of the block with the cell it lies over; `null` for one beyond the last row or column. */
export function* textsOver<Row extends SheetRow>(
  sheet: Sheet<Row>,
  { block, size, targets }: LaidBlock,
): Generator<LaidText<Row> | null> {
  for (const target of targets) {
    for (const spot of spotsOf(target)) {
      const text = block[(spot.row - target.top) % size.rows]?.[(spot.column - target.left) % size.columns];
      if (text === undefined) continue;
      const row = sheet.rows[spot.row];
      const columnId = sheet.columns[spot.column];
      yield row && columnId !== undefined
        ? { text, spot, row, columnId, line: spot.row - target.top + 1, column: spot.column - target.left + 1 }
        : null;
    }
  }
}

function targetArea(area: Area, block: BlockSize, all: BlockSize): Area {
  const { rows, columns } = sizeOf(area);
  const down = repeats(rows, block.rows);
  // A whole row is where a block begins, not a length it is to fill; a single cell does fill it.
  const across = columns === all.columns && block.columns > 1 ? 1 : repeats(columns, block.columns);
  const [tall, wide] = down === 0 || across === 0 ? [1, 1] : [down, across];
  return {
    top: area.top,
    left: area.left,
    bottom: area.top + tall * block.rows - 1,
    right: area.left + wide * block.columns - 1,
  };
}

/** How often a block goes into a selected length; 0 when it is longer but no multiple. */
function repeats(selected: number, block: number): number {
  if (selected <= block) return 1;
  return selected % block === 0 ? selected / block : 0;
}

function sameSize(target: Area, area: Area | undefined): boolean {
  return area !== undefined && target.bottom === area.bottom && target.right === area.right;
}

function cut(area: Area, { rows, columns }: BlockSize): Area {
  return { ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) };
}

/** A whole paragraph pasted by mistake is recognised by its beginning. */
export function shortened(text: string): string {
  const letters = [...text.trim()];
  return letters.length > 20 ? `${letters.slice(0, 20).join('')}…` : letters.join('');
}
