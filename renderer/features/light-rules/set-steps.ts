import type { PlanId } from '#shared/domain/ids.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { runStep, type StepCall, succeeded } from '../../state/run-step.ts';

/** Has a plan use a set of light rules. One step. */
export function chooseSet(planId: PlanId, name: string): Promise<boolean> {
  return stepOfSets(() => client.light.choose({ planId, name }));
}

/** Keeps an own set, in place of the one called `was` if there is one. One step. */
export function saveSet(set: LightRuleSet, was: string | undefined): Promise<boolean> {
  return stepOfSets(() => client.light.saveSet({ set, ...(was === undefined ? {} : { was }) }));
}

/** Removes an own set. One step. */
export function removeSet(name: string): Promise<boolean> {
  return stepOfSets(() => client.light.removeSet({ name }));
}

/** @returns whether it went through; a refusal has been shown */
async function stepOfSets(write: StepCall): Promise<boolean> {
  const outcome = await runStep(write);
  await queryClient.invalidateQueries({ queryKey: orpc.light.sets.key() });
  return succeeded(outcome);
}
