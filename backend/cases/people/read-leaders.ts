import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { listLeaders } from '#db/queries/leader.queries.ts';
import type { TaskRow } from '#db/queries/plan.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { LeadersView, LeaderTask, LeaderView } from '#shared/domain/people.ts';
import { bareNames, namesPerson, PEOPLE_FIELDS } from '#shared/domain/task-people.ts';

/** 领导名录 with how many tasks of a plan name each, and the names in the tasks that it does not hold. */
export function readLeaders(db: ReadableDb, planId: PlanId): LeadersView {
  const { tasks } = loadPlanState(db, planId, { parts: ['plan', 'tasks'] });
  const leaders = listLeaders(db);
  const listed = leaders.map(({ name }) => name);
  const named = tasks.flatMap(({ leadLeader, leaderInCharge }) => bareNames(`${leadLeader}、${leaderInCharge}`));
  const unlisted = [...new Set(named)].filter((name) => !listed.some((leader) => namesPerson(name, leader)));
  return {
    leaders: leaders.map((leader) => ({ ...leader, tasks: countTasks(tasks, leader.name) })),
    unlisted: unlisted.map((name) => ({ name, tasks: countTasks(tasks, name) })),
  };
}

function countTasks(tasks: readonly TaskRow[], name: string): LeaderView['tasks'] {
  const count = (field: (typeof PEOPLE_FIELDS)[number]): number =>
    tasks.filter((task) => namesPerson(task[field], name)).length;
  return {
    leadLeader: count('leadLeader'),
    leaderInCharge: count('leaderInCharge'),
    personInCharge: count('personInCharge'),
  };
}

/** Tasks of a plan that name a person, in its order. @throws AppError PLAN_GONE */
export function tasksOfLeader(db: ReadableDb, planId: PlanId, name: string): readonly LeaderTask[] {
  const state = loadPlanState(db, planId, { parts: ['plan', 'tasks', 'assignments', 'agencyNames'] });
  const names = new Map(state.agencyNames.map((agency) => [agency.id, agency.name]));
  const leads = Map.groupBy(
    state.assignments.filter(({ role }) => role === 'lead'),
    ({ taskId }) => taskId,
  );
  return state.tasks.flatMap((task): LeaderTask[] => {
    const fields = PEOPLE_FIELDS.filter((field) => namesPerson(task[field], name));
    if (fields.length === 0) return [];
    const { id: taskId, number, title, sectionTitle } = task;
    const own = (leads.get(taskId) ?? []).map(({ agencyId }) => names.get(agencyId) ?? '');
    return [{ taskId, number, title, sectionTitle, fields, leads: own }];
  });
}
