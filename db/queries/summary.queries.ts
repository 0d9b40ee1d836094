import { z } from 'zod';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { AgencyIdSchema } from '#shared/domain/ids.ts';
import { SUMMARY_PARTS, type SummarySentence } from '#shared/domain/summary.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A summary as it was saved. */
export type SummaryRow = {
  readonly id: number;
  readonly sentences: readonly SummarySentence[];
  /** Its texts were written into the lead's entry, and nothing of it was changed since. */
  readonly adopted: boolean;
};

const StoredSchema = z.array(
  z.strictObject({
    part: z.enum(SUMMARY_PARTS),
    kind: z.enum(['quoted', 'edited', 'own', 'program']),
    text: z.string(),
    sources: z.array(z.strictObject({ agencyId: AgencyIdSchema, field: z.enum(SUMMARY_PARTS), verbatim: z.string() })),
  }),
);

/** The summary of a lead for a period, or `undefined` when none was saved. */
export function findSummary(
  db: ReadableDb,
  taskId: TaskId,
  agencyId: AgencyId,
  periodId: PeriodId,
): SummaryRow | undefined {
  const sql = 'SELECT id, sentences, adopted FROM summary WHERE task_id = ? AND agency_id = ? AND period_id = ?';
  const row = prepared(db, sql).get(taskId, agencyId, periodId) as
    | { readonly id: number; readonly sentences: string; readonly adopted: 0 | 1 }
    | undefined;
  return row && { id: row.id, sentences: StoredSchema.parse(JSON.parse(row.sentences)), adopted: row.adopted === 1 };
}
