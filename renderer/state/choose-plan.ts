import type { PlanId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { client } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';
import { keepNumbers, recallNumbers } from '../bridge/sitting.ts';
import { overviewOptions, overviewShown } from './queries.ts';
import { runStep } from './run-step.ts';
import { showPlan, stayInPlan, useWindowState } from './window-state.ts';

/** The plan chosen in each data file, by the moment the file was made; kept for this sitting. */
const CHOSEN_PLANS = 'chosen-plans';

/** Shows another plan of the data file, as it was left. */
export function choosePlan(planId: PlanId): void {
  const overview = overviewShown();
  if (!overview || overview.plan.id === planId) return;
  keepNumbers(CHOSEN_PLANS, { ...recallNumbers(CHOSEN_PLANS), [overview.createdAt]: planId });
  showPlan(planId, overview.plan.id);
}

/** Goes back to the plan of this file that was on show before another file was opened. */
export function settlePlan({ createdAt, plans, plan }: Overview): void {
  if (useWindowState.getState().planId !== null) return;
  const chosen = recallNumbers(CHOSEN_PLANS)[createdAt];
  const found = plans.find(({ id }) => id === chosen);
  if (found && found.id !== plan.id) showPlan(found.id, plan.id);
}

/** Leaves a plan that is no longer in the file, for the newest one. */
export function leavePlan(): void {
  showPlan(null, null);
}

/** Puts a plan aside as one of the past, or takes it back. The one on show stays on show. */
export async function archivePlan(planId: PlanId, archived: boolean): Promise<void> {
  const overview = overviewShown();
  if (overview && useWindowState.getState().planId === null) {
    queryClient.setQueryData(overviewOptions(overview.plan.id).queryKey, overview);
    stayInPlan(overview.plan.id);
  }
  await runStep(() => client.plan.archive({ planId, archived }));
}
