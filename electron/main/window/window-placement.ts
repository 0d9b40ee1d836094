import type { WindowBounds } from '../settings/settings.ts';

/** A screen without its task bar, in the desktop's coordinates. */
export type WorkArea = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where the window opens. Without x and y the system centres it. */
export type WindowPlacement = {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
};

/** The common office screen is 1366 × 768; the layout is made to hold at the smallest size. */
const FIRST_SIZE = { width: 1360, height: 820 };
export const SMALLEST_SIZE = { width: 960, height: 600 };
/** So much of the title bar must be on a screen for a hand to catch the window; less, and it is centred. */
const CATCH_WIDTH = 120;
const CATCH_HEIGHT = 32;

/**
 * Where to open the window: as it was, unless its screen is gone or smaller now.
 *
 * @param saved the last window, `undefined` on the first start
 * @param areas every connected screen, the main one first
 */
export function placeWindow(saved: WindowBounds | undefined, areas: readonly WorkArea[]): WindowPlacement {
  const home = saved === undefined ? undefined : areas.find((area) => canBeCaught(saved, area));
  const area = home ?? areas[0];
  const size = fitInto(saved ?? FIRST_SIZE, area);
  const isMaximized = saved?.isMaximized ?? false;
  if (saved === undefined || home === undefined) return { ...size, isMaximized };
  return { x: saved.x, y: saved.y, ...size, isMaximized };
}

function canBeCaught(bounds: WindowBounds, area: WorkArea): boolean {
  const left = Math.max(bounds.x, area.x);
  const right = Math.min(bounds.x + bounds.width, area.x + area.width);
  return right - left >= CATCH_WIDTH && bounds.y >= area.y && bounds.y + CATCH_HEIGHT <= area.y + area.height;
}

function fitInto(
  size: { readonly width: number; readonly height: number },
  area: WorkArea | undefined,
): { width: number; height: number } {
  const width = Math.max(size.width, SMALLEST_SIZE.width);
  const height = Math.max(size.height, SMALLEST_SIZE.height);
  if (area === undefined) return { width, height };
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) };
}
