import type { ReadableDb } from '#db/handle.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listReturns, type ReturnScope } from '#db/queries/return.queries.ts';
import { listAgencyNames } from '#db/queries/standing.queries.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { ReturnSummary } from '#shared/domain/return-review.ts';

/** Returns as lines of a list, in the order they came. */
export function summarizeReturns(db: ReadableDb, scope: ReturnScope): readonly ReturnSummary[] {
  const names = new Map(listAgencyNames(db).map(({ id, name }) => [id, name]));
  const labels = new Map<PeriodId, string>();
  const labelOf = (id: PeriodId): string => {
    const label = labels.get(id) ?? findPeriod(db, id)?.label ?? '';
    labels.set(id, label);
    return label;
  };
  return listReturns(db, scope).map((row) => ({
    returnId: row.id,
    fileName: row.fileName,
    sha256: row.sha256,
    state: row.state,
    version: row.version,
    planId: row.planId,
    agencyId: row.agencyId,
    agencyName: row.agencyId === null ? '' : (names.get(row.agencyId) ?? ''),
    periodId: row.periodId,
    periodLabel: row.periodId === null ? '' : labelOf(row.periodId),
    sheet: row.sheet,
    receivedAt: row.receivedAt,
    takenInAt: row.takenInAt,
    takenCells: row.takenCells,
    reasons: row.reasons,
  }));
}
