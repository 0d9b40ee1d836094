import { BACKEND_PORT_MESSAGE, WANT_PORT_MESSAGE } from '#shared/contract/shell.contract.ts';

/**
 * Asks the preload script for the port to the backend and waits for it.
 * The wish is posted first by us: a port sent before the page listens would be lost.
 */
export function receiveBackendPort(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>): void => {
      // SECURITY: only the preload script shares this window object; a frame or an opener is not heard.
      if (event.source !== page || event.data !== BACKEND_PORT_MESSAGE) return;
      const port = event.ports[0];
      if (!port) return;
      page.removeEventListener('message', onMessage);
      port.start();
      resolve(port);
    };
    page.addEventListener('message', onMessage);
    // To this very window, and nothing in it is worth hiding: an origin would fail where the page's scheme has none.
    page.postMessage(WANT_PORT_MESSAGE, '*');
  });
}
