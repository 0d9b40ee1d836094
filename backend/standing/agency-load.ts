import type { AgencyId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import { LOAD_WEIGHTS, type LoadRow } from '#shared/domain/statistics.ts';
import type { JudgedPlan } from './judged-duties.ts';

/** How many tasks each agency has on its hands in the counted periods, each task once; the most burdened first. */
export function agencyLoad({ agencies, duties }: JudgedPlan): readonly LoadRow[] {
  const roles = new Map<AgencyId, Map<number, Role>>();
  for (const { agencyId, taskId, role } of duties) {
    const tasks = roles.get(agencyId) ?? new Map<number, Role>();
    tasks.set(taskId, role);
    roles.set(agencyId, tasks);
  }
  return agencies
    .flatMap(({ id, name }): LoadRow[] => {
      const tasks = roles.get(id);
      if (!tasks) return [];
      const count = { lead: 0, 'co-responsible': 0, cooperating: 0 };
      for (const role of tasks.values()) count[role] += 1;
      const weighted =
        count.lead * LOAD_WEIGHTS.lead +
        count['co-responsible'] * LOAD_WEIGHTS['co-responsible'] +
        count.cooperating * LOAD_WEIGHTS.cooperating;
      const { lead, cooperating } = count;
      return [{ agency: name, lead, coResponsible: count['co-responsible'], cooperating, weighted }];
    })
    .toSorted((one, other) => other.weighted - one.weighted);
}
