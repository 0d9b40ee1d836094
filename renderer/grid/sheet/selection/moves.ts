import type { Size, Spot } from './geometry.ts';
import type { Step } from './selection.ts';

/** How a key moves the cursor. */
export type Move =
  | { readonly by: 'step'; readonly step: Step }
  /** Ctrl and an arrow: to the edge of the data. */
  | { readonly by: 'edge'; readonly step: Step }
  | { readonly by: 'page'; readonly step: 'down' | 'up' }
  /** Home, End, and with Ctrl the corners. */
  | { readonly by: 'row-start' | 'row-end' | 'sheet-start' | 'sheet-end' };

/** What a move needs to know of the matrix. */
export type Ground = Size & {
  /** Columns pinned to the left: Home goes behind them first, as in a worksheet with frozen panes. */
  readonly frozen: number;
  /** Rows that fit on the screen. */
  readonly page: number;
  readonly isFilled: (spot: Spot) => boolean;
};

const ONE: Readonly<Record<Step, Spot>> = {
  down: { row: 1, column: 0 },
  up: { row: -1, column: 0 },
  right: { row: 0, column: 1 },
  left: { row: 0, column: -1 },
};

/** Where the move leads; at the edge of the matrix it stays. */
export function moved(from: Spot, move: Move, ground: Ground): Spot {
  const { rows, columns, frozen } = ground;
  const firstFree = frozen < columns ? frozen : 0;
  const start = { row: 0, column: firstFree };
  switch (move.by) {
    case 'step':
      return step(from, move.step, ground) ?? from;
    case 'edge':
      return edgeOfData(from, move.step, ground);
    case 'page': {
      const row = from.row + (move.step === 'down' ? ground.page : -ground.page);
      return { ...from, row: Math.min(rows - 1, Math.max(0, row)) };
    }
    case 'row-start':
      return { ...from, column: from.column === firstFree ? 0 : firstFree };
    case 'row-end':
      return { ...from, column: columns - 1 };
    case 'sheet-start':
      return from.row === 0 && from.column === firstFree ? { row: 0, column: 0 } : start;
    case 'sheet-end':
      return { row: rows - 1, column: columns - 1 };
  }
}

function step(from: Spot, way: Step, { rows, columns }: Size): Spot | undefined {
  const row = from.row + ONE[way].row;
  const column = from.column + ONE[way].column;
  return row >= 0 && row < rows && column >= 0 && column < columns ? { row, column } : undefined;
}

/** Excel's rule: within data to its last filled spot; from its edge or from a gap to the next filled one, or the end. */
function edgeOfData(from: Spot, way: Step, ground: Ground): Spot {
  let here = from;
  let next = step(here, way, ground);
  if (!next) return from;
  const alongData = ground.isFilled(from) && ground.isFilled(next);
  while (next) {
    if (alongData && !ground.isFilled(next)) return here;
    here = next;
    if (!alongData && ground.isFilled(here)) return here;
    next = step(here, way, ground);
  }
  return here;
}

/** Where Enter or Tab leads from a single spot; Tab goes on in the next row. `undefined`: out of the matrix. */
export function nextSpot(from: Spot, way: Step, ground: Ground): Spot | undefined {
  const next = step(from, way, ground);
  if (next || way === 'down' || way === 'up') return next ?? from;
  const row = from.row + (way === 'right' ? 1 : -1);
  if (row < 0 || row >= ground.rows) return undefined;
  return { row, column: way === 'right' ? 0 : ground.columns - 1 };
}
