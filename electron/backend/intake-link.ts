import type { IntakeEvents, IntakeReply, IntakeRequest, StartIntake } from '#backend/intake/intake-messages.ts';
import type { BackendMessage } from './backend-messages.ts';

/** The backend's end of a channel to an intake process. */
export type IntakePort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(request: IntakeRequest): void;
  start(): void;
  close(): void;
};

type Reader = { readonly events: IntakeEvents; port: IntakePort | undefined };

/**
 * Starts intake processes from inside the backend process, which may not: it asks main, and main answers with a port.
 * When such a process ends, its port closes.
 */
export class IntakeLink {
  readonly #post: (message: BackendMessage) => void;
  readonly #readers = new Map<number, Reader>();
  #lastId = 0;

  /** @param post sends to main */
  constructor(post: (message: BackendMessage) => void) {
    this.#post = post;
  }

  readonly start: StartIntake = (start, events) => {
    const id = ++this.#lastId;
    const reader: Reader = { events, port: undefined };
    this.#readers.set(id, reader);
    this.#post({ type: 'start-intake', id, ...start });
    return {
      // Requests come after `ready`, which came through the port.
      post: (request) => reader.port?.postMessage(request),
      end: () => {
        this.#readers.delete(id);
        reader.port?.close();
        this.#post({ type: 'end-intake', id });
      },
    };
  };

  /** Main's answer. A process that was ended meanwhile is being killed: its port is of no use. */
  connect(id: number, port: IntakePort): void {
    const reader = this.#readers.get(id);
    if (reader === undefined) {
      port.close();
      return;
    }
    reader.port = port;
    // Nothing counts any more once it was ended from here.
    port.on('message', ({ data }) => this.#readers.has(id) && reader.events.onReply(data as IntakeReply));
    port.on('close', () => {
      if (!this.#readers.delete(id)) return;
      // Main forgets it as well.
      this.#post({ type: 'end-intake', id });
      reader.events.onEnd();
    });
    port.start();
  }
}
