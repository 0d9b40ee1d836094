import type { SheetApi } from '../sheet-api.ts';
import { type Spot, sameSpot } from './geometry.ts';
import { scrollPastEdge, spotNear } from './pointed-at.ts';
import type { SheetStore } from './selection-store.ts';

/** How long before the grid scrolls on while the pointer is held past an edge. Shorter: faster scrolling. */
const SCROLL_EVERY_MS = 40;

/**
 * Follows the pointer until its button is released, wherever that happens, scrolling while it is past an edge.
 *
 * @param onSpot told the spot under the pointer, or the nearest, whenever it changes
 * @returns a function that ends the drag early
 */
export function followDrag(
  api: SheetApi,
  store: SheetStore,
  frame: HTMLElement,
  onSpot: (spot: Spot) => void,
  onEnd?: () => void,
): () => void {
  let at: { readonly x: number; readonly y: number } | null = null;
  let told: Spot | null = null;
  const track = (): void => {
    const spot = at && spotNear(api, store, frame, at);
    if (!spot || (told && sameSpot(told, spot))) return;
    told = spot;
    onSpot(spot);
  };
  const onMove = (event: PointerEvent): void => {
    // Released outside of the window: the move that follows has no button (pitfall 4).
    if (event.buttons === 0) {
      end();
      return;
    }
    at = { x: event.clientX, y: event.clientY };
    track();
  };
  const timer = setInterval(() => {
    if (at && scrollPastEdge(frame, at)) track();
  }, SCROLL_EVERY_MS);
  const stop = (): void => {
    clearInterval(timer);
    window.removeEventListener('pointermove', onMove, true);
    window.removeEventListener('pointerup', end, true);
  };
  function end(): void {
    stop();
    onEnd?.();
  }
  window.addEventListener('pointermove', onMove, true);
  window.addEventListener('pointerup', end, true);
  return stop;
}
