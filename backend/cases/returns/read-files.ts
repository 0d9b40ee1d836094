import { createHash } from 'node:crypto';
import type { BackendContext } from '#backend/calls/context.ts';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import type { IntakeSource } from '#backend/intake/intake.ts';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import type { ReturnHints } from '#backend/returns/tables/read-return.ts';
import type { ReturnReading } from '#db/commands/return.commands.ts';
import { listMappings, type ReturnRefusal } from '#db/queries/return.queries.ts';
import type { ReturnMapping } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';

/** A file that came, read as far as it goes. */
export type ReadFile = {
  readonly name: string;
  readonly sha256: string;
  /** Its bytes; `null` of one that could not even be opened. */
  readonly content: Uint8Array | null;
  readonly tables: readonly ParsedTable[];
  /** Why nothing was read; else `null`. */
  readonly refusal: ReturnRefusal | null;
  /** Names of other files of the same bytes, which count once. */
  readonly twins?: readonly string[];
};

/** The columns that were pointed out before, by the shape they serve. */
export function knownMappings(context: Pick<BackendContext, 'db'>): ReadonlyMap<string, ReturnMapping> {
  // Written by this program from a ReturnMapping that its contract had checked.
  return new Map(listMappings(context.db).map(({ shape, mapping }) => [shape, JSON.parse(mapping) as ReturnMapping]));
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The bytes of a source. @throws AppError as read-foreign-file.ts */
export function bytesOf(source: IntakeSource): Uint8Array {
  return typeof source === 'string' ? readForeignFile(source) : source.bytes;
}

/**
 * Reads one file, with the password it was given or that opened the same file before in this run. What is wrong with
 * one file is told in its place, and the others are read all the same.
 *
 * @throws AppError CANCELLED
 */
export async function readFile(
  context: Pick<BackendContext, 'intake' | 'passwords'>,
  file: { readonly name: string; readonly content: Uint8Array },
  options: {
    readonly password?: string | undefined;
    readonly hints: ReturnHints;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ReadFile> {
  const { name, content } = file;
  const { hints, signal } = options;
  const sha256 = sha256Of(content);
  const password = options.password ?? context.passwords.get(sha256);
  try {
    const { parsed } = await context.intake.readReturn(
      { name, bytes: content },
      { hints, ...(password === undefined ? {} : { password }), ...(signal === undefined ? {} : { signal }) },
    );
    if (password !== undefined) context.passwords.set(sha256, password);
    return { name, sha256, content, tables: parsed.tables, refusal: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
    return { name, sha256, content, tables: [], refusal: refusalOf(error) };
  }
}

export function refusalOf({ code, details }: AppError): ReturnRefusal {
  return { code, details };
}

/**
 * Whether a table has days without a year that the reader could not place, because nothing in the file names a month:
 * it is then read again, once the period is known.
 */
export function wantsYear(table: ParsedTable): boolean {
  if (table.ids !== null || table.said.periods.length > 0) return false;
  return table.rows.some(({ fields }) => fields.reportedOn?.readable === false && fields.reportedOn.text !== '');
}

/** A table as it is kept. */
export function readingOfTable(table: ParsedTable): ReturnReading {
  const { sheet, kind, said } = table;
  return { sheet, kind, reading: JSON.stringify(table), reporter: said.reporter, phone: said.phone };
}
