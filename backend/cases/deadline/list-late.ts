import type { BackendContext } from '#backend/calls/context.ts';
import { DELIVERY_PARTS, deliveriesOf } from '#backend/standing/deliveries.ts';
import { lateDuties } from '#backend/standing/late-duties.ts';
import { judgesOfPlan } from '#backend/standing/load-judge.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { LateDuty } from '#shared/domain/late-duty.ts';
import type { OwedRow } from '#shared/domain/owed.ts';

/**
 * Every duty of a plan that is late on the clerk's date, the latest first.
 *
 * @param within also what is due in so many days
 * @throws AppError PLAN_GONE
 */
export function listLate(
  context: Pick<BackendContext, 'db' | 'calendar' | 'today'>,
  planId: PlanId,
  within?: number,
): readonly LateDuty[] {
  const { db, calendar } = context;
  const today = context.today();
  const state = loadPlanState(db, planId, { parts: [...DELIVERY_PARTS, 'tasks', 'agencyNames', 'dues', 'matters'] });
  const judges = judgesOfPlan(context, planId);
  const rows = lateDuties({
    ...state,
    judgeOf: (period) => judges(period, { memberships: state.memberships }),
    issuedOn: state.plan.issuedOn,
    isDone: doneIn(context, planId, state),
    deliveries: deliveriesOf(state, today, calendar),
    calendar,
    today,
    within,
  });
  const tasks = new Map(state.tasks.map((task) => [task.id, task]));
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  return rows.flatMap((row) => {
    const task = tasks.get(row.taskId);
    return task ? [{ ...row, task: task.number, title: task.title, agency: names.get(row.agencyId) ?? '' }] : [];
  });
}

/** Whether the last status that an agency gave for a task says that nothing more is to come. */
function doneIn(
  { db }: Pick<BackendContext, 'db'>,
  planId: PlanId,
  { dues, matters, extensions, periods }: Pick<PlanState, 'dues' | 'matters' | 'extensions' | 'periods'>,
): (duty: Pick<OwedRow, 'taskId' | 'agencyId'>) => boolean {
  const dated = new Set<TaskId>([...dues, ...matters, ...extensions].map(({ taskId }) => taskId));
  if (dated.size === 0) return () => false;
  const starts = new Map(periods.map(({ id, startsOn }) => [id, startsOn]));
  const marks = loadPlanState(db, planId, { taskIds: [...dated], parts: ['marks'] }).marks;
  const last = new Map<string, (typeof marks)[number]>();
  for (const mark of marks) {
    if (mark.status === null) continue;
    const key = `${mark.taskId}/${mark.agencyId}`;
    const before = last.get(key);
    if (!before || (starts.get(before.periodId) ?? '') <= (starts.get(mark.periodId) ?? '')) last.set(key, mark);
  }
  return ({ taskId, agencyId }) => {
    const status = last.get(`${taskId}/${agencyId}`)?.status;
    return status === 'done' || status === 'not-applicable';
  };
}
