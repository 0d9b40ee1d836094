import type { AgencyId } from '#shared/domain/ids.ts';
import { ROLE_LABELS, ROLES, type Role } from '#shared/domain/role.ts';
import type { RevisedRole, TaskPair } from './pair-plans.ts';
import type { PresentTask } from './present-plan.ts';

/** How the roles of one task differ. A role that was set by hand and is not in the newer version stays. */
export type RoleChanges = {
  readonly added: readonly RevisedRole[];
  readonly changed: readonly { readonly assignmentId: number; readonly role: RevisedRole; readonly before: Role }[];
  readonly removed: readonly { readonly assignmentId: number; readonly agencyId: AgencyId; readonly before: Role }[];
  /** One of the changed roles had been set by hand. */
  readonly overridesHand: boolean;
};

export function roleChanges(present: PresentTask, roles: readonly RevisedRole[]): RoleChanges {
  const rowOf = new Map(present.assignments.map((row) => [row.agencyId, row]));
  const named = new Set(roles.map(({ agency }) => agency.id));
  const added = roles.filter(({ agency }) => agency.id === null || !rowOf.has(agency.id));
  const changedRows = roles.flatMap((role) => {
    const row = role.agency.id === null ? undefined : rowOf.get(role.agency.id);
    return row && row.role !== role.read.role ? [{ row, role }] : [];
  });
  const gone = present.assignments.filter((row) => row.origin === 'parsed' && !named.has(row.agencyId));
  return {
    added,
    changed: changedRows.map(({ row, role }) => ({ assignmentId: row.id, role, before: row.role })),
    removed: gone.map((row) => ({ assignmentId: row.id, agencyId: row.agencyId, before: row.role })),
    overridesHand: changedRows.some(({ row }) => row.origin === 'manual'),
  };
}

export function hasRoleChanges({ added, changed, removed }: RoleChanges): boolean {
  return added.length + changed.length + removed.length > 0;
}

/** `牵头：县教育局；配合：县财政局、县公安局`. */
export function rolesText(roles: readonly { readonly role: Role; readonly name: string }[]): string {
  return ROLES.flatMap((role) => {
    const names = roles.filter((item) => item.role === role).map((item) => item.name);
    return names.length === 0 ? [] : [`${ROLE_LABELS[role]}：${names.join('、')}`];
  }).join('；');
}

/** The roles of a pair after the change: those of the newer version, and what was set by hand beside them. */
export function rolesAfter(pair: TaskPair, nameOf: (id: AgencyId) => string): string {
  const named = new Set(pair.roles.map(({ agency }) => agency.id));
  const byHand = (pair.present?.assignments ?? []).filter((row) => row.origin !== 'parsed' && !named.has(row.agencyId));
  return rolesText([
    ...pair.roles.map(({ agency, read }) => ({ role: read.role, name: agency.name })),
    ...byHand.map((row) => ({ role: row.role, name: nameOf(row.agencyId) })),
  ]);
}
