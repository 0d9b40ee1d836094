import { z } from 'zod';
import type { BackendOptions } from '#backend/backend.ts';
import type { TicketPurpose } from '#shared/contract/call.ts';

/**
 * What main and the backend process say to each other. The plan itself never passes here: the window has its own
 * port to the backend (`connect`), this is only starting, file tickets and closing.
 *
 *     main -> open            backend -> ready | open-failed
 *     main -> connect (+port)
 *     main -> grant           backend -> granted
 *     main -> intake (+port)  backend -> start-intake, end-intake: processes that read foreign files
 *     main -> operator        a person's name, whenever it is said
 *     main -> close           backend -> closed
 */
export type MainMessage =
  | {
      readonly type: 'open';
      /** Full path. */
      readonly dataFile: string;
      readonly createIfMissing: BackendOptions['createIfMissing'];
      readonly seedsFolder: string;
      /** The name of the person who works here, when one was said. */
      readonly operator?: string | undefined;
    }
  | { readonly type: 'connect' }
  /** SECURITY: only main turns a ticket into a path, and only for what a person chose in a dialog. */
  | { readonly type: 'grant'; readonly ticket: string; readonly path: string; readonly purpose: TicketPurpose }
  /** Answers `start-intake`; the port leads to the new process. */
  | { readonly type: 'intake'; readonly id: number }
  /** Another name from now on; left out, none. */
  | { readonly type: 'operator'; readonly operator?: string | undefined }
  | { readonly type: 'close' };

const BackendMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('open-failed'),
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.strictObject({ type: z.literal('granted'), ticket: z.string() }),
  z.strictObject({
    type: z.literal('start-intake'),
    id: z.int(),
    first: z.enum(['return', 'document']),
    memoryMb: z.int().positive(),
  }),
  z.strictObject({ type: z.literal('end-intake'), id: z.int() }),
  z.strictObject({ type: z.literal('closed') }),
]);
export type BackendMessage = z.infer<typeof BackendMessageSchema>;
export type OpenFailure = Omit<Extract<BackendMessage, { type: 'open-failed' }>, 'type'>;

/** @returns the message, or `undefined` for anything the backend process does not say */
export function readBackendMessage(message: unknown): BackendMessage | undefined {
  return BackendMessageSchema.safeParse(message).data;
}
