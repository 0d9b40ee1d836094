import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { ErrorCode, ErrorDetails } from '#shared/errors.ts';
import type { PlanDocument } from '../documents/plan-document.ts';
import type { ParsedReturn } from '../excel/parsed-return.ts';

/** A foreign file as the worker hands it over: what it says, and the bytes themselves for keeping. */
export type IntakeFile = {
  readonly parsed: ParsedReturn;
  /** Lower-case hex of the content's SHA-256. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** What the thread is asked to read: a returned workbook, or a document that holds a plan. */
export type IntakeRequest =
  | { readonly kind: 'return'; readonly path: string }
  | { readonly kind: 'document'; readonly path: string; readonly directory: AgencyDirectory | undefined };

/** What the thread is told when it starts: what its first file will be, so that its library is loaded by then. */
export type IntakeStart = { readonly first: IntakeRequest['kind'] };

/** The thread says `ready` once, when its code is loaded; then one reply for each request, in order. */
export type IntakeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly file: IntakeFile }
  | { readonly kind: 'document'; readonly document: PlanDocument }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly kind: 'failed'; readonly error: unknown };
