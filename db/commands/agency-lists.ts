import type { RowWrite } from '#db/log/row-writer.ts';
import { isNamed } from '#shared/domain/agency.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { getAgency, listAgencies } from '../queries/agency.queries.ts';

/** Row writes that bring the lists of an agency (other names, members) from what they are to what they shall be. */

/**
 * @param agency its name as it shall be; `id: null` for one that is yet to be inserted
 * @returns deletions first, so that a name can change its list or its place within the step
 * @throws AppError AGENCY_NAME_TAKEN when one of the names is another agency's
 */
export function nameWrites(
  db: ReadableDb,
  agency: { readonly id: AgencyId | null; readonly name: string },
  lists: { readonly aliases: readonly string[]; readonly formerNames: readonly string[] },
): readonly RowWrite[] {
  const wanted = new Map<string, string>();
  for (const alias of lists.formerNames) wanted.set(alias, 'former');
  for (const alias of lists.aliases) wanted.set(alias, 'alias');
  wanted.delete(agency.name);
  const others = listAgencies(db).filter((other) => other.id !== agency.id);
  for (const name of [agency.name, ...wanted.keys()]) {
    if (others.some((other) => isNamed(other, name))) throw new AppError('AGENCY_NAME_TAKEN', { name });
  }
  const present = prepared(db, 'SELECT id, alias, kind FROM agency_alias WHERE agency_id = ?').all(agency.id) as {
    readonly id: number;
    readonly alias: string;
    readonly kind: string;
  }[];
  const kept = new Set(present.map(({ alias }) => alias));
  return [
    ...present.map(({ id, alias }): RowWrite => {
      const kind = wanted.get(alias);
      return { table: 'agency_alias', id, values: kind === undefined ? null : { kind } };
    }),
    ...[...wanted]
      .filter(([alias]) => !kept.has(alias))
      .map(
        ([alias, kind]): RowWrite => ({
          table: 'agency_alias',
          id: null,
          values: { agency_id: agency.id, alias, kind },
        }),
      ),
  ];
}

/**
 * @param groupId `null` for a group that is yet to be inserted
 * @throws AppError AGENCY_GONE when a member does not exist
 */
export function memberWrites(
  db: ReadableDb,
  groupId: AgencyId | null,
  members: readonly AgencyId[],
): readonly RowWrite[] {
  const wanted = new Set(members.filter((member) => member !== groupId));
  for (const member of wanted) getAgency(db, member);
  const present = prepared(db, 'SELECT id, member_id AS member FROM agency_member WHERE group_id = ?').all(groupId) as {
    readonly id: number;
    readonly member: AgencyId;
  }[];
  return [
    ...present
      .filter(({ member }) => !wanted.delete(member))
      .map(({ id }): RowWrite => ({ table: 'agency_member', id, values: null })),
    ...[...wanted].map(
      (member): RowWrite => ({ table: 'agency_member', id: null, values: { group_id: groupId, member_id: member } }),
    ),
  ];
}
