import type { LightKey } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Role } from '#shared/domain/role.ts';

export type MatrixCounts = {
  readonly tasks: number;
  /** Agencies that hold at least one duty. */
  readonly agencies: number;
  readonly roles: Readonly<Record<Role, number>>;
  readonly lights: ReadonlyMap<LightKey, number>;
};

/** Counts the whole matrix for the status bar. */
export function countMatrix(tasks: readonly MatrixTask[]): MatrixCounts {
  const roles: Record<Role, number> = { lead: 0, 'co-responsible': 0, cooperating: 0 };
  const lights = new Map<LightKey, number>();
  const agencies = new Set<number>();
  for (const cell of tasks.flatMap((task) => task.cells)) {
    roles[cell.role] += 1;
    lights.set(cell.light, (lights.get(cell.light) ?? 0) + 1);
    agencies.add(cell.agencyId);
  }
  return { tasks: tasks.length, agencies: agencies.size, roles, lights };
}
