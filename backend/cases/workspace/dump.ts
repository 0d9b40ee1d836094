import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { Dump } from '#shared/domain/overview.ts';

/** A plan's whole state by names instead of ids, in a stable order: two equal files give equal dumps. */
export function dump(db: ReadableDb, planId: PlanId): Dump {
  const state = loadPlanState(db, planId, {
    parts: ['plan', 'agencies', 'tasks', 'assignments', 'periods', 'progress'],
  });
  const taskNumber = lookup(state.tasks, (task) => task.number);
  const agencyName = lookup(state.agencies, (agency) => agency.name);
  const periodLabel = lookup(state.periods, (period) => period.label);
  return {
    plan: state.plan,
    agencies: state.agencies,
    assignments: state.assignments.map(({ taskId, agencyId, role, position, origin, writtenAs, span }) => ({
      task: taskNumber(taskId),
      agency: agencyName(agencyId),
      role,
      position,
      origin,
      writtenAs,
      span,
    })),
    periods: state.periods,
    progress: state.progress.map(({ id: _, taskId, agencyId, periodId, ...progress }) => ({
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
