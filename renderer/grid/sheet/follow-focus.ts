import { sameSpot } from './selection/geometry.ts';
import { selectSpot } from './selection/selection.ts';
import type { SheetStore } from './selection/selection-store.ts';
import { spotOf } from './selection/sheet.ts';

/** Whoever moves the grid's focus moves the selection; what selects by itself has done so before. */
export function followFocus(store: SheetStore, rowId: string, columnId: string): void {
  const { sheet, selection } = store.getState();
  const spot = spotOf(sheet, rowId, columnId);
  if (spot && !(selection && sameSpot(selection.active, spot))) store.putSelection(selectSpot(spot));
}
