import type { LeaderPatch, Succession } from '#shared/contract/people.contract.ts';
import type { LeaderId } from '#shared/domain/ids.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';

/** Each is one step. @returns whether it went through; a refusal was shown */
export async function setLeader(patch: LeaderPatch): Promise<boolean> {
  return succeeded(await runStep(() => client.people.setLeader(patch)));
}

export async function succeedLeader(succession: Succession): Promise<boolean> {
  return succeeded(await runStep(() => client.people.succeed(succession)));
}

export async function removeLeader(leaderId: LeaderId): Promise<boolean> {
  return succeeded(await runStep(() => client.people.removeLeader({ leaderId })));
}
