import { z } from 'zod';
import type { ReadableDb } from '#db/handle.ts';
import { type RowValues, type RowWrite, readRow } from '#db/log/row-writer.ts';
import { findAgency } from '#db/queries/agency.queries.ts';
import { findTask } from '#db/queries/plan.queries.ts';
import type { listChanges } from '#db/queries/step.queries.ts';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { CellRef } from '#shared/domain/step.ts';

/** A cell that somebody changed after the return had been taken in. */
export type ChangedSince = CellRef & { readonly label: string };

type Change = ReturnType<typeof listChanges>[number];

const PlaceSchema = z.object({ task_id: TaskIdSchema, agency_id: AgencyIdSchema, period_id: PeriodIdSchema });

/** A row of the log. */
export function parsedRow(json: string | null): RowValues | null {
  // The log and the writer hold rows of this database: texts, numbers and null.
  return json === null ? null : (JSON.parse(json) as RowValues);
}

/**
 * What taking a return back does to the values of targets that it wrote: each gets what it was before, and one that was
 * new goes away, unless the agency's cumulative value stands in it.
 *
 * @param changes of the steps that took it in, the newest first
 */
export function takeBackValues(
  db: ReadableDb,
  changes: readonly Change[],
  { mine, includeChanged }: { readonly mine: ReadonlySet<string>; readonly includeChanged: boolean },
): { readonly rows: readonly RowWrite[]; readonly cells: number; readonly changedSince: readonly ChangedSince[] } {
  const now = new Map<number, RowValues | null>();
  const touched = new Set<number>();
  const changedSince = new Map<number, ChangedSince>();
  for (const { table, rowId, before, after } of changes) {
    if (table !== 'target_value' || after === null) continue;
    const [was, became] = [parsedRow(before), parsedRow(after)];
    const { task_id, agency_id, period_id } = PlaceSchema.parse(became);
    const back = was?.['value'] ?? null;
    if (!mine.has(`${task_id}/${agency_id}`) || back === (became?.['value'] ?? null)) continue;
    if (!now.has(rowId)) now.set(rowId, parsedRow(readRow(db, 'target_value', rowId)));
    const present = now.get(rowId) ?? null;
    const stands = present !== null && present['value'] === became?.['value'];
    if (!stands) {
      const who = `第 ${findTask(db, task_id)?.number ?? '?'} 项 ${findAgency(db, agency_id)?.shortName ?? '?'}`;
      changedSince.set(rowId, {
        taskId: task_id,
        agencyId: agency_id,
        periodId: period_id,
        label: `${who} 指标本期值`,
      });
    }
    if (present === null || !(stands || includeChanged)) continue;
    now.set(rowId, { ...present, value: back });
    touched.add(rowId);
  }
  const rows = [...touched].map((id): RowWrite => {
    const { value = null, cumulative = null } = now.get(id) ?? {};
    return { table: 'target_value', id, values: value === null && cumulative === null ? null : { value } };
  });
  return { rows, cells: touched.size, changedSince: [...changedSince.values()] };
}
