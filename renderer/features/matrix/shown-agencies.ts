import type { AgencyView } from '#shared/domain/views.ts';
import type { MatrixView } from '../../state/matrix-view.ts';

/**
 * Chooses the columns.
 *
 * @param before what is shown now; a column whose last duty was just taken away stays until the clerk asks anew,
 *   because a column that vanishes under the hand takes the place of the next entry with it
 * @returns agencies in the plan's order; the very array `before` when nothing a column shows has changed
 */
export function shownAgencies(
  agencies: readonly AgencyView[],
  { dutiesOnly, hiddenAgencies }: Pick<MatrixView, 'dutiesOnly' | 'hiddenAgencies'>,
  before: readonly AgencyView[],
): readonly AgencyView[] {
  const staying = new Set(before.map((agency) => agency.id));
  const shown = agencies
    .filter((agency) => !hiddenAgencies.includes(agency.id))
    .filter((agency) => !dutiesOnly || agency.duties > 0 || staying.has(agency.id))
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
