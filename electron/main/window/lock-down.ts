import { app, session, type WebContents } from 'electron';
import type { Log } from '../../log.ts';
import { PAGE_ORIGIN, START_PAGE } from '../../page-address.ts';

/** SECURITY: the page needs no camera, place, notification or device, so no permission is ever given. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** What every window of the program is made with, beside its own preload script. */
export function lockedPreferences() {
  return {
    // SECURITY: the page runs as a page in a browser does: in a sandbox, without Node, in a world of its own.
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    // SECURITY: a link dropped on the window must not replace the page.
    navigateOnDragDrop: false,
    // It would fetch dictionaries from the network, and knows no Chinese.
    spellcheck: false,
    devTools: !app.isPackaged,
  } as const;
}

/** SECURITY: every page of the program, whoever made it, stays on our own origin and opens nothing. */
export function lockDownPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents, log));
}

function lockDown(contents: WebContents, log: Log): void {
  // SECURITY: a link in text from outside leads nowhere. The page may only begin anew (location.reload).
  contents.on('will-navigate', (event) => {
    if (event.isMainFrame && event.url === START_PAGE) return;
    event.preventDefault();
    log.warn('navigation refused', originOf(event.url));
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  // SECURITY: also for frames inside the page.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  // SECURITY: no second window, so nothing runs without the preload, the sandbox and the content policy.
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('new window refused', originOf(url));
    return { action: 'deny' };
  });
  // SECURITY: a webview is a browser of its own inside the page; this program has none.
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** For the log: where it would have led, without what may be in the address. */
function originOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : 'not an address';
}

/**
 * SECURITY: whether a message came from the main frame of our window, on our origin.
 *
 * @param frame of the message; `null` when it is gone already
 */
export function isOurPage(frame: Electron.WebFrameMain | null, contents: WebContents): boolean {
  if (frame === null || contents.isDestroyed()) return false;
  return frame === contents.mainFrame && frame.url.startsWith(`${PAGE_ORIGIN}/`);
}
