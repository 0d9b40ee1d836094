import type { MessagePortMain } from 'electron';
import type { IntakeStart } from '#backend/intake/intake-messages.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { TicketPurpose } from '#shared/contract/call.ts';
import { AppError } from '#shared/errors.ts';
import {
  type BackendMessage,
  type MainMessage,
  type OpenFailure,
  readBackendMessage,
} from '../backend/backend-messages.ts';
import type { Log } from '../log.ts';

/** A process that reads foreign files for the backend. */
export type IntakeChild = {
  /** The backend's end of the channel to it. */
  readonly port: MessagePortMain;
  readonly kill: () => void;
};

/** The part of a utilityProcess that the host uses. */
export type BackendChild = {
  postMessage(message: MainMessage, transfer?: MessagePortMain[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
};

export type BackendHostOptions = {
  readonly child: BackendChild;
  /** Only main may start processes; the backend asks for those that read foreign files. */
  readonly startIntake: (start: IntakeStart) => IntakeChild;
  readonly onReady: () => void;
  readonly onOpenFailed: (failure: OpenFailure) => void;
  /** It ended without being asked to. */
  readonly onGone: (exitCode: number) => void;
  readonly log: Log;
  readonly closeLimitMs?: number;
};

/**
 * How long closing may take. Longer, and a person believes the program hangs; what was confirmed is on disk at any
 * moment, so a kill after that costs at most an export that was still being written to its temporary file.
 */
const CLOSE_LIMIT_MS = 5_000;

type State = 'running' | 'closing' | 'ended';

/** Main's side of one backend process, from its start to its end. Another data file gets another host. */
export class BackendHost {
  readonly #options: BackendHostOptions;
  readonly #grants = new Map<string, { readonly resolve: () => void; readonly reject: (error: AppError) => void }>();
  readonly #intakes = new Map<number, IntakeChild>();
  readonly #ended = Promise.withResolvers<void>();
  #closing: Promise<void> | undefined;
  #state: State = 'running';

  constructor(options: BackendHostOptions) {
    this.#options = options;
    options.child.on('message', (message) => this.#receive(message));
    options.child.on('exit', (code) => this.#exited(code));
  }

  /** Opens the data file; the answer is `onReady` or `onOpenFailed`. */
  open(message: Omit<Extract<MainMessage, { type: 'open' }>, 'type'>): void {
    this.#options.child.postMessage({ type: 'open', ...message });
  }

  /** @param port the backend's end of the window's channel; calls wait in it until the data file is open */
  connect(port: MessagePortMain): void {
    if (this.#state === 'running') this.#options.child.postMessage({ type: 'connect' }, [port]);
    else port.close();
  }

  /** Tells who works here from now on; `undefined`: nobody has said a name. */
  nameOperator(operator: string | undefined): void {
    if (this.#state === 'running') this.#options.child.postMessage({ type: 'operator', operator });
  }

  /**
   * Settles when the backend knows the ticket.
   *
   * @throws AppError CLOSING when the backend is ending or gone
   */
  grant(ticket: string, path: string, purpose: TicketPurpose): Promise<void> {
    if (this.#state !== 'running') return Promise.reject(new AppError('CLOSING'));
    return new Promise((resolve, reject) => {
      this.#grants.set(ticket, { resolve, reject });
      this.#options.child.postMessage({ type: 'grant', ticket, path, purpose });
    });
  }

  /** Closes in order: new calls are refused, running ones finish, the data file closes. Kills after the limit. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#state === 'ended') return;
    this.#state = 'closing';
    this.#refuseGrants();
    const limit = setTimeout(() => {
      this.#options.log.error('the backend did not close in time and is killed');
      this.#options.child.kill();
    }, this.#options.closeLimitMs ?? CLOSE_LIMIT_MS);
    this.#options.child.postMessage({ type: 'close' });
    await this.#ended.promise;
    clearTimeout(limit);
  }

  #receive(raw: unknown): void {
    const message = readBackendMessage(raw);
    switch (message?.type) {
      case 'ready':
        this.#options.onReady();
        break;
      case 'open-failed':
        this.#options.onOpenFailed(message);
        break;
      case 'granted':
        this.#grants.get(message.ticket)?.resolve();
        this.#grants.delete(message.ticket);
        break;
      case 'start-intake':
        this.#startIntake(message);
        break;
      case 'end-intake':
        this.#intakes.get(message.id)?.kill();
        this.#intakes.delete(message.id);
        break;
      case 'closed':
        // Nothing is open any more, so this ends an idle process.
        this.#options.child.kill();
        break;
      case undefined:
        this.#options.log.warn('the backend sent something unknown', raw);
        break;
      default:
        assertNever(message);
    }
  }

  #startIntake({ id, first, memoryMb }: Extract<BackendMessage, { type: 'start-intake' }>): void {
    const intake = this.#options.startIntake({ first, memoryMb });
    this.#intakes.set(id, intake);
    this.#options.child.postMessage({ type: 'intake', id }, [intake.port]);
  }

  #exited(code: number): void {
    const wasAsked = this.#state === 'closing';
    this.#state = 'ended';
    for (const intake of this.#intakes.values()) intake.kill();
    this.#refuseGrants();
    this.#ended.resolve();
    if (!wasAsked) this.#options.onGone(code);
  }

  #refuseGrants(): void {
    for (const { reject } of this.#grants.values()) reject(new AppError('CLOSING'));
    this.#grants.clear();
  }
}
