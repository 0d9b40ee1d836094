import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import type { ReturnPlace } from '#db/commands/return.commands.ts';
import type { ReadableDb } from '#db/handle.ts';
import { isReturnTakenIn, type ReturnRefusal, type ReturnRow, readingOf } from '#db/queries/return.queries.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';

/** A table that can be compared with what stands: kept in the data file, or just read and not kept. */
export type Reviewable = Pick<
  ReturnFileReview,
  'returnId' | 'fileName' | 'sha256' | 'sheet' | 'state' | 'version' | 'receivedAt' | 'seenBefore' | 'reasons'
> & {
  readonly kind: ReturnRow['kind'];
  readonly namedBy: ReturnRow['namedBy'];
  /** As kept with the return; all `null` for one that was just read. */
  readonly place: ReturnPlace;
  /** `null`: nothing could be read. */
  readonly table: ParsedTable | null;
  /** Why the program refused it when it came; a clerk's refusal has reasons instead. */
  readonly refusal: ReturnRefusal | null;
  readonly reporter: string;
  readonly phone: string;
};

export const NO_PLACE: ReturnPlace = { planId: null, agencyId: null, periodId: null, formId: null };

/** A return of the data file, with what was read of it. */
export function reviewableOf(db: ReadableDb, row: ReturnRow): Reviewable {
  const { id: returnId, planId, agencyId, periodId, formId, ...rest } = row;
  return {
    ...rest,
    returnId,
    place: { planId, agencyId, periodId, formId },
    table: tableOfReturn(db, row),
    seenBefore: isReturnTakenIn(db, row.sha256, returnId),
  };
}

/** The table of a return as it was read, or `null`. */
export function tableOfReturn(db: ReadableDb, row: Pick<ReturnRow, 'id' | 'hasReading'>): ParsedTable | null {
  if (!row.hasReading) return null;
  const json = readingOf(db, row.id);
  // Written by this program from a ParsedTable; the schema holds it to be JSON.
  return json === null ? null : (JSON.parse(json) as ParsedTable);
}
