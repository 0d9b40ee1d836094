import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { onTestFinished, vi } from 'vitest';
import { BACKEND_PORT_MESSAGE, WANT_PORT_MESSAGE } from '#shared/contract/shell.contract.ts';
import { anOffice, type Office } from '#tests/helpers/an-office.ts';

export type TestWindow = {
  readonly office: Office;
  /** Calls that reached the backend, in their order: `matrix.read`. */
  readonly calls: string[];
};

/**
 * What the window's own code needs of a browser, outside of one: a store, frames, and a port with the real backend on
 * its other side. The code must be imported after this, by `import()`: it asks for its port when it is loaded.
 */
export async function aWindow(): Promise<TestWindow> {
  const office = await anOffice();
  const calls: string[] = [];
  vi.resetModules();
  const frames = new Set<Promise<void>>();
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => {
    const frame = new Promise<void>((resolve) => {
      setImmediate(() => {
        paint();
        resolve();
      });
    }).finally(() => frames.delete(frame));
    frames.add(frame);
  });
  vi.stubGlobal('window', aPage(office, calls));
  onTestFinished(async () => {
    // A step waits for its frames also after its test has ended.
    while (frames.size > 0) await Promise.all(frames);
    vi.unstubAllGlobals();
  });
  return { office, calls };
}

type Listener = (event: object) => void;

function aPage(office: Office, calls: string[]) {
  const listeners = new Set<Listener>();
  const page = {
    localStorage: aStore(),
    sessionStorage: aStore(),
    addEventListener: (_type: string, listener: Listener) => listeners.add(listener),
    removeEventListener: (_type: string, listener: Listener) => listeners.delete(listener),
    postMessage: (message: unknown) => {
      if (message !== WANT_PORT_MESSAGE) return;
      const { port1, port2 } = new MessageChannel();
      connect(office, port1, calls);
      onTestFinished(() => port2.close());
      for (const listener of listeners) listener({ source: page, data: BACKEND_PORT_MESSAGE, ports: [port2] });
    },
  };
  return page;
}

/** Serves the port, noting each call that comes. A request names its call by an address: `…/matrix/read`. */
function connect(office: Office, port: NodePort, calls: string[]): void {
  office.serve({
    on: (event: string, listener: (event?: { data: unknown }) => void) => {
      if (event === 'close') port.on('close', () => listener());
      else {
        port.on('message', (data: unknown) => {
          const [, area, name] = /"u":"[^"]*\/(\w+)\/(\w+)"/u.exec(String(data)) ?? [];
          if (name !== undefined) calls.push(`${area}.${name}`);
          listener({ data });
        });
      }
    },
    postMessage: (message: unknown) => port.postMessage(message),
  });
}

function aStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

/** The window's own code, loaded for this window, with plan and matrix on show. */
export async function shownMatrix() {
  const queries = await import('#renderer/state/queries.ts');
  const { queryClient } = await import('#renderer/bridge/query-client.ts');
  const { hearNotices, toasts } = await import('#renderer/ui/toasts.ts');
  hearNotices();
  // The class as this window's code knows it: what another loading of it made is told as an inner failure.
  const { AppError } = await import('#shared/errors.ts');
  const overview = await queryClient.fetchQuery(queries.overviewOptions(null));
  const tasks = await queryClient.fetchQuery(queries.matrixOptions(overview.currentPeriodId));
  const told = vi.spyOn(toasts, 'add');
  return { ...queries, queryClient, overview, tasks, periodId: overview.currentPeriodId, told, AppError };
}
