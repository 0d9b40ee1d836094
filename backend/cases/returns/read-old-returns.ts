import type { BackendContext } from '#backend/calls/context.ts';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { keptFileOf, type ReturnRow } from '#db/queries/return.queries.ts';
import { knownMappings, readFile } from './read-files.ts';
import type { Reviewable } from './reviewable.ts';

/** What is known of a return that was taken in before readings were kept. */
export type ReadOld = Pick<Reviewable, 'table' | 'refusal'>;

/**
 * Reads returns from their stored files of which no reading was kept: those that an earlier version of the program took
 * in. The others are not in the answer. Nothing is written, for a return that is only looked at stays as it is.
 *
 * @returns by id: the table, or why there is none
 */
export async function readOldReturns(
  context: Pick<BackendContext, 'db' | 'intake' | 'passwords'>,
  rows: readonly ReturnRow[],
): Promise<ReadonlyMap<ReturnRow['id'], ReadOld>> {
  const found = new Map<ReturnRow['id'], ReadOld>();
  for (const row of rows) {
    if (row.hasReading || row.state === 'refused') continue;
    const near = row.periodId === null ? null : (findPeriod(context.db, row.periodId)?.endsOn ?? null);
    const { tables, refusal } = await readFile(context, keptFileOf(context.db, row.id), {
      hints: { mappings: knownMappings(context), near, pointed: null },
    });
    const table = tableOf(row, tables);
    found.set(row.id, { table, refusal: table ? null : refusal });
  }
  return found;
}

/** The form that it was: earlier versions took one form of a file. */
function tableOf({ formId }: ReturnRow, tables: readonly ParsedTable[]): ParsedTable | null {
  return tables.find(({ ids }) => ids !== null && ids.formId === formId) ?? tables[0] ?? null;
}
