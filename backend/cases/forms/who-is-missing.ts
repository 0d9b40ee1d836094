import type { BackendContext } from '#backend/calls/context.ts';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { listReturns } from '#db/queries/return.queries.ts';
import type { FormMissing } from '#shared/domain/form-sending.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { ReturnState } from '#shared/domain/return-review.ts';

/** How an agency stands with its report for a period. */
export type ReportingState = {
  readonly missing: FormMissing | null;
  readonly isUnderReview: boolean;
};

/** More numbers than these only make the sentence long. */
const NUMBERS_SHOWN = 8;

/**
 * Who has not reported everything for a period, and why: judged as everywhere (backend/standing), with what came back
 * beside it. What waits for review is not asked for again; what was sent back is, and so is what has gaps.
 *
 * @returns only agencies that owe something that counts in the period
 */
export function readReporting(
  context: Pick<BackendContext, 'db' | 'calendar' | 'today'>,
  period: PeriodView,
): ReadonlyMap<AgencyId, ReportingState> {
  const { db } = context;
  const state = loadPlanState(db, period.planId, {
    periodId: period.id,
    parts: ['tasks', 'owed', 'memberships', 'marks'],
  });
  const judge = judgeOfPeriod(context, period, { reports: () => state.marks, memberships: state.memberships });
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  const newest = new Map<AgencyId, ReturnState>();
  for (const { agencyId, state: came } of listReturns(db, { periodId: period.id })) {
    // Refused means that it was none of theirs; what came before or after it counts.
    if (agencyId !== null && came !== 'refused') newest.set(agencyId, came);
  }
  const counted = owedIn(state.owed, period)
    .map((duty) => ({ duty, standing: judge(duty) }))
    .filter(({ standing }) => standing.counts);
  return new Map(
    [...Map.groupBy(counted, ({ duty }) => duty.agencyId)].map(([agencyId, duties]) => {
      const gaps = duties.filter(({ standing }) => standing.missing);
      const tasks = gaps.flatMap(({ duty }) => numbers.get(duty.taskId) ?? []).toSorted((one, other) => one - other);
      return [agencyId, stateOf(newest.get(agencyId), tasks, duties.length)];
    }),
  );
}

function stateOf(newest: ReturnState | undefined, tasks: readonly number[], owed: number): ReportingState {
  if (newest === 'received' || newest === 'to-review') return { missing: null, isUnderReview: true };
  const open = (why: FormMissing['why'], says: string): ReportingState => ({
    missing: { why, says, tasks },
    isUnderReview: false,
  });
  if (newest === 'sent-back') return open('sent-back', '已退回，未重报');
  if (tasks.length === 0) return { missing: null, isUnderReview: false };
  if (tasks.length === owed) return open('nothing-came', newest === undefined ? '未报' : '已报，各项仍无进展');
  const shown = tasks.slice(0, NUMBERS_SHOWN).join('、');
  const more = tasks.length > NUMBERS_SHOWN ? '等' : '';
  return open('tasks-missing', `还有 ${tasks.length} 项未报（第 ${shown} ${more}项）`);
}
