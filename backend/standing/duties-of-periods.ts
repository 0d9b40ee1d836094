import type { ReadableDb } from '#db/handle.ts';
import { type ClosedDuties, closedTextOf, findClosedDuties } from '#db/queries/closed-duty.queries.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { owedIn } from './owed-in-period.ts';
import type { PlanState } from './plan-state.ts';

/**
 * What was owed in each of several periods, each cell once, and who was a member then: of a closed period as it was
 * when it was closed, of an open one as it is now. Whoever looks at one period alone names it in the scope of
 * `loadPlanState` and has the same.
 *
 * @param state read without a period
 */
export function dutiesByPeriod(
  db: ReadableDb,
  state: Pick<PlanState, 'owed' | 'memberships'>,
): (period: PeriodView) => Pick<PlanState, 'owed' | 'memberships'> {
  // Most months of a year owe the same: what is the same is taken apart once.
  const known = new Map<string, ClosedDuties | undefined>();
  return (period) => {
    const closed = period.closedOn === null ? undefined : closedDuties(db, period, known);
    return closed ?? { owed: owedIn(state.owed, period), memberships: state.memberships };
  };
}

function closedDuties(
  db: ReadableDb,
  period: PeriodView,
  known: Map<string, ClosedDuties | undefined>,
): ClosedDuties | undefined {
  const text = closedTextOf(db, period.id);
  if (!known.has(text)) known.set(text, findClosedDuties(db, period.id));
  return known.get(text);
}
