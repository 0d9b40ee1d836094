import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { PlanState } from '#backend/standing/plan-state.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { WeekDuty } from '#shared/domain/week-card.ts';
import type { PeriodJudge } from './judge-periods.ts';

/**
 * What is not reported and due by a day, agency by agency: one line for each period and due day. What was due before
 * the plan was there is asked of nobody.
 *
 * @param periods those that can still be written
 * @param today ISO; what is due before it is late
 */
export function unreported(
  periods: readonly PeriodView[],
  judge: PeriodJudge,
  state: Pick<PlanState, 'plan' | 'tasks' | 'agencyNames'>,
  { today, until }: { readonly today: string; readonly until: string },
): readonly WeekDuty[] {
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  const order = new Map(state.agencyNames.map(({ id }, index) => [id, index]));
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  return periods.flatMap((period) => {
    const missing = judge(period, today).filter(
      ({ standing }) => standing.counts && standing.missing && standing.dueOn <= until && !standing.neverLate,
    );
    const lines = Map.groupBy(missing, ({ duty, standing }) => `${duty.agencyId}/${standing.dueOn}`);
    return [...lines.values()]
      .flatMap((line): WeekDuty[] => {
        const [first] = line;
        if (!first) return [];
        const { agencyId } = first.duty;
        const { dueOn } = first.standing;
        const days = differenceInCalendarDays(today, dueOn);
        const tasks = line.flatMap(({ duty }) => numbers.get(duty.taskId) ?? []).toSorted((a, b) => a - b);
        return [
          {
            agencyId,
            agency: names.get(agencyId) ?? '',
            periodId: period.id,
            period: period.label,
            dueOn,
            days,
            taskIds: line.map(({ duty }) => duty.taskId),
            tasks,
            because: `${periodTitle(period.label)}还有${tasks.length}项未报，${whenText(dueOn, days)}`,
          },
        ];
      })
      .toSorted((one, other) => (order.get(one.agencyId) ?? 0) - (order.get(other.agencyId) ?? 0));
  });
}

function whenText(dueOn: string, days: number): string {
  const [, month, day] = dueOn.split('-').map(Number);
  const due = `时限${month}月${day}日`;
  if (days > 0) return `${due}，已逾期${days}天`;
  return days === 0 ? `${due}，今天到期` : `${due}，还有${-days}天`;
}
