import { areasOf } from '../selection/selection.ts';
import type { SheetStore } from '../selection/selection-store.ts';
import type { SheetOrder } from '../sheet-model.ts';
import { fillDown, fillRight } from './fill.ts';

/** What Ctrl+D or Ctrl+R means for what is selected now. */
export function selectedFill(store: SheetStore, way: 'down' | 'right'): SheetOrder {
  const { selection } = store.getState();
  const fills = selection ? areasOf(selection).map(way === 'down' ? fillDown : fillRight) : [];
  return { kind: 'fill', fills: fills.filter((fill) => fill !== undefined) };
}
