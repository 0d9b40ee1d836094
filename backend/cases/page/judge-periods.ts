import type { BackendContext } from '#backend/calls/context.ts';
import { judgesOfPlan } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import type { PlanState } from '#backend/standing/plan-state.ts';
import type { Standing } from '#backend/standing/standing.ts';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';

/** What a judge of many periods looks at. */
export const JUDGED_PARTS = ['periods', 'owed', 'memberships', 'marks'] as const;
export type JudgedState = Pick<PlanState, (typeof JUDGED_PARTS)[number]>;

/** A duty with how it stands in a period. */
export type PeriodDuty = { readonly duty: OwedRow; readonly standing: Standing };

/** What is owed in a period, with how it stands. */
export type PeriodJudge = (period: PeriodView, on?: string) => readonly PeriodDuty[];

/**
 * Judges what is owed, period by period. Lights are functions of a date: another day than today is asked for a deadline
 * that is still to come.
 *
 * @param taskIds only duties of these tasks are judged; of all when left out
 * @returns of a period: what is owed in it and how that stands on a day, today when left out
 */
export function judgePeriods(
  context: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  state: JudgedState,
  taskIds?: readonly TaskId[],
): PeriodJudge {
  const marks = Map.groupBy(state.marks, (mark) => mark.periodId);
  const owed = new Map<PeriodId, readonly OwedRow[]>();
  const judges = new Map<string, ReturnType<typeof judgesOfPlan>>();
  return (period, on = context.today()) => {
    const duties = owed.get(period.id) ?? owedIn(state.owed, period);
    owed.set(period.id, duties);
    const ofDay = judges.get(on) ?? judgesOfPlan(context, period.planId, { on, taskIds });
    judges.set(on, ofDay);
    const judge = ofDay(period, { reports: () => marks.get(period.id) ?? [], memberships: state.memberships });
    return duties.map((duty) => ({ duty, standing: judge(duty) }));
  };
}
