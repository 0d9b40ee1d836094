import { type BrowserWindow, powerMonitor } from 'electron';
import { WAKE_CHANNEL } from '../../ipc.ts';
import type { Log } from '../../log.ts';

/** Tells the page when the machine wakes or its screen is unlocked, as long as the window is there. */
export function tellOfWaking(window: BrowserWindow): void {
  const tellWake = () => window.webContents.send(WAKE_CHANNEL);
  powerMonitor.on('resume', tellWake);
  powerMonitor.on('unlock-screen', tellWake);
  window.on('closed', () => powerMonitor.off('resume', tellWake).off('unlock-screen', tellWake));
}

/** Notes what goes wrong with the page and is mended elsewhere, or by itself. */
export function noteTroubles(window: BrowserWindow, log: Log): void {
  window.webContents.on('did-fail-load', (_event, code, text) => log.error('the page did not load', code, text));
  window.on('unresponsive', () => log.warn('the window does not respond'));
}
