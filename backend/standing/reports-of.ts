import type { PeriodId } from '#shared/domain/ids.ts';
import type { Report } from './gather-facts.ts';
import type { PlanState } from './plan-state.ts';
import { type PlacedReport, reportOf } from './standing.ts';

/** A value of a target without any entry beside it: something was reported, and no status with it. */
const VALUE_ALONE: Report = { status: null, percent: null, said: true };

/**
 * What agencies reported for a period, as lights see it: their entries, and where only values of targets were given
 * those alone. db/queries/standing.queries.ts says the same in SQL.
 */
export function reportsOf(
  { progress, targetValues }: Pick<PlanState, 'progress' | 'targetValues'>,
  periodId: PeriodId,
): readonly PlacedReport[] {
  const key = (row: { readonly taskId: number; readonly agencyId: number }) => `${row.taskId}/${row.agencyId}`;
  const valued = new Map(targetValues.flatMap((row) => (row.periodId === periodId ? [[key(row), row] as const] : [])));
  const entries = progress.filter((entry) => entry.periodId === periodId);
  const written = new Set(entries.map(key));
  return [
    ...entries.map((entry) => {
      const report = reportOf(entry);
      return { ...entry, ...report, ...(valued.has(key(entry)) ? { said: true, carried: false } : {}) };
    }),
    ...[...valued].flatMap(([place, { taskId, agencyId }]) =>
      written.has(place) ? [] : [{ taskId, agencyId, ...VALUE_ALONE }],
    ),
  ];
}
