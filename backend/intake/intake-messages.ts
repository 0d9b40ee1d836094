import type { TemplateFound } from '#backend/excel/template/read-template.ts';
import type { ParsedReturn } from '#backend/returns/parsed-return.ts';
import type { ReturnHints } from '#backend/returns/tables/read-return.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { ForeignKind } from '#shared/domain/foreign-kind.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { SheetPicture } from '#shared/domain/return-review.ts';
import type { TemplatePlace } from '#shared/domain/template.ts';
import type { ErrorCode, ErrorDetails } from '#shared/error-codes.ts';
import type { PlanDocument } from '../documents/plan-document.ts';
import type { ReadTextOptions } from '../documents/read-text.ts';

/** A foreign file as the worker hands it over: what it says, and the bytes themselves for keeping. */
export type IntakeFile = {
  readonly parsed: ParsedReturn;
  /** Lower-case hex of the content's SHA-256. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** A foreign file: where it is, or what it holds, with the name it came by. */
export type IntakeSource = string | { readonly name: string; readonly bytes: Uint8Array };

/** One of the files that a file or folder stands for, to be read on its own; or why it cannot be had. */
export type ExpandedFile =
  | { readonly name: string; readonly source: IntakeSource }
  | { readonly name: string; readonly refusal: { readonly code: ErrorCode; readonly details: ErrorDetails } };

/** A superior's form as it was read, with what it is known by. */
export type IntakeTemplate = TemplateFound & {
  readonly fileName: string;
  /** Lower-case hex of the content's SHA-256. */
  readonly sha256: string;
};

/**
 * What a reader is asked: which files a file or folder stands for, a returned file, a picture of a sheet in one, a
 * superior's form, which of the two it is, a document that holds a plan, or words at hand.
 */
export type IntakeRequest =
  | { readonly kind: 'expand'; readonly path: string }
  | {
      readonly kind: 'return';
      readonly source: IntakeSource;
      readonly password: string | undefined;
      readonly hints: ReturnHints | undefined;
    }
  | {
      readonly kind: 'picture';
      readonly source: IntakeSource;
      readonly password: string | undefined;
      readonly sheet: string;
    }
  | {
      readonly kind: 'template';
      readonly source: IntakeSource;
      readonly place: TemplatePlace | undefined;
      readonly example: IntakeSource | undefined;
    }
  | { readonly kind: 'which'; readonly path: string }
  | { readonly kind: 'document'; readonly path: string; readonly directory: AgencyDirectory | undefined }
  | { readonly kind: 'text'; readonly text: string; readonly options: ReadTextOptions };

/** What a reader is told when it starts. */
export type IntakeStart = {
  /** What its first file will be, so that its library is loaded by then. */
  readonly first: 'return' | 'document';
  /** Heap it may grow to. */
  readonly memoryMb: number;
};

/** A reader says `ready` once, when its code is loaded; then one reply for each request, in order. */
export type IntakeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'expanded'; readonly files: readonly ExpandedFile[] }
  | { readonly kind: 'read'; readonly file: IntakeFile }
  | { readonly kind: 'pictured'; readonly picture: SheetPicture }
  | { readonly kind: 'template'; readonly template: IntakeTemplate }
  | { readonly kind: 'told'; readonly told: ForeignKind }
  | { readonly kind: 'document'; readonly document: PlanDocument }
  | { readonly kind: 'text'; readonly reading: PlanReading }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }
  /** A bug: the stack, because an error loses its class between processes. */
  | { readonly kind: 'failed'; readonly stack: string };

/** A process that reads foreign files, as whoever started it sees it. */
export type IntakeReader = {
  readonly post: (request: IntakeRequest) => void;
  /** Ends it at once, whatever it is doing; no reply comes after that. */
  readonly end: () => void;
};

export type IntakeEvents = {
  readonly onReply: (reply: IntakeReply) => void;
  /** It ended without being asked to: out of memory. */
  readonly onEnd: () => void;
};

/** Starts a reader: a child of this process under plain Node, in the window's program one that main starts. */
export type StartIntake = (start: IntakeStart, events: IntakeEvents) => IntakeReader;
