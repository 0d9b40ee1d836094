import type { PlanState } from '#backend/standing/plan-state.ts';
import { currentPeriod } from '#shared/domain/period.ts';
import { meetsTarget, standingOfTarget, targetKey, valuesByTarget } from '#shared/domain/target-standing.ts';
import type { TaskPage } from '#shared/domain/task-page.ts';

type Ground = Pick<PlanState, 'plan' | 'periods' | 'targets' | 'targetValues'>;

/** How each target stands at the end of the current period with each agency that reported for it, in their order. */
export function targetsStanding(
  { plan, periods, targets, targetValues }: Ground,
  today: string,
): TaskPage['targetStandings'] {
  const endsOn = currentPeriod(periods, today, plan.cadence)?.endsOn ?? today;
  const values = valuesByTarget(targetValues, periods);
  return targets.flatMap((target) => {
    const agencyIds = new Set(targetValues.filter((row) => row.targetId === target.id).map((row) => row.agencyId));
    return [...agencyIds].map((agencyId) => {
      const known = values.get(targetKey(target.id, agencyId)) ?? [];
      const standing = standingOfTarget(target, known, { year: plan.year, endsOn, today });
      return { targetId: target.id, agencyId, ...standing, meets: meetsTarget(target, standing.cumulative) };
    });
  });
}
