import path from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import type { WindowBounds } from '../settings/settings.ts';
import { lockedPreferences } from './lock-down.ts';
import { placeWindow, SMALLEST_SIZE } from './window-placement.ts';

/** The colour of the page before it is there; another one flashes at every start. */
const PAGE_COLOUR = '#ffffff';

/** Makes the window and begins to load the page. @param preload full path */
export function createMainWindow(saved: WindowBounds | undefined, preload: string, page: string): BrowserWindow {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  const { isMaximized, ...bounds } = placeWindow(
    saved,
    [main, ...others].map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    title: app.name,
    backgroundColor: PAGE_COLOUR,
    // Shown at once: an empty window in the first tenth of a second tells more than none. maximize() shows, too.
    show: !isMaximized,
    webPreferences: {
      preload,
      ...lockedPreferences(),
    },
  });
  if (isMaximized) window.maximize();
  // The title is the data file's name; the page's own title would come and go with every load.
  window.on('page-title-updated', (event) => event.preventDefault());
  // The promise also fails for a load that a reload overtook; a page that does not load shows in did-fail-load.
  window.loadURL(page).catch(() => undefined);
  return window;
}

/** `责任矩阵 — 2021年.db`; the program's name alone while no file is open. */
export function windowTitle(dataFile: string | undefined): string {
  return dataFile === undefined ? app.name : `${app.name} — ${path.basename(dataFile)}`;
}

/** What to remember of a window: the size it has when it is not maximized. */
export function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}
