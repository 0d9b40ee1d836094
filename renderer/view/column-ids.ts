import type { AgencyId } from '#shared/domain/ids.ts';

export const NUMBER_COLUMN = 'number';

export const TITLE_COLUMN = 'title';

/** Begins the id of a column that stands for a folded family. */
export const FOLDED_KIND_PREFIX = 'folded-';

const AGENCY_COLUMN = /^agency-(\d+)$/;

export function agencyColumnId(agencyId: AgencyId): string {
  return `agency-${agencyId}`;
}

/** @returns the agency of a column, or `null` for the number and the title */
export function agencyOfColumn(columnId: string): AgencyId | null {
  const digits = AGENCY_COLUMN.exec(columnId)?.[1];
  // The only maker of such ids is agencyColumnId, so the digits are an agency's id.
  return digits === undefined ? null : (Number(digits) as AgencyId);
}
