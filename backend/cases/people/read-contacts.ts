import type { ReadableDb } from '#db/handle.ts';
import { getAgency, listAgencies } from '#db/queries/agency.queries.ts';
import { contactsOf } from '#db/queries/contact.queries.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { ContactView } from '#shared/domain/people.ts';

/**
 * 联络员 of one agency or of all of them, in the order of the matrix, with those before.
 *
 * @throws AppError AGENCY_GONE
 */
export function readContacts(db: ReadableDb, agencyId?: AgencyId): readonly ContactView[] {
  const agencies = agencyId === undefined ? listAgencies(db) : [getAgency(db, agencyId)];
  return agencies.flatMap(({ id, name }) =>
    contactsOf(db, id).map(({ returnId, ...contact }, index) => ({
      ...contact,
      agency: name,
      stands: index === 0,
      fromReturn: returnId !== null,
    })),
  );
}
