import type { MessagePort } from 'node:worker_threads';
import type { AnnotatedCopy, AnnotatedCopyInput } from '#backend/excel/annotate/annotated-copy.ts';
import type { FormInput } from '#backend/excel/form/form-input.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import type { TemplateFillInput } from '#backend/excel/template/fill-input.ts';
import type { ErrorCode, ErrorDetails } from '#shared/error-codes.ts';

/**
 * A workbook to be written, as plain data. SECURITY: what crosses to the thread is copied as data, never code; a value
 * with a function in it is refused by the copying itself.
 */
export type OutletJob =
  /** A sheet for each. What is many in a table stands under its `rows` and crosses in parcels (row-stream.ts). */
  | { readonly kind: 'tables'; readonly tables: readonly TableDescription[] }
  | { readonly kind: 'form'; readonly form: FormInput }
  /** Their own file with remarks: what it becomes, and under which ending, is known when it is written. */
  | { readonly kind: 'annotated'; readonly copy: AnnotatedCopyInput }
  /** A superior's form with what goes into it. */
  | { readonly kind: 'template'; readonly fill: TemplateFillInput };

/** What the thread is started for: workbooks that are changed in place need no library that draws them anew. */
export type OutletStart = { readonly firstJob: OutletJob['kind'] };

/** SECURITY: both paths were made by the backend from what a person chose; the page names none. */
export type OutletRequest = {
  readonly job: OutletJob;
  /** The rows of the job's tables that have any; such a table comes without them. */
  readonly streams: readonly RowStream[];
  /** Where the workbook shall be in the end; for sentences only, the thread does not touch it. */
  readonly target: string;
  /** The temporary file that the thread writes. */
  readonly draft: string;
};

/** Rows on their way: of which table, how many, and where they are taken. */
export type RowStream = { readonly table: number; readonly count: number; readonly port: MessagePort };

/** What a finished draft holds. */
export type Written = {
  /** Tasks, entries or reasons. */
  readonly rows: number;
  readonly bytes: number;
  /** Of the bytes as they were read back. */
  readonly sha256: string;
  /** Chinese sentences: what of the values does not stand in the file as it was. */
  readonly notices: readonly string[];
  /** Of an annotated copy only: how it was made. */
  readonly copy?: Pick<AnnotatedCopy, 'ending' | 'how'>;
  /** Of a superior's form only: how many cells of it were filled. */
  readonly cells?: number;
};

/** The thread tells its rows while it builds, then one of the others ends the job. */
export type OutletReply =
  | { readonly kind: 'rows'; readonly done: number; readonly total: number }
  | ({ readonly kind: 'written' } & Written)
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }
  /** A bug: the stack, because an error loses its class between threads. */
  | { readonly kind: 'failed'; readonly stack: string };
