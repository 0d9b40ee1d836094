import { z } from 'zod';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { CellRef } from '#shared/domain/views.ts';

/** The parts of a logged assignment or progress row that say which matrix cell it belongs to. */
const CellRowSchema = z.object({
  task_id: TaskIdSchema,
  agency_id: AgencyIdSchema,
  period_id: PeriodIdSchema.optional(),
});

/**
 * Which matrix cells a step's changes belong to, each once, in the order of the changes.
 *
 * @param changes table and row JSON before and after, as logged
 */
export function touchedCells(
  changes: readonly { readonly table: string; readonly before: string | null; readonly after: string | null }[],
): readonly CellRef[] {
  const cells = new Map<string, CellRef>();
  for (const change of changes) {
    if (change.table !== 'assignment' && change.table !== 'progress') continue;
    const row = CellRowSchema.parse(JSON.parse(change.after ?? change.before ?? 'null'));
    const cell = { taskId: row.task_id, agencyId: row.agency_id, periodId: row.period_id ?? null };
    cells.set(`${cell.taskId}/${cell.agencyId}/${cell.periodId}`, cell);
  }
  return [...cells.values()];
}
