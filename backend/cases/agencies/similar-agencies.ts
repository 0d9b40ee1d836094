import type { AgencyView, SimilarAgencies } from '#shared/domain/views.ts';
import { nearestNames } from '../../plan/nearest-names.ts';

/** Every name is compared with every other; a list longer than this is no directory, and would take seconds. */
const COMPARED_MAX = 500;

/** Agencies that may be one unit under two names, as the reader of plans judges names. */
export function similarAgencies(agencies: readonly AgencyView[]): readonly SimilarAgencies[] {
  if (agencies.length > COMPARED_MAX) return [];
  const idOf = new Map(agencies.map((agency) => [agency.name, agency.id]));
  return agencies.flatMap(({ id: agencyId, name }): SimilarAgencies[] => {
    const others = agencies
      .filter((other) => other.id !== agencyId)
      .map((other) => ({ ...other, aliases: [...other.aliases, ...other.formerNames], members: [] }));
    const nearest = nearestNames(name, { title: '', agencies: others }).flatMap((near) => idOf.get(near) ?? []);
    return nearest.length === 0 ? [] : [{ agencyId, nearest }];
  });
}
