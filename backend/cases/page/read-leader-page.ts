import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listLeaders } from '#db/queries/leader.queries.ts';
import type { TaskRow } from '#db/queries/plan.queries.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { LeaderPage, LeaderSummary, LedTask } from '#shared/domain/leader-page.ts';
import { bareNames, namesPerson, PEOPLE_FIELDS } from '#shared/domain/task-people.ts';
import { JUDGED_PARTS, judgePeriods } from './judge-periods.ts';
import { pageDuties } from './page-duties.ts';
import { shownPeriodOf } from './shown-period-of.ts';

const PARTS = [...JUDGED_PARTS, 'plan', 'tasks', 'agencyNames'] as const;

type Asked = Pick<BackendContext, 'db' | 'today' | 'calendar'>;

/**
 * The tasks of a plan at which somebody is named, with how each agency stands in the current period.
 *
 * @param name without a post
 * @param periodId whose standing is shown; left out, the current period's
 * @throws AppError PLAN_GONE | PERIOD_UNKNOWN
 */
export function readLeaderPage(context: Asked, planId: PlanId, name: string, periodId?: PeriodId): LeaderPage {
  const { period, tasks } = readTasksOfAll(context, planId, periodId);
  const own = tasks.flatMap(({ task, duties }): LedTask[] => {
    const places = PEOPLE_FIELDS.filter((field) => namesPerson(task[field], name));
    return places.length === 0 ? [] : [{ taskId: task.id, task: task.number, title: task.title, places, duties }];
  });
  const overdue = own.flatMap(({ duties }) => duties.filter(({ days }) => days > 0));
  const late = [...Map.groupBy(overdue, ({ agencyId }) => agencyId)].map(([agencyId, duties]) => ({
    agencyId,
    agency: duties[0]?.agency ?? '',
    tasks: duties.map(({ task }) => task),
    days: Math.max(...duties.map(({ days }) => days)),
  }));
  return {
    planId,
    name,
    posts: listLeaders(context.db).filter((leader) => leader.name === name),
    period,
    tasks: own,
    late: late.toSorted((one, other) => other.days - one.days || other.tasks.length - one.tasks.length),
  };
}

/**
 * Everybody who is named at a task of the plan, in the order in which posts stand in the directory, then in that of the plan.
 *
 * @throws AppError PLAN_GONE
 */
export function summarizeLeaders(context: Asked, planId: PlanId): readonly LeaderSummary[] {
  const { tasks } = readTasksOfAll(context, planId);
  const names = [...new Set(tasks.flatMap(({ task }) => PEOPLE_FIELDS.flatMap((field) => bareNames(task[field]))))];
  const directory = listLeaders(context.db);
  const leaders = names.map((name): LeaderSummary & { readonly rank: number } => {
    const own = tasks.filter(({ task }) => PEOPLE_FIELDS.some((field) => namesPerson(task[field], name)));
    const duties = own.flatMap((each) => each.duties);
    const post = directory.find((leader) => leader.name === name);
    return {
      name,
      post: post?.post ?? '',
      tasks: own.length,
      duties: duties.length,
      overdue: duties.filter(({ days }) => days > 0).length,
      rank: post?.position ?? Number.POSITIVE_INFINITY,
    };
  });
  return leaders
    .toSorted((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank))
    .map(({ rank: _, ...leader }) => leader);
}

/** All tasks with their duties in the current period. */
function readTasksOfAll(context: Asked, planId: PlanId, periodId?: PeriodId) {
  const today = context.today();
  const state = loadPlanState(context.db, planId, { parts: PARTS });
  const period = shownPeriodOf(state, periodId, today);
  const judged = period ? judgePeriods(context, state)(period) : [];
  const duties = Map.groupBy(
    period ? pageDuties(judged, period, state, { today, calendar: context.calendar }) : [],
    ({ taskId }) => taskId,
  );
  const tasks = state.tasks.map((task: TaskRow) => ({ task, duties: duties.get(task.id) ?? [] }));
  return { period: period?.label ?? '', tasks };
}
