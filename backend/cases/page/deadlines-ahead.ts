import type { PlanState } from '#backend/standing/plan-state.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { Deadline, DeadlineKind } from '#shared/domain/week-card.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { PeriodJudge } from './judge-periods.ts';
import { readRegular } from './read-regular.ts';

export const DEADLINE_PARTS = ['dues', 'matters', 'extensions', 'milestones', 'subItems', 'closings'] as const;

type Ground = Pick<PlanState, (typeof DEADLINE_PARTS)[number] | 'periods' | 'tasks' | 'agencyNames'> &
  Parameters<typeof readRegular>[0];

/** What is due from a day to another, both included, and not done: the earliest first. */
export function deadlinesAhead(
  state: Ground,
  judge: PeriodJudge,
  { from, until, calendar }: { readonly from: string; readonly until: string; readonly calendar: WorkCalendar },
): readonly Deadline[] {
  const tasks = new Map(state.tasks.map(({ id, number, title }) => [id, { number, title }]));
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const isClosed = (taskId: TaskId, agencyId: AgencyId | null) =>
    state.closings.some(
      (closing) =>
        closing.taskId === taskId &&
        closing.reopenedOn === null &&
        (closing.agencyId === null || closing.agencyId === agencyId),
    );
  const line = (
    kind: DeadlineKind,
    dueOn: string | null,
    what: string,
    place: { readonly taskId: TaskId; readonly agencyId?: AgencyId | null },
  ): readonly Deadline[] => {
    const task = tasks.get(place.taskId);
    const agencyId = place.agencyId ?? null;
    if (dueOn === null || dueOn < from || dueOn > until || !task || isClosed(place.taskId, agencyId)) return [];
    const agency = agencyId === null ? '' : (names.get(agencyId) ?? '');
    return [{ dueOn, kind, what, taskId: place.taskId, task: task.number, agencyId, agency, periodId: null }];
  };
  const ofPeriods = state.periods
    .filter(({ closedOn }) => closedOn === null)
    .flatMap((period): Deadline[] => {
      // The plain day of the period; a task with a day of its own, and one that was put off, have lines of theirs.
      const dueOn = dueDayOf(period, calendar);
      if (dueOn < from || dueOn > until || !judge(period).some(({ standing }) => standing.counts)) return [];
      const blank = { taskId: null, task: null, agencyId: null, agency: '' };
      return [{ dueOn, kind: 'period', what: `${periodTitle(period.label)}进展报送`, periodId: period.id, ...blank }];
    });
  const short = readRegular(state, { today: until, calendar }).filter((each) => each.short > 0);
  const ofDuties = [...Map.groupBy(short, ({ dutyId, dueOn }) => `${dutyId}/${dueOn}`).values()].flatMap((each) => {
    const [first] = each;
    return first
      ? line('duty', first.dueOn, `${first.title}（${first.label}），还差${each.length}家`, { taskId: first.taskId })
      : [];
  });
  const title = (taskId: TaskId) => tasks.get(taskId)?.title ?? '';
  return [
    ...ofPeriods,
    ...state.dues.flatMap((due) => line('task', due.date, `${title(due.taskId)}：${due.text}`, due)),
    ...state.matters.flatMap((matter) => line('matter', matterDueOn(calendar, matter), title(matter.taskId), matter)),
    ...state.extensions.flatMap((put) => line('extension', put.dueOn, `延期：${put.reason}`, put)),
    ...state.milestones
      .filter(({ doneOn }) => doneOn === null)
      .flatMap((milestone) => line('milestone', milestone.plannedOn, milestone.title, milestone)),
    ...state.subItems
      .filter(({ doneOn, status }) => doneOn === null && status !== 'done' && status !== 'not-applicable')
      .flatMap((item) => line('sub-item', item.dueOn, item.title, item)),
    ...ofDuties,
  ].toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}
