// The development server of the harness: pages from the sources, and the backend behind its WebSocket.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer, type Plugin, type WebSocketClient } from 'vite';
import type { Backend } from '#backend/backend.ts';
import { aLivedInOffice, type LivedInOffice } from './lived-in-office.ts';
import {
  fromSocket,
  OFFICE_ADDRESS,
  type PortMessage,
  type SocketMessage,
  TO_BACKEND,
  TO_PAGE,
  toSocket,
} from './socket-message.ts';

export type Harness = {
  readonly office: LivedInOffice;
  /** Address of the page. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** @param port 0 for any that is free */
export async function startHarness(port: number): Promise<Harness> {
  const office = await aLivedInOffice();
  const root = path.resolve(import.meta.dirname, '../../..');
  const server = await createServer({
    configFile: false,
    root,
    appType: 'mpa',
    plugins: [react(), officeBehind(office)],
    cacheDir: path.join(root, '.cache', 'vite-harness'),
    server: { port, strictPort: true, watch: null },
    logLevel: 'warn',
  });
  await server.listen();
  const address = new URL('tests/renderer/harness/index.html', server.resolvedUrls?.local[0]).href;
  return {
    office,
    address,
    close: async () => {
      await server.close();
      await office.close();
    },
  };
}

function officeBehind({ backend, files }: LivedInOffice): Plugin {
  return {
    name: 'office-behind',
    configureServer({ middlewares, ws }) {
      middlewares.use(OFFICE_ADDRESS, (_request, response) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(files));
      });
      const pages = new WeakMap<WebSocketClient, (message: PortMessage) => void>();
      ws.on(TO_BACKEND, (message: SocketMessage, page) => {
        const deliver = pages.get(page) ?? connect(backend, page);
        pages.set(page, deliver);
        deliver(fromSocket(message));
      });
    },
  };
}

/**
 * Gives the backend what looks like a message port to one page.
 *
 * @returns delivers what the page sent
 */
function connect(backend: Backend, page: WebSocketClient): (message: PortMessage) => void {
  let deliver: (message: PortMessage) => void = () => undefined;
  backend.serve({
    // A page that is loaded anew has another socket: what the old one still asked for must not be worked on.
    on: (event: string, listener: (event?: { readonly data: PortMessage }) => void) => {
      if (event === 'close') page.socket.on('close', () => listener());
      else deliver = (data) => listener({ data });
    },
    postMessage: (message: PortMessage) => page.send(TO_PAGE, toSocket(message)),
  });
  return (message) => deliver(message);
}
