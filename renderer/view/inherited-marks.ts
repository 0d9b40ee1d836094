import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatrixCell } from '#shared/domain/matrix.ts';
import { type Role, strongerRole } from '#shared/domain/role.ts';

/** A group agency as far as its members' cells need it. */
export type GroupAgency = Pick<AgencyView, 'id' | 'shortName' | 'members'>;

/** The groups that each agency belongs to, also through another group (各成员单位 holds 各乡镇). */
export type GroupsOfMember = ReadonlyMap<AgencyId, readonly GroupAgency[]>;

export const NO_GROUPS: GroupsOfMember = new Map();

/** @returns the groups with members among agencies, in their order */
export function groupAgenciesOf(agencies: readonly AgencyView[]): readonly GroupAgency[] {
  return agencies
    .filter((agency) => agency.members.length > 0)
    .map(({ id, shortName, members }) => ({ id, shortName, members }));
}

export function groupsOfMembers(groups: readonly GroupAgency[]): GroupsOfMember {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const found = new Map<AgencyId, GroupAgency[]>();
  for (const group of groups) {
    // Two groups may hold each other; each member is visited once.
    const seen = new Set<AgencyId>([group.id]);
    const visit = (members: readonly AgencyId[]): void => {
      for (const member of members) {
        if (seen.has(member)) continue;
        seen.add(member);
        found.set(member, [...(found.get(member) ?? []), group]);
        visit(byId.get(member)?.members ?? []);
      }
    };
    visit(group.members);
  }
  return found;
}

export type InheritedMark = { readonly role: Role; readonly from: GroupAgency };

/**
 * What an agency owes a task because a group it belongs to does. Never over a role of its own, and never stored:
 * it is how an expanded group is shown.
 *
 * @param cells the task's own cells
 * @param groups those the agency belongs to; of several the stronger role counts
 */
export function inheritedMark(
  cells: ReadonlyMap<AgencyId, MatrixCell>,
  agencyId: AgencyId,
  groups: readonly GroupAgency[],
): InheritedMark | null {
  if (cells.has(agencyId)) return null;
  return groups.reduce<InheritedMark | null>((best, from) => {
    const role = cells.get(from.id)?.role;
    if (role === undefined) return best;
    return best === null || strongerRole(role, best.role) !== best.role ? { role, from } : best;
  }, null);
}
