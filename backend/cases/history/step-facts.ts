import type { ReadableDb } from '#db/handle.ts';
import { listPlans } from '#db/queries/plan.queries.ts';
import { listAgencyNames } from '#db/queries/standing.queries.ts';
import { findStep, listChanges } from '#db/queries/step.queries.ts';
import { listTaskNumbers } from '#db/queries/task-number.queries.ts';
import type { StepFact } from '#shared/domain/cell-history.ts';
import type { StepId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { comparedFacts } from './cell-history.ts';
import { FACT_TABLES, readLoggedRow } from './facts-of-row.ts';
import { otherFact } from './other-facts.ts';
import { rowNames } from './row-names.ts';

/** Nobody reads more of one step; the log itself keeps all. */
const CHANGES_MAX = 1000;

/**
 * What one step changed, in the order of its changes: where, old and new as texts.
 *
 * @throws AppError STEP_UNKNOWN
 */
export function stepFacts(db: ReadableDb, stepId: StepId): readonly StepFact[] {
  if (!findStep(db, stepId)) throw new AppError('STEP_UNKNOWN', { step: stepId });
  const names = rowNames(
    db,
    listPlans(db).map(({ id }) => id),
  );
  const numbers = new Map<number, number>(listTaskNumbers(db).map(({ id, number }) => [id, number]));
  const agencies = new Map<number, string>(listAgencyNames(db).map(({ id, name }) => [id, name]));
  return listChanges(db, stepId, CHANGES_MAX).flatMap(({ table, rowId, before, after }): StepFact[] => {
    if (table !== 'task' && !FACT_TABLES.includes(table)) {
      const fact = otherFact(table, before, after);
      return fact
        ? [
            {
              task: null,
              agency: fact.agencyId === null ? null : (agencies.get(fact.agencyId) ?? null),
              fact: 'other',
              period: null,
              before: fact.before,
              after: fact.after,
            },
          ]
        : [];
    }
    const [old, now] = [readLoggedRow(before), readLoggedRow(after)];
    const row = now ?? old;
    const taskId = table === 'task' ? rowId : (row?.task_id ?? null);
    const agencyId = row?.agency_id ?? null;
    return comparedFacts(table, old, now, names).map((fact) => ({
      task: taskId === null ? null : (numbers.get(taskId) ?? null),
      agency: agencyId === null ? null : (agencies.get(agencyId) ?? null),
      ...fact,
    }));
  });
}
