import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { type GroupsOfMember, NO_GROUPS } from './inherited-marks.ts';
import type { MatrixView } from './matrix-view.ts';

/**
 * Chooses the columns.
 *
 * @param before what is shown now; a column whose last duty was just taken away stays until the clerk asks anew,
 *   because a column that vanishes under the hand takes the place of the next entry with it
 * @param groups groups that are expanded: their members owe what they owe
 * @returns agencies in the plan's order; the very array `before` when nothing a column shows has changed
 */
export function shownAgencies(
  agencies: readonly AgencyView[],
  { dutiesOnly, hiddenAgencies }: Pick<MatrixView, 'dutiesOnly' | 'hiddenAgencies'>,
  before: readonly AgencyView[],
  groups: GroupsOfMember = NO_GROUPS,
): readonly AgencyView[] {
  const owing = new Set(agencies.filter((agency) => agency.duties > 0).map((agency) => agency.id));
  const inherits = (id: AgencyId) => groups.get(id)?.some((group) => owing.has(group.id)) ?? false;
  const staying = new Set(before.map((agency) => agency.id));
  const shown = agencies
    .filter((agency) => !hiddenAgencies.includes(agency.id))
    .filter(({ active, duties }) => active || duties > 0)
    .filter(({ id, duties }) => !dutiesOnly || duties > 0 || staying.has(id) || inherits(id))
    .toSorted((one, other) => one.position - other.position);
  return shown.length === before.length && shown.every((agency, index) => sameColumn(agency, before[index]))
    ? before
    : shown;
}

function sameColumn(one: AgencyView, other: AgencyView | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.name === other.name &&
    one.shortName === other.shortName &&
    one.kind === other.kind
  );
}
