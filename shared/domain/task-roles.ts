import type { ReadRole, ReadTask } from './plan-reading.ts';
import { strongerRole } from './role.ts';

/**
 * What each unit owes a task: one role, although several of its brackets may name the unit
 * (（配合单位：县财政局）…（牵头单位：县财政局）). The stronger role stands, with the words that gave it, at the unit's
 * first place.
 *
 * @param unitOf the unit that a role's writing means; several writings may mean one. Roles of `undefined` are left out
 */
export function rolesOfTask<Unit>(
  task: Pick<ReadTask, 'responsibilities'>,
  unitOf: (role: ReadRole) => Unit | undefined,
): ReadonlyMap<Unit, ReadRole> {
  return strongestRoles(
    task.responsibilities.flatMap((responsibility) => responsibility.roles),
    unitOf,
  );
}

/** As {@link rolesOfTask}, of roles that stand together, such as those of one bracket. */
export function strongestRoles<Unit>(
  roles: readonly ReadRole[],
  unitOf: (role: ReadRole) => Unit | undefined,
): ReadonlyMap<Unit, ReadRole> {
  const kept = new Map<Unit, ReadRole>();
  for (const role of roles) {
    const unit = unitOf(role);
    if (unit === undefined) continue;
    const before = kept.get(unit);
    if (before === undefined || strongerRole(before.role, role.role) !== before.role) kept.set(unit, role);
  }
  return kept;
}
