import type { TaskId } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';

/** Puts freshly read rows into the places of the old ones; those not read again stay the same objects. */
export function replaceRows(rows: readonly LedgerRow[], fresh: readonly LedgerRow[]): readonly LedgerRow[] {
  const byCell = new Map(fresh.map((row) => [cellKey(row), row]));
  return rows.map((row) => byCell.get(cellKey(row)) ?? row);
}

/** Whether the tasks have the same rows as before, in the same order and under the same section. */
export function sameCells(
  before: readonly LedgerRow[],
  fresh: readonly LedgerRow[],
  taskIds: readonly TaskId[],
): boolean {
  const wanted = new Set(taskIds);
  const known = before.filter((row) => wanted.has(row.taskId));
  return (
    known.length === fresh.length &&
    known.every((row, index) => {
      const now = fresh[index];
      return now !== undefined && cellKey(row) === cellKey(now) && row.sectionId === now.sectionId;
    })
  );
}

function cellKey({ taskId, agencyId }: LedgerRow): string {
  return `${taskId}/${agencyId}`;
}
