import type { ShellCallName } from '#shared/contract/shell.contract.ts';
import type { ErrorDetails } from '#shared/error-codes.ts';

/**
 * The channels between the main process and the preload script. Both bundles read this file, so it imports types
 * only: a schema library in the preload would be read again on every page load.
 */
export const CONNECT_CHANNEL = 'zeren:connect';
export const PORT_CHANNEL = 'zeren:port';
export const MENU_CHANNEL = 'zeren:menu';
export const BACKEND_GONE_CHANNEL = 'zeren:backend-gone';
export const WAKE_CHANNEL = 'zeren:wake';
/** Between main and the preload script of the page that is printed. */
export const PRINT_JOB_CHANNEL = 'zeren:print-job';
export const PRINT_READY_CHANNEL = 'zeren:print-ready';

/** The channel of one shell call. */
export function shellChannel(name: ShellCallName): string {
  return `shell:${name}`;
}

/** A refusal as it travels between processes: an Error would lose its code on the way. */
export type PlainError = { readonly code: string; readonly message: string; readonly details: ErrorDetails };

/** Every shell call is answered, a refusal too. */
export type ShellReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: PlainError };
