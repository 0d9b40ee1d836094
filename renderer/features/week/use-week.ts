import { useQuery } from '@tanstack/react-query';
import type { PlanId } from '#shared/domain/ids.ts';
import type { WeekCard } from '#shared/domain/week-card.ts';
import { orpc } from '../../bridge/client.ts';

/**
 * The week of a plan. Asked for once the plan is on show; afterwards, while the card is closed, what a step has changed
 * is read only when it opens again: a cell that is typed never waits for it.
 *
 * @param ready the first picture stands
 * @param open the card is open
 */
export function useWeek(planId: PlanId, ready: boolean, open: boolean): WeekCard | undefined {
  const options = orpc.page.week.queryOptions({ input: { planId } });
  return useQuery({
    ...options,
    enabled: (query) => ready && (open || query.state.data === undefined),
  }).data;
}
