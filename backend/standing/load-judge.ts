import type { ReadableDb } from '#db/handle.ts';
import { listFirstStarts } from '#db/queries/progress-course.queries.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { timeShare } from '#shared/domain/target-standing.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import { chosenRules } from './chosen-rules.ts';
import { deadlineHorizon, factsUsedBy } from './duty-facts.ts';
import { idleCounter } from './idle-periods.ts';
import { owedIn } from './owed-in-period.ts';
import { loadPlanState, type PlanState, type StatePart } from './plan-state.ts';
import { type Judge, type PlacedReport, standingJudge } from './standing.ts';
import { statusBefore } from './status-before.ts';
import { indexFacts } from './task-facts.ts';

/** What judging needs to know besides the plan: usually the context of the call. */
export type JudgeSource = {
  readonly db: ReadableDb;
  readonly today: () => string;
  readonly calendar: WorkCalendar;
};

export type JudgeWish = {
  /** Only duties of these tasks will be asked about. */
  readonly taskIds?: readonly TaskId[] | undefined;
  /** By this set instead of the plan's. */
  readonly rules?: LightRuleSet | undefined;
  /** As on this day (ISO), also one to come, instead of today. */
  readonly on?: string | undefined;
};

/** What is known of a period that is to be judged; what is left out is read. */
export type KnownOfPeriod = {
  readonly reports?: () => readonly PlacedReport[];
  readonly memberships?: PlanState['memberships'];
  /** For those who ask about cells as they are now, not about what was owed: see {@link owedWhenClosed}. */
  readonly owedThen?: PlanState['owed'] | undefined;
};

/**
 * A judge of the duties of one period. It lives no longer than the answer it is made for, for the day changes:
 *
 *   const judge = judgeOfPeriod(context, period);
 *   judge(duty).light
 */
export function judgeOfPeriod(source: JudgeSource, period: PeriodView, wish: JudgeWish & KnownOfPeriod = {}): Judge {
  return judgesOfPlan(source, period.planId, wish)(period, wish);
}

/**
 * Judges of all periods of a plan, with what is the plan's read and sorted once.
 *
 * @throws AppError PLAN_GONE
 */
export function judgesOfPlan(
  source: JudgeSource,
  planId: PlanId,
  wish: JudgeWish = {},
): (period: PeriodView, known?: KnownOfPeriod) => Judge {
  const { db, calendar } = source;
  const { taskIds, rules = chosenRules(db, planId), on = source.today() } = wish;
  const scope = { taskIds };
  const state = loadPlanState(db, planId, { ...scope, parts: partsFor(rules) });
  const index = indexFacts(state, state.periods, { year: state.plan.year, calendar });
  const past = statusBefore(
    state.periods,
    index.tasks,
    (taskIds) => loadPlanState(db, planId, { taskIds, parts: ['marks'] }).marks,
  );
  const asksIdle = factsUsedBy(rules).has('idle-periods');
  const idle = asksIdle
    ? idleCounter({ ...state, starts: listFirstStarts(db, planId, taskIds), calendar, on })
    : undefined;
  return (period, known = {}) => {
    const ofPeriod = { ...scope, periodId: period.id };
    const { memberships = loadPlanState(db, planId, { ...ofPeriod, parts: ['memberships'] }).memberships } = known;
    const { reports = () => loadPlanState(db, planId, { ...ofPeriod, parts: ['marks'] }).marks } = known;
    const idlePeriods = idle?.(period);
    return standingJudge({
      rules,
      sight: {
        period,
        dueDay: dueDayOf(period, calendar),
        on,
        issuedOn: state.plan.issuedOn,
        year: state.plan.year,
        time: timeShare(state.plan.year, period.endsOn, on) * 100,
        index,
        horizon: deadlineHorizon(rules),
        statusBefore: past(period),
      },
      reports,
      memberships,
      periods: state.periods,
      owedThen: known.owedThen,
      ...(idlePeriods ? { idlePeriods } : {}),
    });
  };
}

/** What was owed in a period when it was closed, each cell once; `undefined` while it is open: then roles say it. */
export function owedWhenClosed(
  { db }: Pick<JudgeSource, 'db'>,
  period: PeriodView,
  taskIds?: readonly TaskId[],
): PlanState['owed'] | undefined {
  if (period.closedOn === null) return undefined;
  return owedIn(loadPlanState(db, period.planId, { periodId: period.id, taskIds, parts: ['owed'] }).owed, period);
}

const ALWAYS = ['plan', 'periods', 'dues', 'duties', 'dutyRecords', 'matters', 'extensions', 'closings'] as const;

/** What of a plan's state is to be read for a set of rules: dates always, the rest where a rule asks. */
function partsFor(rules: LightRuleSet): readonly JudgedPart[] {
  const used = factsUsedBy(rules);
  return [
    ...ALWAYS,
    ...(used.has('points-behind') || used.has('share') ? (['targets', 'targetValues'] as const) : []),
    ...(used.has('late-milestones') ? (['milestones'] as const) : []),
    ...(used.has('late-sub-items') ? (['subItems'] as const) : []),
    ...(used.has('verification') ? (['verifications'] as const) : []),
  ];
}

type JudgedPart = Extract<
  StatePart,
  (typeof ALWAYS)[number] | 'targets' | 'targetValues' | 'milestones' | 'subItems' | 'verifications'
>;
