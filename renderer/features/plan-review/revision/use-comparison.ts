import { useEffect, useState } from 'react';
import { toAppError } from '#renderer/bridge/app-error.ts';
import { client } from '#renderer/bridge/client.ts';
import { planIdShown } from '#renderer/state/queries.ts';
import { showError } from '#renderer/ui/toasts.ts';
import type { PlanComparison } from '#shared/domain/plan-comparison.ts';
import { type Draft, planOf } from '../draft/draft.ts';

/** After the last edit. Shorter: every key press is compared; longer: the list lags behind the hand. */
const WAIT_MS = 300;

/** A document beside the open plan, compared again after each edit. @returns `null` until the first answer */
export function useComparison(reviewId: string, draft: Draft): PlanComparison | null {
  const [comparison, setComparison] = useState<PlanComparison | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const compare = async (): Promise<void> => {
      try {
        const found = await client.plan.compareRevision({ planId: planIdShown(), reviewId, ...planOf(draft) });
        if (isCurrent) setComparison(found);
      } catch (reason) {
        if (isCurrent) showError(toAppError(reason));
      }
    };
    const timer = setTimeout(() => void compare(), WAIT_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [reviewId, draft]);
  return comparison;
}
