import { randomUUID } from 'node:crypto';
import type { FileTicket } from '#shared/contract/call.ts';

/**
 * Which path stands behind which ticket. The page never sees a path: a dialog gives it a ticket, and only a ticket
 * of this run, for a file a person chose, can be turned back.
 */
export class TicketRegistry {
  readonly #paths = new Map<string, string>();

  /** @param path full path of what was chosen */
  issue(path: string): FileTicket {
    // SECURITY: 122 random bits, so a ticket can neither be guessed nor counted up.
    const ticket = randomUUID();
    this.#paths.set(ticket, path);
    // The brand is given where tickets are made.
    return ticket as FileTicket;
  }

  /** @returns `undefined` for a ticket that was never issued */
  path(ticket: FileTicket): string | undefined {
    return this.#paths.get(ticket);
  }

  /** For a reloaded window: what the old page was given ends with it. */
  clear(): void {
    this.#paths.clear();
  }
}
