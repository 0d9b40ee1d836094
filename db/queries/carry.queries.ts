import type { CarriedField, CarryPreview } from '#shared/domain/carry.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { isOwedIn } from '#shared/domain/owed.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { listProgress } from './assignment.queries.ts';
import { listOwed } from './owed.queries.ts';
import { getPeriod } from './period.queries.ts';

export type CarryOrder = {
  readonly fromPeriodId: PeriodId;
  readonly intoPeriodId: PeriodId;
  readonly fields: readonly CarriedField[];
  /** Only entries of these tasks; all when left out. */
  readonly taskIds?: readonly TaskId[] | undefined;
  /** Only entries of these agencies; all when left out. */
  readonly agencyIds?: readonly AgencyId[] | undefined;
};

/** What an order would take over. @throws AppError PERIOD_UNKNOWN */
export function previewCarry(db: ReadableDb, order: CarryOrder): CarryPreview {
  const { rows, kept, notOwed } = gatherCarried(db, order);
  return { entries: rows.length, kept, notOwed };
}

/** The entries of the earlier period that the later one takes over, with what is left. @throws AppError PERIOD_UNKNOWN */
export function gatherCarried(db: ReadableDb, order: CarryOrder) {
  const [from, into] = [getPeriod(db, order.fromPeriodId), getPeriod(db, order.intoPeriodId)];
  if (from.planId !== into.planId) throw new AppError('PERIOD_UNKNOWN', { period: from.label });
  const { planId } = into;
  const { taskIds } = order;
  const agencies = order.agencyIds === undefined ? undefined : new Set(order.agencyIds);
  const key = ({ taskId, agencyId }: { readonly taskId: TaskId; readonly agencyId: AgencyId }) =>
    `${taskId}/${agencyId}`;
  const owed = new Set(
    listOwed(db, planId, { taskIds })
      .filter((duty) => isOwedIn(duty, into))
      .map(key),
  );
  const there = new Set(listProgress(db, planId, { periodId: into.id, taskIds }).map(key));
  const said = listProgress(db, planId, { periodId: from.id, taskIds }).filter(
    (row) =>
      (agencies?.has(row.agencyId) ?? true) && order.fields.some((field) => row[field] !== null && row[field] !== ''),
  );
  const kept = said.filter((row) => there.has(key(row))).length;
  const rows = said.filter((row) => !there.has(key(row)) && owed.has(key(row)));
  return { from, into, rows, kept, notOwed: said.length - kept - rows.length };
}
