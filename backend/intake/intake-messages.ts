import type { ErrorCode, ErrorDetails } from '#shared/errors.ts';
import type { ParsedReturn } from '../excel/parsed-return.ts';

/** A foreign file as the worker hands it over: what it says, and the bytes themselves for keeping. */
export type IntakeFile = {
  readonly parsed: ParsedReturn;
  /** Lower-case hex of the content's SHA-256. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

export type IntakeRequest = { readonly path: string };

/** The thread says `ready` once, when its code is loaded; then one reply for each request, in order. */
export type IntakeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly file: IntakeFile }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly kind: 'failed'; readonly error: unknown };
