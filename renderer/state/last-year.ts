import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { PlanView } from '#shared/domain/overview.ts';
import { orpc } from '../bridge/client.ts';
import { keepLastYear } from './last-year-words.ts';

const NO_YEAR_BEFORE: ReadonlyMap<string, string> = new Map();

/** Reads how last year's tasks ended, when the plan on show goes on with one of the year before, for whoever asks. */
export function useLastYear(plan: PlanView): void {
  const hasBefore = plan.previousPlanId !== null;
  const { data } = useQuery({
    ...orpc.year.endings.queryOptions({ input: { planId: plan.id } }),
    enabled: hasBefore,
  });
  const words = useMemo(
    () =>
      hasBefore && data
        ? new Map(data.map(({ taskId, agencyId, ending }) => [`${taskId}/${agencyId ?? ''}`, ending.words] as const))
        : NO_YEAR_BEFORE,
    [hasBefore, data],
  );
  useEffect(() => keepLastYear(words), [words]);
}
