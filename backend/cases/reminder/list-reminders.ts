import type { BackendContext } from '#backend/calls/context.ts';
import { DELIVERY_PARTS, deliveriesOf } from '#backend/standing/deliveries.ts';
import { judgesOfPlan } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listReminders } from '#db/queries/reminder.queries.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { ReminderRow, ReminderView } from '#shared/domain/reminder.ts';

type Asked = Pick<BackendContext, 'db' | 'calendar' | 'today'>;

/**
 * Who was told what, the newest first, each with what became of its promise as things stand today.
 *
 * @param scope only of this period, only of this agency
 * @throws AppError PLAN_GONE
 */
export function listReminderViews(
  context: Asked,
  planId: PlanId,
  scope: { readonly periodId?: PeriodId | undefined; readonly agencyId?: AgencyId | undefined },
): readonly ReminderView[] {
  const { periodId, agencyId } = scope;
  const state = loadPlanState(context.db, planId, { parts: ['plan', 'agencyNames', 'periods', 'tasks'] });
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const labels = new Map(state.periods.map(({ id, label }) => [id, label]));
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  const today = context.today();
  const rows = listReminders(context.db, planId).filter(
    (row) => (periodId === undefined || row.periodId === periodId) && (agencyId ?? row.agencyId) === row.agencyId,
  );
  const past = rows.filter(({ promisedOn }) => promisedOn !== null && promisedOn < today);
  const promised = new Set(past.map((row) => row.periodId));
  const owed = stillOwed(
    context,
    planId,
    state.periods.filter(({ id }) => promised.has(id)),
    new Set(past.map((row) => row.agencyId)),
  );
  return rows.map((row) => ({
    ...row,
    agencyName: names.get(row.agencyId) ?? '',
    periodLabel: (row.periodId === null ? undefined : labels.get(row.periodId)) ?? '',
    taskNumbers: row.tasks.flatMap((taskId) => numbers.get(taskId) ?? []),
    promise: promiseOf(row, today, owed),
  }));
}

/** Tasks that are owed still, by period and agency. */
type Owed = ReadonlyMap<string, ReadonlySet<TaskId>>;

function placeOf(periodId: PeriodId, agencyId: AgencyId): string {
  return `${periodId}/${agencyId}`;
}

/** What of these periods these agencies have not reported or sent in; nothing is read when no period is asked about. */
function stillOwed(
  context: Asked,
  planId: PlanId,
  periods: readonly PeriodView[],
  agencies: ReadonlySet<AgencyId>,
): Owed {
  const owed = new Map<string, Set<TaskId>>();
  if (periods.length === 0) return owed;
  const { db, calendar } = context;
  const add = (periodId: PeriodId, agencyId: AgencyId, taskId: TaskId): void => {
    if (!agencies.has(agencyId)) return;
    const place = placeOf(periodId, agencyId);
    owed.set(place, (owed.get(place) ?? new Set()).add(taskId));
  };
  const judges = judgesOfPlan(context, planId);
  const deliveries = deliveriesOf(
    loadPlanState(db, planId, { parts: DELIVERY_PARTS }),
    context.today(),
    calendar,
  ).filter(({ short }) => short > 0);
  for (const period of periods) {
    const state = loadPlanState(db, planId, { periodId: period.id, parts: ['owed', 'memberships', 'marks'] });
    const judge = judges(period, { reports: () => state.marks, memberships: state.memberships });
    for (const duty of owedIn(state.owed, period)) {
      if (!agencies.has(duty.agencyId)) continue;
      const { counts, missing } = judge(duty);
      if (counts && missing) add(period.id, duty.agencyId, duty.taskId);
    }
    for (const { startsOn, endsOn, agencyId, taskId } of deliveries) {
      if (startsOn <= period.endsOn && endsOn >= period.startsOn) add(period.id, agencyId, taskId);
    }
  }
  return owed;
}

function promiseOf(
  { promisedOn, periodId, agencyId, tasks }: ReminderRow,
  today: string,
  owed: Owed,
): ReminderView['promise'] {
  if (promisedOn === null) return null;
  if (promisedOn >= today) return 'open';
  // Of no period: nobody can tell what it was about, so it stays in sight.
  if (periodId === null) return 'passed';
  const still = owed.get(placeOf(periodId, agencyId));
  const isOwed = tasks.length === 0 ? still !== undefined : tasks.some((taskId) => still?.has(taskId) === true);
  return isOwed ? 'passed' : 'kept';
}
