import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listReminders } from '#db/queries/reminder.queries.ts';
import type { AgencyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { OwingAgency, ReminderRow, ReminderView } from '#shared/domain/reminder.ts';
import { readOwing } from './read-owing.ts';

/**
 * Who was told what, the newest first, each with what became of its promise as things stand today.
 *
 * @param scope only of this period, only of this agency
 * @throws AppError PLAN_GONE
 */
export function listReminderViews(
  context: Pick<BackendContext, 'db' | 'calendar' | 'today'>,
  planId: PlanId,
  scope: { readonly periodId?: PeriodId | undefined; readonly agencyId?: AgencyId | undefined },
): readonly ReminderView[] {
  const { periodId, agencyId } = scope;
  const state = loadPlanState(context.db, planId, { parts: ['plan', 'agencyNames', 'periods', 'tasks'] });
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const labels = new Map(state.periods.map(({ id, label }) => [id, label]));
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  const today = context.today();
  // Only what was promised for a day gone by asks what is still owed.
  const owing = new Map<PeriodId, readonly OwingAgency[]>();
  const owingOf = (of: PeriodId): readonly OwingAgency[] => {
    const known = owing.get(of) ?? readOwing(context, planId, of, today);
    owing.set(of, known);
    return known;
  };
  return listReminders(context.db, planId)
    .filter(
      (row) => (periodId === undefined || row.periodId === periodId) && (agencyId ?? row.agencyId) === row.agencyId,
    )
    .map((row) => ({
      ...row,
      agencyName: names.get(row.agencyId) ?? '',
      periodLabel: (row.periodId === null ? undefined : labels.get(row.periodId)) ?? '',
      taskNumbers: row.tasks.flatMap((taskId) => numbers.get(taskId) ?? []),
      promise: promiseOf(row, today, owingOf),
    }));
}

function promiseOf(
  { promisedOn, periodId, agencyId, tasks }: ReminderRow,
  today: string,
  owingOf: (periodId: PeriodId) => readonly OwingAgency[],
): ReminderView['promise'] {
  if (promisedOn === null) return null;
  if (promisedOn >= today) return 'open';
  // Of no period: nobody can tell what it was about, so it stays in sight.
  if (periodId === null) return 'passed';
  const owed = owingOf(periodId).find((agency) => agency.agencyId === agencyId);
  const still = tasks.length === 0 ? owed !== undefined : owed?.taskIds.some((taskId) => tasks.includes(taskId));
  return still === true ? 'passed' : 'kept';
}
