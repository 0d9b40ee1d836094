import type { BackendContext } from '#backend/calls/context.ts';
import { dutiesByPeriod } from '#backend/standing/duties-of-periods.ts';
import { judgeOfPeriod, judgesOfPlan } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listSaid } from '#db/queries/statistics.queries.ts';
import { datedPeriod } from '#shared/domain/due-day.ts';
import type { PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import type { PeriodGaps, PeriodStanding } from '#shared/domain/period-standing.ts';
import { AppError } from '#shared/errors.ts';

type Asked = Pick<BackendContext, 'db' | 'calendar' | 'today'>;

/**
 * The periods of a plan from the first to the last, with what is owed in each and how much of it was reported.
 *
 * @throws AppError PLAN_GONE
 */
export function listPeriodStandings(context: Asked, planId: PlanId): readonly PeriodStanding[] {
  const state = loadPlanState(context.db, planId, { parts: ['plan', 'periods', 'owed', 'memberships'] });
  const said = Map.groupBy(listSaid(context.db, planId), ({ periodId }) => periodId);
  const judges = judgesOfPlan(context, planId, { rules: NO_LIGHTS });
  const dutiesOf = dutiesByPeriod(context.db, state);
  return state.periods.map((period) => {
    const { owed, memberships } = dutiesOf(period);
    const judge = judges(period, { reports: () => said.get(period.id) ?? [], memberships });
    const standings = owed.map((duty) => judge(duty)).filter(({ counts }) => counts);
    const reported = standings.filter(({ missing }) => !missing).length;
    return { ...datedPeriod(period, context.calendar), owed: standings.length, reported };
  });
}

/** What counts and what is missing is the same by any rules; of all reports only that there is one is read. */
const NO_LIGHTS: LightRuleSet = { ...WORDS_SET, rules: [] };

/**
 * What is owed in a period and was not reported, by agency.
 *
 * @throws AppError PERIOD_UNKNOWN
 */
export function readPeriodGaps(context: Asked, periodId: PeriodId): PeriodGaps {
  const period = findPeriod(context.db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const parts = ['tasks', 'agencyNames', 'owed', 'memberships', 'marks'] as const;
  const state = loadPlanState(context.db, period.planId, { periodId, parts });
  const known = { reports: () => state.marks, memberships: state.memberships };
  const judgeDuty = judgeOfPeriod(context, period, known);
  const counted = owedIn(state.owed, period)
    .map((duty) => ({ duty, standing: judgeDuty(duty) }))
    .filter(({ standing }) => standing.counts);
  const gaps = counted.filter(({ standing }) => standing.missing).map(({ duty }) => duty);
  const byAgency = Map.groupBy(gaps, ({ agencyId }) => agencyId);
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  return {
    periodId,
    owed: counted.length,
    missing: gaps.length,
    agencies: state.agencyNames.flatMap(({ id, name }) => {
      const duties = byAgency.get(id);
      return duties ? [{ agencyId: id, agencyName: name, tasks: numbersOf(duties, numbers) }] : [];
    }),
  };
}

function numbersOf(duties: readonly OwedRow[], numbers: ReadonlyMap<TaskId, number>): readonly number[] {
  return duties.flatMap(({ taskId }) => numbers.get(taskId) ?? []).toSorted((one, other) => one - other);
}
