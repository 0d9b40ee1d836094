import type { AgencyId, ReturnId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** Who fills in the forms of an agency, as the last of them said. */
export type ContactRow = {
  readonly agencyId: AgencyId;
  readonly reporter: string;
  readonly phone: string;
  /** ISO date and time. */
  readonly since: string;
};

const SELECT_CONTACT = 'SELECT agency_id AS agencyId, reporter, phone, since FROM agency_contact';

/** The contact of every agency that has one. */
export function listContacts(db: ReadableDb): readonly ContactRow[] {
  const newest = 'SELECT max(id) FROM agency_contact GROUP BY agency_id';
  return prepared(db, `${SELECT_CONTACT} WHERE id IN (${newest}) ORDER BY agency_id`).all() as ContactRow[];
}

/** The contact of an agency that stands, or `undefined`. */
export function findContact(db: ReadableDb, agencyId: AgencyId): ContactRow | undefined {
  const sql = `${SELECT_CONTACT} WHERE agency_id = ? ORDER BY id DESC LIMIT 1`;
  return prepared(db, sql).get(agencyId) as ContactRow | undefined;
}

/** Rows of the contacts that a return brought. */
export function listContactsOf(db: ReadableDb, returnId: ReturnId): readonly number[] {
  const rows = prepared(db, 'SELECT id FROM agency_contact WHERE return_id = ? ORDER BY id').all(returnId);
  return (rows as { readonly id: number }[]).map(({ id }) => id);
}
