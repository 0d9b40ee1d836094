import type { Light } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Role } from '#shared/domain/role.ts';

export type MatrixCounts = {
  readonly tasks: number;
  /** Agencies that hold at least one duty. */
  readonly agencies: number;
  readonly roles: Readonly<Record<Role, number>>;
  readonly lights: Readonly<Record<Light, number>>;
};

/** Counts the whole matrix for the status bar. */
export function countMatrix(tasks: readonly MatrixTask[]): MatrixCounts {
  const roles: Record<Role, number> = { lead: 0, 'co-responsible': 0, cooperating: 0 };
  const lights: Record<Light, number> = {
    done: 0,
    'on-track': 0,
    reported: 0,
    'not-started': 0,
    waiting: 0,
    'due-soon': 0,
    overdue: 0,
    blocked: 0,
    exempt: 0,
  };
  const agencies = new Set<number>();
  for (const cell of tasks.flatMap((task) => task.cells)) {
    roles[cell.role] += 1;
    lights[cell.light] += 1;
    agencies.add(cell.agencyId);
  }
  return { tasks: tasks.length, agencies: agencies.size, roles, lights };
}
