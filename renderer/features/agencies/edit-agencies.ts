import type { AgencyPatch } from '#shared/contract/agency.contract.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';

/** What the directory's screen writes; each is one step, shown and refused as any other. */

export async function updateAgency(agencyId: AgencyId, patch: AgencyPatch): Promise<void> {
  await runStep(() => client.agency.update({ agencyId, patch }));
}

/** @returns the first new agency, or `null` when it was refused */
export async function addAgencies(names: readonly string[], kind: AgencyKind | null): Promise<AgencyId | null> {
  const agencies = names.map((name) => ({ name, ...(kind === null ? {} : { kind }) }));
  const outcome = await runStep(() => client.agency.add({ agencies }));
  return succeeded(outcome) ? (outcome.touched[0]?.agencyId ?? null) : null;
}

export async function reorderAgencies(agencyIds: readonly AgencyId[]): Promise<void> {
  await runStep(() => client.agency.reorder({ agencyIds: [...agencyIds] }));
}

/** @returns whether it was done */
export async function mergeAgencies(from: AgencyId, into: AgencyId): Promise<boolean> {
  return succeeded(await runStep(() => client.agency.merge({ from, into })));
}

export async function removeAgency(agencyId: AgencyId): Promise<void> {
  await runStep(() => client.agency.remove({ agencyId }));
}
