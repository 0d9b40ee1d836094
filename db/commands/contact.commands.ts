import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { ContactPatch } from '#shared/contract/people.contract.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { contactsOf, findContact } from '../queries/contact.queries.ts';

/**
 * Names the contact of an agency. Without `contactId` a new one takes over and who was it before stays in the history;
 * with it that entry is corrected.
 *
 * @param patch `since` left out: of a new one today
 * @throws AppError AGENCY_GONE | CONTACT_GONE | CONTACT_EMPTY | NOTHING_TO_CHANGE
 */
export function setContact(db: WritableDb, patch: ContactPatch, today: string, made: Made): CommittedStep {
  const { agencyId, contactId, reporter, phone, post, note } = patch;
  const { shortName } = getAgency(db, agencyId);
  if (reporter === '' && phone === '') throw new AppError('CONTACT_EMPTY', { agency: shortName });
  const words = { reporter, phone, post, note };
  const code = 'people.setContact';
  if (contactId !== undefined) {
    const present = contactsOf(db, agencyId).find((contact) => contact.id === contactId);
    if (!present) throw new AppError('CONTACT_GONE', { agency: shortName });
    const values = { ...words, since: patch.since ?? present.since };
    const label = `更正联络员：${shortName} ${reporter}`;
    return commitStep(db, { code, label, ...made }, [{ table: 'agency_contact', id: contactId, values }]);
  }
  const before = findContact(db, agencyId);
  if (
    before &&
    before.reporter === reporter &&
    before.phone === phone &&
    before.post === post &&
    before.note === note
  ) {
    throw new AppError('NOTHING_TO_CHANGE');
  }
  const values = { agency_id: agencyId, ...words, since: patch.since ?? today, return_id: null };
  const label =
    before && before.reporter !== '' && before.reporter !== reporter
      ? `联络员接替：${shortName} ${before.reporter} → ${reporter}`
      : `联络员：${shortName} ${reporter || phone}`;
  return commitStep(db, { code, label, ...made }, [{ table: 'agency_contact', id: null, values }]);
}
