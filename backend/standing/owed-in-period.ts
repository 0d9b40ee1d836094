import type { PeriodView } from '#shared/domain/overview.ts';
import { isOwedIn, type OwedRow } from '#shared/domain/owed.ts';

/**
 * What is owed in a period, each cell once: where its duty changed in the middle of the period, the better row stands.
 *
 * @param owed as PlanState has it: the rows of a cell beside each other, the better one first
 */
export function owedIn(
  owed: readonly OwedRow[],
  period: Pick<PeriodView, 'kind' | 'startsOn' | 'endsOn'>,
): readonly OwedRow[] {
  let last: OwedRow | undefined;
  return owed.filter((duty) => {
    if (!isOwedIn(duty, period)) return false;
    if (last?.taskId === duty.taskId && last.agencyId === duty.agencyId) return false;
    last = duty;
    return true;
  });
}
