import type { ReadableDb } from '#db/handle.ts';
import {
  type CountedAgency,
  countSentBack,
  listCountedAgencies,
  listReportFigures,
} from '#db/queries/statistics.queries.ts';
import { daysBetween } from '#shared/domain/days-between.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { LightKey } from '#shared/domain/light.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { Role } from '#shared/domain/role.ts';
import type { Status } from '#shared/domain/status.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { VerificationResult } from '#shared/domain/year-facts.ts';
import { chosenRules } from './chosen-rules.ts';
import { dutiesByPeriod } from './duties-of-periods.ts';
import { factsUsedBy } from './duty-facts.ts';
import { judgesOfPlan } from './load-judge.ts';
import { loadPlanState, type PlanState } from './plan-state.ts';

/** A duty of a period that counts, with how it stands on a day and what figures look at. */
export type JudgedDuty = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly role: Role;
  readonly period: PeriodView;
  readonly light: LightKey;
  readonly word: string;
  readonly missing: boolean;
  readonly dueOn: string;
  readonly status: Status | null;
  /** 办结: nothing was reported, and nothing is missed. */
  readonly closed: boolean;
  /**
   * Whole days after the due date: of a report, or of a missing one until the day it is judged on; else 0. What was due
   * before the plan was issued is not late.
   */
  readonly daysLate: number;
  readonly worded: boolean;
  readonly verification: VerificationResult | null;
};

export type JudgedPlan = {
  readonly on: string;
  readonly state: Pick<PlanState, 'plan' | 'sections' | 'tasks' | 'periods' | 'owed' | 'targets' | 'targetValues'>;
  readonly agencies: readonly CountedAgency[];
  /** Those that were counted: the one asked for, or all that had begun. */
  readonly periods: readonly PeriodView[];
  /** By period, in the order of task and agency. */
  readonly duties: readonly JudgedDuty[];
  /** Returns of the counted periods that were sent back, by agency. */
  readonly sentBack: ReadonlyMap<AgencyId, number>;
};

const PARTS = [
  'plan',
  'sections',
  'tasks',
  'periods',
  'owed',
  'memberships',
  'targets',
  'targetValues',
  'verifications',
] as const;

/**
 * Every duty of a plan that counts, judged on a day: what all figures are made of. One pass over rows read once.
 *
 * @param db now, or a moment of the past
 * @param on ISO date
 * @param wish `periodId`: only this one, left out all that have begun by then; `rules`: lights by this set, left out by
 *   the plan's
 * @throws AppError PLAN_GONE
 */
export function judgePlan(
  { db, calendar }: { readonly db: ReadableDb; readonly calendar: WorkCalendar },
  planId: PlanId,
  on: string,
  {
    periodId,
    rules = chosenRules(db, planId),
  }: { readonly periodId?: PeriodId | undefined; readonly rules?: LightRuleSet | undefined } = {},
): JudgedPlan {
  const state = loadPlanState(db, planId, { parts: PARTS });
  const periods = state.periods.filter((period) =>
    periodId === undefined ? period.startsOn <= on : period.id === periodId,
  );
  const used = factsUsedBy(rules);
  const percent = used.has('points-behind') || used.has('share');
  const figures = Map.groupBy(listReportFigures(db, planId, { periodId, percent }), (figure) => figure.periodId);
  const checks = Map.groupBy(state.verifications, (check) => check.periodId);
  const judgeIn = judgesOfPlan({ db, calendar, today: () => on }, planId, { rules });
  const dutiesOf = dutiesByPeriod(db, state);
  const duties: JudgedDuty[] = [];
  for (const period of periods) {
    const { owed, memberships } = dutiesOf(period);
    const reports = figures.get(period.id) ?? [];
    const judge = judgeIn(period, { reports: () => reports, memberships });
    const reportOf = byPlace(reports);
    const checkOf = byPlace(checks.get(period.id) ?? []);
    for (const duty of owed) {
      const report = reportOf(duty.taskId, duty.agencyId);
      const standing = judge(duty, report);
      if (!standing.counts) continue;
      const { light, word, missing, dueOn, neverLate } = standing;
      const cameOn = missing ? on : report?.cameOn;
      duties.push({
        taskId: duty.taskId,
        agencyId: duty.agencyId,
        role: duty.role,
        period,
        light,
        word,
        missing,
        dueOn,
        status: report?.status ?? null,
        closed: !missing && report?.said !== 1,
        daysLate: cameOn != null && cameOn > dueOn && !neverLate ? daysBetween(dueOn, cameOn) : 0,
        worded: report?.worded === 1,
        verification: checkOf(duty.taskId, duty.agencyId)?.result ?? null,
      });
    }
  }
  return { on, state, agencies: listCountedAgencies(db), periods, duties, sentBack: sentBackIn(db, planId, periods) };
}

/** Rows of one period by their cells, the last one of each. A task has a handful: a look through them is quicker than a key for each cell. */
function byPlace<Row extends { readonly taskId: TaskId; readonly agencyId: AgencyId }>(
  rows: readonly Row[],
): (taskId: TaskId, agencyId: AgencyId) => Row | null {
  const tasks = Map.groupBy(rows, ({ taskId }) => taskId);
  return (taskId, agencyId) => tasks.get(taskId)?.findLast((row) => row.agencyId === agencyId) ?? null;
}

function sentBackIn(db: ReadableDb, planId: PlanId, periods: readonly PeriodView[]): ReadonlyMap<AgencyId, number> {
  const counted = new Set(periods.map(({ id }) => id));
  const sentBack = new Map<AgencyId, number>();
  for (const { agencyId, periodId, count } of countSentBack(db, planId)) {
    if (counted.has(periodId)) sentBack.set(agencyId, (sentBack.get(agencyId) ?? 0) + count);
  }
  return sentBack;
}
