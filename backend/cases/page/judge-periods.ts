import type { BackendContext } from '#backend/calls/context.ts';
import { dutiesByPeriod } from '#backend/standing/duties-of-periods.ts';
import { judgesOfPlan } from '#backend/standing/load-judge.ts';
import type { PlanState } from '#backend/standing/plan-state.ts';
import type { Standing } from '#backend/standing/standing.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';

/** What a judge of many periods looks at. */
export const JUDGED_PARTS = ['periods', 'owed', 'memberships', 'marks'] as const;
export type JudgedState = Pick<PlanState, (typeof JUDGED_PARTS)[number]>;

/** A duty with how it stands in a period. */
export type PeriodDuty = { readonly duty: OwedRow; readonly standing: Standing };

/** What is owed in a period, with how it stands. */
export type PeriodJudge = (period: PeriodView, on?: string) => readonly PeriodDuty[];

/** Of whom duties are wanted; left out, of all. The state is read with the same. */
export type JudgedScope = {
  readonly taskIds?: readonly TaskId[];
  readonly agencyId?: AgencyId;
};

/**
 * Judges what is owed, period by period: in a closed one what was owed when it was closed. Lights are functions of a
 * date: another day than today is asked for a deadline that is still to come.
 *
 * @returns of a period: what is owed in it and how that stands on a day, today when left out
 */
export function judgePeriods(
  context: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  state: JudgedState,
  { taskIds, agencyId }: JudgedScope = {},
): PeriodJudge {
  const marks = Map.groupBy(state.marks, (mark) => mark.periodId);
  const dutiesOf = dutiesByPeriod(context.db, state);
  const isMeant = (duty: OwedRow): boolean =>
    (taskIds === undefined || taskIds.includes(duty.taskId)) && (agencyId === undefined || duty.agencyId === agencyId);
  const known = new Map<PeriodId, ReturnType<typeof dutiesOf>>();
  const judges = new Map<string, ReturnType<typeof judgesOfPlan>>();
  return (period, on = context.today()) => {
    const { owed, memberships } = known.get(period.id) ?? dutiesOf(period);
    known.set(period.id, { owed, memberships });
    const ofDay = judges.get(on) ?? judgesOfPlan(context, period.planId, { on, taskIds });
    judges.set(on, ofDay);
    const judge = ofDay(period, { reports: () => marks.get(period.id) ?? [], memberships });
    return owed.filter(isMeant).map((duty) => ({ duty, standing: judge(duty) }));
  };
}
