import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { openBackend } from '#backend/backend.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import { newIncident } from '../incident.ts';
import type { Log } from '../log.ts';
import type { BackendMessage, MainMessage, OpenFailure } from './backend-messages.ts';
import { IntakeLink, type IntakePort } from './intake-link.ts';

type Backend = Awaited<ReturnType<typeof openBackend>>;
type OpenMessage = Extract<MainMessage, { type: 'open' }>;

/** The backend's end of the window's channel. Messages wait in it until `start`. */
export type WindowPort = Parameters<Backend['serve']>[0] & { start(): void; close(): void };

export type BackendSessionOptions = {
  readonly open: typeof openBackend;
  /** Entry of the thread that writes workbooks. */
  readonly outletWorker: URL;
  /** Sends to main. */
  readonly post: (message: BackendMessage) => void;
  readonly log: Log;
};

/**
 * What the backend process does with main's messages: opens one data file, serves one window at a time, keeps the
 * tickets main granted, and closes in order. A window may connect before the file is open; its calls wait.
 */
export class BackendSession {
  readonly #options: BackendSessionOptions;
  readonly #tickets = new Map<string, Pick<Extract<MainMessage, { type: 'grant' }>, 'path' | 'purpose'>>();
  readonly #intake: IntakeLink;
  #backend: Promise<Backend> | undefined;
  #port: WindowPort | undefined;

  constructor(options: BackendSessionOptions) {
    this.#options = options;
    this.#intake = new IntakeLink(options.post);
  }

  /** @param port the channel that comes with `connect` and `intake` */
  async receive(message: MainMessage, port: (WindowPort & IntakePort) | undefined): Promise<void> {
    switch (message.type) {
      case 'open':
        return this.#open(message);
      case 'connect':
        return this.#connect(port);
      case 'grant':
        this.#tickets.set(message.ticket, message);
        return this.#options.post({ type: 'granted', ticket: message.ticket });
      case 'intake':
        if (port !== undefined) this.#intake.connect(message.id, port);
        return;
      case 'operator':
        (await this.#backend?.catch(() => undefined))?.setOperator(message.operator);
        return;
      case 'close':
        return this.#close();
      default:
        return assertNever(message);
    }
  }

  async #open(message: OpenMessage): Promise<void> {
    this.#backend = this.#openFile(message);
    try {
      await this.#backend;
      this.#options.post({ type: 'ready' });
    } catch (error) {
      this.#options.post({ type: 'open-failed', ...this.#describe(error) });
    }
  }

  async #openFile(message: OpenMessage): Promise<Backend> {
    // On first start the folder 责任矩阵 in the documents folder is not there yet.
    if (message.createIfMissing !== false) await mkdir(path.dirname(message.dataFile), { recursive: true });
    return this.#options.open({
      dataFile: message.dataFile,
      seedsFolder: message.seedsFolder,
      createIfMissing: message.createIfMissing,
      operator: message.operator,
      startIntake: this.#intake.start,
      outletWorker: this.#options.outletWorker,
      // SECURITY: a ticket main never granted for this purpose has no path, whatever the page sends.
      resolveTicket: (ticket, purpose) => {
        const granted = this.#tickets.get(ticket);
        return granted?.purpose === purpose ? granted.path : undefined;
      },
      log: this.#options.log,
      onDamageLater: (error) => this.#options.post({ type: 'open-failed', ...this.#describe(error) }),
    });
  }

  async #connect(port: WindowPort | undefined): Promise<void> {
    if (port === undefined) return this.#options.log.error('connect came without a port');
    // A reloaded page has a new channel; what the old page still asked for has nobody to answer to.
    this.#port?.close();
    this.#port = port;
    const backend = await this.#backend?.catch(() => undefined);
    if (backend === undefined || this.#port !== port) return;
    backend.serve(port);
    port.start();
  }

  async #close(): Promise<void> {
    const backend = await this.#backend?.catch(() => undefined);
    await backend?.close();
    this.#options.post({ type: 'closed' });
  }

  #describe(error: unknown): OpenFailure {
    const known = error instanceof AppError ? error : this.#unexpected(error);
    const { code, message, details }: { code: ErrorCode } & Pick<AppError, 'message' | 'details'> = known;
    return { code, message, details: { ...details } };
  }

  #unexpected(error: unknown): AppError {
    const incident = newIncident();
    this.#options.log.error(`incident ${incident} while opening the data file`, error);
    return new AppError('INTERNAL', { incident }, { cause: error });
  }
}
