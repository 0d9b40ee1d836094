import type { CellRef } from '#shared/domain/step.ts';
import type { SheetApi } from './sheet-api.ts';
import type { GridPlace, SheetModel } from './sheet-model.ts';

/** More flashing cells than this say nothing and cost a frame each. */
const FLASH_MAX = 300;

/** Cells to show; `seq` makes asking twice for the same cell two wishes. */
export type Reveal = {
  readonly places: readonly GridPlace[];
  /** Puts the cursor on the first cell and lets all of them flash; without it they are only scrolled into view. */
  readonly focus: boolean;
  readonly seq: number;
};

/** A wish in places of a sheet; cells that have none in it are left out. */
export function revealOf(
  model: SheetModel,
  { cells, focus, seq }: Omit<Reveal, 'places'> & { readonly cells: readonly CellRef[] },
): Reveal {
  return { places: cells.map((cell) => model.placeOf(cell)).filter((place) => place !== null), focus, seq };
}

/**
 * Scrolls to the first place and, if wished, puts the cursor on it and lets all of them flash.
 *
 * @param mainColumn shown for a place whose column is not
 * @returns false when the first place's row is not in the grid yet
 */
export function revealInGrid(
  api: SheetApi,
  { places, focus }: Pick<Reveal, 'places' | 'focus'>,
  mainColumn: string,
): boolean {
  const first = places[0];
  if (!first) return true;
  const column = first.columnId === null ? null : api.getColumn(first.columnId);
  if (first.rowId === null) {
    if (column) api.ensureColumnVisible(column);
    return true;
  }
  const node = api.getRowNode(first.rowId);
  if (!node || node.rowIndex === null) return false;
  const shown = column ?? mainColumn;
  api.ensureIndexVisible(node.rowIndex);
  api.ensureColumnVisible(shown);
  if (!focus) return true;
  api.setFocusedCell(node.rowIndex, shown);
  const lit = flashes(api, places.slice(0, FLASH_MAX), mainColumn);
  for (const { rowNodes, columns } of lit) api.flashCells({ rowNodes, columns });
  return true;
}

/** Cells by their column: the grid measures its page for each call, which for three hundred calls takes a frame or ten. */
function flashes(api: SheetApi, places: readonly GridPlace[], mainColumn: string) {
  const byColumn = Map.groupBy(places, ({ columnId }) => columnId ?? mainColumn);
  return [...byColumn]
    .filter(([column]) => api.getColumn(column) !== null)
    .map(([column, inColumn]) => ({
      columns: [column],
      rowNodes: inColumn.flatMap(({ rowId }) => (rowId === null ? [] : (api.getRowNode(rowId) ?? []))),
    }))
    .filter(({ rowNodes }) => rowNodes.length > 0);
}
