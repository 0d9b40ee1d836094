/// <reference lib="dom" />
// The only script with a foot in both worlds. It runs in the sandbox, knows no path and no SQL, and gives the page
// named functions only.
//
// The page's way to the backend: the page posts WANT_PORT_MESSAGE to its own window, main makes a channel, and its
// end arrives here and is handed on as BACKEND_PORT_MESSAGE. The channel is asked for before the page's script
// runs, so it is mostly there already when the page wants it.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type * as contract from '#shared/contract/shell.contract.ts';
import type { MenuCommand, ShellBridge, ShellCallName } from '#shared/contract/shell.contract.ts';
import {
  BACKEND_GONE_CHANNEL,
  CONNECT_CHANNEL,
  MENU_CHANNEL,
  PORT_CHANNEL,
  type ShellReply,
  shellChannel,
  WAKE_CHANNEL,
} from '../ipc.ts';
import { PAGE_ORIGIN, WELCOME_PATH } from '../page-address.ts';

// Said again here, because importing the values would bring the schema library into every page load. The types
// are the contract's literals, so a change there is a type error here.
const BACKEND_PORT_MESSAGE: typeof contract.BACKEND_PORT_MESSAGE = 'zeren:backend-port';
const WANT_PORT_MESSAGE: typeof contract.WANT_PORT_MESSAGE = 'zeren:want-backend-port';

let waitingPort: MessagePort | undefined;
let isWanted = false;
let isAskedFor = false;

function askForPort(): void {
  if (isAskedFor) return;
  isAskedFor = true;
  ipcRenderer.send(CONNECT_CHANNEL);
}

function handOver(port: MessagePort): void {
  isWanted = false;
  waitingPort = undefined;
  // SECURITY: to this very window and its own origin only.
  window.postMessage(BACKEND_PORT_MESSAGE, window.location.origin, [port]);
}

ipcRenderer.on(PORT_CHANNEL, (event) => {
  isAskedFor = false;
  const [port] = event.ports;
  if (port === undefined) return;
  if (isWanted) handOver(port);
  else waitingPort = port;
});

window.addEventListener('message', (event) => {
  // SECURITY: only the page itself may ask; a frame or an opener is not heard.
  if (event.source !== window || event.data !== WANT_PORT_MESSAGE) return;
  if (waitingPort !== undefined) return handOver(waitingPort);
  isWanted = true;
  askForPort();
});

/** A refusal reaches the page as `{ code, message, details }`: the bridge would strip these fields from an Error. */
async function ask(name: ShellCallName, params: unknown): Promise<unknown> {
  const reply: ShellReply = await ipcRenderer.invoke(shellChannel(name), params);
  return reply.ok ? reply.value : Promise.reject(reply.error);
}

function shellCall<Name extends Exclude<ShellCallName, 'grantDropped'>>(name: Name): ShellBridge[Name] {
  const call = (params: unknown): Promise<unknown> => ask(name, params);
  // Main answers this channel by the same contract that ShellBridge is made from.
  return call as ShellBridge[Name];
}

/** SECURITY: a file made by a script has no path; only one that a hand dropped or chose has. */
async function takeDropped(file: object): Promise<readonly contract.PickedFile[]> {
  const path = file instanceof File ? webUtils.getPathForFile(file) : '';
  // Main answers this channel by the same contract.
  return path === '' ? [] : ((await ask('grantDropped', { path })) as readonly contract.PickedFile[]);
}

/** @returns a function that stops listening */
function listen(channel: string, listener: (value: unknown) => void): () => void {
  // SECURITY: the event carries the sender, so the page is given the value alone.
  const forward = (_event: unknown, value: unknown) => listener(value);
  ipcRenderer.on(channel, forward);
  return () => void ipcRenderer.off(channel, forward);
}

const bridge: ShellBridge = {
  pickSaveFile: shellCall('pickSaveFile'),
  pickFolder: shellCall('pickFolder'),
  pickOpenFiles: shellCall('pickOpenFiles'),
  clipboardText: shellCall('clipboardText'),
  editAtCursor: shellCall('editAtCursor'),
  openDataFile: shellCall('openDataFile'),
  revealFile: shellCall('revealFile'),
  openEvidence: shellCall('openEvidence'),
  print: shellCall('print'),
  printToPdf: shellCall('printToPdf'),
  setMenuState: shellCall('setMenuState'),
  about: shellCall('about'),
  operator: shellCall('operator'),
  setOperator: shellCall('setOperator'),
  enter: shellCall('enter'),
  takeStartDocument: shellCall('takeStartDocument'),
  resetSample: shellCall('resetSample'),
  takeDropped,
  // Main sends commands of the menu on this channel and nothing else.
  onMenuCommand: (listener) => listen(MENU_CHANNEL, (command) => listener(command as MenuCommand)),
  onBackendGone: (listener) => listen(BACKEND_GONE_CHANNEL, () => listener()),
  onWake: (listener) => listen(WAKE_CHANNEL, () => listener()),
};

// SECURITY: nothing for any other page, such as the empty one a window begins with. Main checks the sender as well.
if (window.location.origin === PAGE_ORIGIN) {
  // No data file is open yet behind the page that asks for one.
  if (window.location.pathname !== WELCOME_PATH) askForPort();
  // SECURITY: named functions only; never ipcRenderer, never a free channel name.
  contextBridge.exposeInMainWorld('shell', bridge);
}
