import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { ProposedAgency } from '#shared/domain/plan-review.ts';
import { draftAgencies } from './agency-draft.ts';

export type AgencyProposal = Omit<ProposedAgency, 'pinyin'>;

/**
 * Who the units of a reading are: known ones as the directory has them, unknown ones with what the reader says they
 * may mean.
 *
 * @param reading the plan as read; aliases that a person confirmed are resolved into `canonical` already
 * @param directory the confirmed directory
 */
export function proposeAgencies(reading: PlanReading, directory: AgencyDirectory): readonly AgencyProposal[] {
  const known = new Set(directory.agencies.map((agency) => agency.name));
  const doubts = new Map(
    reading.warnings.flatMap((warning) => (warning.agency === undefined ? [] : [[warning.agency, warning] as const])),
  );
  return draftAgencies(reading, directory).map((agency): AgencyProposal => {
    const doubt = doubts.get(agency.name);
    const nearest = doubt?.suggestions ?? [];
    const aliasOf = doubt?.code === 'ALIAS_PROPOSED' ? (nearest[0] ?? null) : null;
    return { ...agency, isKnown: known.has(agency.name), aliasOf, nearest };
  });
}
