import { indexNames, nearestIn } from '#backend/plan/nearest-names.ts';
import type { AgencyView, SimilarAgencies } from '#shared/domain/agency-views.ts';

/** Every name is compared with every other; a list longer than this is no directory, and would take seconds. */
const COMPARED_MAX = 500;

/** Agencies that may be one unit under two names, as the reader of plans judges names. */
export function similarAgencies(agencies: readonly AgencyView[]): readonly SimilarAgencies[] {
  if (agencies.length > COMPARED_MAX) return [];
  const idOf = new Map(agencies.map((agency) => [agency.name, agency.id]));
  const index = indexNames(
    agencies.map(({ name, shortName, aliases, formerNames }) => {
      return { name, shortName, aliases: [...aliases, ...formerNames] };
    }),
  );
  return agencies.flatMap(({ id: agencyId, name }): SimilarAgencies[] => {
    const nearest = nearestIn(index, name).flatMap((near) => idOf.get(near) ?? []);
    return nearest.length === 0 ? [] : [{ agencyId, nearest }];
  });
}
