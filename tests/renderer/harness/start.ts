// The window in a plain browser: a fake shell and a fake backend at the other end of a real message channel.
import { RPCHandler } from '@orpc/server/message-port';
import type { FileTicket } from '#shared/contract/call.ts';
import { BACKEND_PORT_MESSAGE, type ShellBridge, WANT_PORT_MESSAGE } from '#shared/contract/shell.contract.ts';
import { AgencyDirectorySchema } from '#shared/domain/agency.ts';
import { fakeRouter } from './fake-backend.ts';
import { aFakeWorld } from './fake-world.ts';

const TODAY = '2021-10-28';

const planText = await (await fetch('/seeds/zezhou-2021-food-safety.txt')).text();
const directory = AgencyDirectorySchema.parse(await (await fetch('/seeds/zezhou-agencies.json')).json());
const router = fakeRouter(aFakeWorld(planText, directory, TODAY));

const ticket = (name: string) => ({ ticket: name as FileTicket, fileName: name });

const shell: ShellBridge = {
  pickSaveFile: async ({ suggestedName }) => ticket(suggestedName),
  pickFolder: async () => ticket('10月填报表'),
  pickOpenFiles: async () => [ticket('甲.xlsx'), ticket('乙.xlsx'), ticket('丙.xlsx')],
  takeDropped: async (file) => (file instanceof File ? ticket(file.name) : null),
  clipboardText: async () => planText,
  editAtCursor: async () => null,
  openDataFile: async () => null,
  revealFile: async () => null,
  print: async () => 'printed',
  printToPdf: async () => new Uint8Array(),
  setMenuState: async () => null,
  about: async () => ({
    appVersion: '0.2.0',
    electronVersion: '45.4.1',
    dataFile: 'D:\\食品安全\\泽州县2021年食品安全.zeren',
    logFolder: 'C:\\Users\\办公室\\AppData\\Roaming\\责任矩阵\\logs',
  }),
  onMenuCommand: () => () => undefined,
  onBackendGone: () => () => undefined,
  onWake: () => () => undefined,
};
Object.defineProperty(window, 'shell', { value: shell });

window.addEventListener('message', (event) => {
  if (event.data !== WANT_PORT_MESSAGE) return;
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(router).upgrade(port1);
  port1.start();
  window.postMessage(BACKEND_PORT_MESSAGE, '*', [port2]);
});

await import('#renderer/app/main.tsx');
