import type { ReadableDb } from '#db/handle.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { getPlan, listTasks } from '#db/queries/plan.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { Dump } from '#shared/domain/overview.ts';

/** A plan's whole state by names instead of ids, in a stable order: two equal files give equal dumps. */
export function dump(db: ReadableDb, planId: PlanId): Dump {
  const agencies = listAgencies(db);
  const periods = listPeriods(db, planId);
  const taskNumber = lookup(listTasks(db, planId), (task) => task.number);
  const agencyName = lookup(agencies, (agency) => agency.name);
  const periodLabel = lookup(periods, (period) => period.label);
  return {
    plan: getPlan(db, planId),
    agencies,
    assignments: listAssignments(db, planId).map(({ id: _, taskId, agencyId, ...assignment }) => ({
      task: taskNumber(taskId),
      agency: agencyName(agencyId),
      ...assignment,
    })),
    periods,
    progress: listProgress(db, planId).map(({ id: _, taskId, agencyId, periodId, ...progress }) => ({
      task: taskNumber(taskId),
      agency: agencyName(agencyId),
      period: periodLabel(periodId),
      ...progress,
    })),
  };
}

function lookup<Row extends { readonly id: number }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): (id: Row['id']) => Value {
  const values = new Map(rows.map((row) => [row.id, value(row)]));
  return (id) => {
    const found = values.get(id);
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };
}
