import type { BackendContext } from '#backend/calls/context.ts';
import { getRules } from '#backend/standing/chosen-rules.ts';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { reportsOf } from '#backend/standing/reports-of.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import type { LightCount, LightRow } from '#shared/domain/light-views.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';

type Asked = Pick<BackendContext, 'db' | 'today' | 'calendar'>;

/**
 * The light of each duty of a period, in the order of the ledger.
 *
 * @param wish `rules`: by this set instead of the plan's; `on`: as on this day, also one to come
 * @throws AppError PERIOD_UNKNOWN | LIGHT_RULES_UNKNOWN
 */
export function readLights(
  context: Asked,
  periodId: PeriodId,
  { rules, on }: { readonly rules?: string | undefined; readonly on?: string | undefined } = {},
): readonly LightRow[] {
  const period = getPeriod(context, periodId);
  const parts = ['tasks', 'agencyNames', 'places', 'owed', 'memberships', 'progress', 'targetValues'] as const;
  const state = loadPlanState(context.db, period.planId, { periodId, parts });
  const judge = judgeOfPeriod(context, period, {
    on,
    rules: rules === undefined ? undefined : getRules(context.db, rules),
    reports: () => reportsOf(state, periodId),
    memberships: state.memberships,
  });
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const duties = dutiesByTask(owedIn(state.owed, period), state);
  return state.tasks.flatMap((task) =>
    (duties.get(task.id) ?? []).map((duty): LightRow => {
      const { light, word, colour, because, missing, dueOn, counts } = judge(duty);
      const agency = names.get(duty.agencyId) ?? '';
      const place = { taskId: task.id, agencyId: duty.agencyId, task: task.number, agency };
      return { ...place, light, word, colour, because, missing, dueOn, counts };
    }),
  );
}

/**
 * How many duties of a period would show which light by a set that need not be stored; groups whose members owe through
 * them are not counted beside them.
 *
 * @returns every light of the set, in its order
 * @throws AppError PERIOD_UNKNOWN
 */
export function countLights(context: Asked, periodId: PeriodId, set: LightRuleSet, on?: string): readonly LightCount[] {
  const period = getPeriod(context, periodId);
  const { owed } = loadPlanState(context.db, period.planId, { periodId, parts: ['owed'] });
  const judge = judgeOfPeriod(context, period, { rules: set, on });
  const standings = owedIn(owed, period)
    .map((duty) => judge(duty))
    .filter(({ counts }) => counts);
  return set.lights.map(({ key }) => ({
    light: key,
    duties: standings.filter(({ light }) => light === key).length,
  }));
}

function getPeriod({ db }: Asked, periodId: PeriodId): PeriodView {
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}
