import { useQuery } from '@tanstack/react-query';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';
import { overviewShown } from './queries.ts';

const endingsOptions = (planId: PlanId) => orpc.year.endings.queryOptions({ input: { planId } });

/** Made once of each answer: a tooltip asks for one cell among thousands. */
const wordsOf = new WeakMap<object, ReadonlyMap<string, string>>();

function lastYearWords(planId: PlanId, taskId: TaskId, agencyId: AgencyId | null): string | null {
  const endings = queryClient.getQueryData(endingsOptions(planId).queryKey);
  if (!endings) return null;
  const words =
    wordsOf.get(endings) ??
    new Map(endings.map((cell) => [`${cell.taskId}/${cell.agencyId ?? ''}`, cell.ending.words] as const));
  wordsOf.set(endings, words);
  return words.get(`${taskId}/${agencyId ?? ''}`) ?? null;
}

/** Reads how last year's tasks ended, when the plan on show goes on with one of the year before. */
export function useLastYear(task: { readonly id: TaskId }, agencyId: AgencyId | null): string | null {
  const plan = overviewShown()?.plan;
  const hasBefore = plan !== undefined && plan.previousPlanId !== null;
  useQuery({ ...endingsOptions(plan?.id ?? (0 as PlanId)), enabled: hasBefore });
  return hasBefore ? lastYearWords(plan.id, task.id, agencyId) : null;
}

/** How last year ended beside a cell, for tooltips; `null` until it is known, and where there is no year before. */
export function lastYearOf(taskId: TaskId, agencyId: AgencyId): string | null {
  const plan = overviewShown()?.plan;
  return plan && plan.previousPlanId !== null ? lastYearWords(plan.id, taskId, agencyId) : null;
}
