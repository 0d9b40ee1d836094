import { agencyMatches } from '#renderer/view/matrix-filter.ts';
import { AGENCY_KINDS, type AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';

export type AgencyGroup = { readonly kind: AgencyKind; readonly agencies: readonly AgencyView[] };

/**
 * The directory as the matrix orders its columns: by kind, then by position.
 *
 * @param words part of a name, another name or pinyin initials; empty: all
 * @param stays stays listed though it may match no longer: it is being renamed
 */
export function groupAgencies(
  agencies: readonly AgencyView[],
  words: string,
  stays: AgencyId | null = null,
): readonly AgencyGroup[] {
  const shown = agencies.filter((agency) => words.trim() === '' || agency.id === stays || agencyMatches(agency, words));
  return AGENCY_KINDS.flatMap((kind): AgencyGroup[] => {
    const ofKind = shown.filter((agency) => agency.kind === kind).toSorted((a, b) => a.position - b.position);
    return ofKind.length === 0 ? [] : [{ kind, agencies: ofKind }];
  });
}

/**
 * The pair that changes places when an agency moves by one within its kind.
 *
 * @param step -1 up, 1 down
 * @returns the two ids in their new order, or `null` at the edge of the kind
 */
export function swapWithNeighbour(
  agencies: readonly AgencyView[],
  agencyId: AgencyId,
  step: -1 | 1,
): readonly [AgencyId, AgencyId] | null {
  for (const { agencies: ofKind } of groupAgencies(agencies, '')) {
    const at = ofKind.findIndex((agency) => agency.id === agencyId);
    if (at < 0) continue;
    const neighbour = ofKind[at + step];
    if (!neighbour) return null;
    return step < 0 ? [agencyId, neighbour.id] : [neighbour.id, agencyId];
  }
  return null;
}

/** Names typed or pasted, one a line or parted by 、: blanks and repetitions left out. */
export function typedNames(text: string): readonly string[] {
  return [...new Set(text.split(/[\n\r\t、，,；;]+/u).map((name) => name.trim()))].filter((name) => name !== '');
}
