// The window in a plain browser: the real backend at the other end of a socket, and dialogs that answer by themselves.
import { type FileTicket, FileTicketSchema } from '#shared/contract/call.ts';
import { BACKEND_PORT_MESSAGE, type ShellBridge, WANT_PORT_MESSAGE } from '#shared/contract/shell.contract.ts';
import {
  fromSocket,
  OFFICE_ADDRESS,
  type OfficeFiles,
  type SocketMessage,
  TO_BACKEND,
  TO_PAGE,
  toSocket,
} from './socket-message.ts';

const socket = import.meta.hot;
if (!socket) throw new Error('the harness needs the socket of its server');

const office: OfficeFiles = await (await fetch(OFFICE_ADDRESS)).json();

/** The shell's own failures are plain objects. */
const cannotPrint = () => Promise.reject({ code: 'PRINT_FAILED' });
const picked = (path: string): { ticket: FileTicket; fileName: string } => ({
  ticket: FileTicketSchema.parse(path),
  fileName: path.split(/[/\\]/u).at(-1) ?? path,
});

/** A folder gives what lies in it; no other data file is at hand. */
const pickedFor = (purpose: Parameters<ShellBridge['pickOpenFiles']>[0]['purpose']): readonly string[] => {
  if (purpose === 'document' || purpose === 'evidence') return [office.document];
  return purpose === 'returns' || purpose === 'returns-folder' ? office.returns : [];
};

const shell: ShellBridge = {
  pickSaveFile: async ({ suggestedName }) => picked(`${office.folder}/${suggestedName}`),
  pickFolder: async () => picked(office.folder),
  pickOpenFiles: async ({ purpose }) => pickedFor(purpose).map(picked),
  // A browser tells no page where a file lies.
  takeDropped: async () => [],
  clipboardText: async () => office.clipboard,
  editAtCursor: async () => null,
  openDataFile: async () => null,
  revealFile: async () => null,
  openEvidence: async () => null,
  print: cannotPrint,
  printToPdf: cannotPrint,
  setMenuState: async () => null,
  operator: async () => ({ name: '测试员', computerUser: 'user' }),
  setOperator: async () => null,
  about: async () => ({
    appVersion: '0.2.0',
    electronVersion: '45.4.1',
    dataFile: office.dataFile,
    logFolder: office.folder,
  }),
  enter: async () => false,
  takeStartDocument: async () => null,
  resetSample: async () => false,
  onMenuCommand: () => () => undefined,
  onBackendGone: () => () => undefined,
  onWake: () => () => undefined,
};
Object.defineProperty(window, 'shell', { value: shell });

window.addEventListener('message', (event) => {
  if (event.data !== WANT_PORT_MESSAGE) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => socket.send(TO_BACKEND, toSocket(data));
  socket.on(TO_PAGE, (message: SocketMessage) => port1.postMessage(fromSocket(message)));
  window.postMessage(BACKEND_PORT_MESSAGE, '*', [port2]);
});

await import('#renderer/app/main.tsx');
