import type { AgencyId, ReturnId, RowId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** Who fills in the forms of an agency, as the last of them or a person said. */
export type ContactRow = {
  readonly id: RowId;
  readonly agencyId: AgencyId;
  readonly reporter: string;
  readonly phone: string;
  readonly post: string;
  readonly note: string;
  /** ISO date and time of a form; ISO date when a person said so. */
  readonly since: string;
  readonly returnId: ReturnId | null;
};

const SELECT_CONTACT = `SELECT id, agency_id AS agencyId, reporter, phone, post, note, since, return_id AS returnId
                        FROM agency_contact`;

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

/** All contacts an agency ever had, the one that stands first. */
export function contactsOf(db: ReadableDb, agencyId: AgencyId): readonly ContactRow[] {
  return prepared(db, `${SELECT_CONTACT} WHERE agency_id = ? ORDER BY id DESC`).all(agencyId) as ContactRow[];
}

/** Rows of the contacts that a return brought. */
export function listContactsOf(db: ReadableDb, returnId: ReturnId): readonly number[] {
  const rows = prepared(db, 'SELECT id FROM agency_contact WHERE return_id = ? ORDER BY id').all(returnId);
  return (rows as { readonly id: number }[]).map(({ id }) => id);
}
