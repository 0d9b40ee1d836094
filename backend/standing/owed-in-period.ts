import type { PeriodView } from '#shared/domain/overview.ts';
import { isOwedIn, type OwedRow } from '#shared/domain/owed.ts';

/**
 * What is owed in a period, each cell once: where its duty changed in the middle of the period, the better row stands
 * (it comes first in `owed`).
 */
export function owedIn(owed: readonly OwedRow[], period: Pick<PeriodView, 'startsOn' | 'endsOn'>): readonly OwedRow[] {
  const seen = new Set<string>();
  return owed.filter((duty) => {
    const key = `${duty.taskId}/${duty.agencyId}`;
    if (seen.has(key) || !isOwedIn(duty, period)) return false;
    seen.add(key);
    return true;
  });
}
