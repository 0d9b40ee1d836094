import { type BrowserWindow, ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import { CONNECT_CHANNEL, PORT_CHANNEL, shellChannel } from '../../ipc.ts';
import type { Log } from '../../log.ts';
import { isOurPage } from '../window/lock-down.ts';
import { answerCall, SHELL_CALL_NAMES, type ShellHandlers } from './answer-call.ts';

type ShellIpcOptions = {
  readonly window: BrowserWindow;
  readonly handlers: ShellHandlers;
  /** Gives the backend its end of a new channel. */
  readonly connect: (port: MessagePortMain) => void;
  readonly log: Log;
};

/** Listens to the page: the shell's calls, and its wish for a channel to the backend. */
export function listenToPage({ window, handlers, connect, log }: ShellIpcOptions): void {
  for (const name of SHELL_CALL_NAMES) {
    ipcMain.handle(shellChannel(name), (event, params: unknown) =>
      answerCall(name, isOurPage(event.senderFrame, window.webContents), params, handlers, log),
    );
  }
  ipcMain.on(CONNECT_CHANNEL, ({ senderFrame }) => {
    // SECURITY: the way to the data is given to our page and to no other frame.
    if (senderFrame === null || !isOurPage(senderFrame, window.webContents)) {
      return log.warn('a frame that is not the page asked for the backend', senderFrame?.url);
    }
    // One channel per page load; the old one closes with the old page, and the backend drops its end.
    const { port1, port2 } = new MessageChannelMain();
    connect(port1);
    senderFrame.postMessage(PORT_CHANNEL, null, [port2]);
  });
}
