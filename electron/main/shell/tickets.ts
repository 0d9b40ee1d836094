import { randomUUID } from 'node:crypto';
import type { FileTicket, TicketPurpose } from '#shared/contract/call.ts';

type Issued = { readonly path: string; readonly purpose: TicketPurpose };

/**
 * Which path stands behind which ticket, and what for. The page never sees a path: a dialog gives it a ticket, and
 * only a ticket of this run, for a file a person chose, can be turned back.
 */
export class TicketRegistry {
  readonly #issued = new Map<string, Issued>();

  /** @param path full path of what was chosen */
  issue(path: string, purpose: TicketPurpose): FileTicket {
    // SECURITY: 122 random bits, so a ticket can neither be guessed nor counted up.
    const ticket = randomUUID();
    this.#issued.set(ticket, { path, purpose });
    // The brand is given where tickets are made.
    return ticket as FileTicket;
  }

  /** @returns `undefined` for a ticket that was never issued, or was issued for another purpose */
  path(ticket: FileTicket, purposes: readonly TicketPurpose[]): string | undefined {
    const issued = this.#issued.get(ticket);
    // SECURITY: what a person chose to be read was not chosen to be written, or opened as a data file.
    return issued !== undefined && purposes.includes(issued.purpose) ? issued.path : undefined;
  }

  /** For a reloaded window: what the old page was given ends with it. */
  clear(): void {
    this.#issued.clear();
  }
}
