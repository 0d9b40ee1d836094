import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { isBeforePlan } from '#shared/domain/before-plan.ts';
import { isDueDayUnsure } from '#shared/domain/due-day.ts';
import type { DutyDelivery } from '#shared/domain/duty.ts';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { LateDuty } from '#shared/domain/late-duty.ts';
import { daysWords, dayWords } from '#shared/domain/late-text.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import { owedIn } from './owed-in-period.ts';
import type { PlanState } from './plan-state.ts';
import type { Standing } from './standing.ts';
import { closedSince, extendedTo } from './task-facts.ts';

/** A late duty before its names are looked up. */
export type LateRow = Omit<LateDuty, 'task' | 'title' | 'agency'>;

export type LateGround = Pick<
  PlanState,
  'periods' | 'owed' | 'memberships' | 'dues' | 'matters' | 'extensions' | 'closings'
> & {
  /** How a duty stands in a period. */
  readonly judgeOf: (
    period: PeriodView,
  ) => (duty: OwedRow) => Pick<Standing, 'missing' | 'counts' | 'dueOn' | 'neverLate'>;
  /** Whether an agency has reported a task as done, or as none of its concern. */
  readonly isDone: (duty: Pick<OwedRow, 'taskId' | 'agencyId'>) => boolean;
  /** When the plan was issued (ISO): what was due before that is not late. A matter does not wait for the plan. */
  readonly issuedOn: string;
  /** What regular duties make agencies send in. */
  readonly deliveries: readonly DutyDelivery[];
  readonly calendar: WorkCalendar;
  /** ISO date. */
  readonly today: string;
  /** Also what is due in so many days; left out, only what is late. */
  readonly within?: number | undefined;
};

/**
 * Every duty that is late on a day, each once: where a report, the task itself and a regular duty of one agency are due
 * on one day, they are one row that says all, the report before the regular duty. The latest first.
 */
export function lateDuties(ground: LateGround): readonly LateRow[] {
  const rows = [...lateTasks(ground), ...lateReports(ground), ...lateDeliveries(ground)];
  const places = Map.groupBy(rows, ({ taskId, agencyId, dueOn }) => `${taskId}/${agencyId}/${dueOn}`);
  return [...places.values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const { period, periodId } = same.find((row) => row.period !== null) ?? first;
      const because = [...new Set(same.map((row) => row.because))].join('；');
      return [{ ...first, period, periodId, because }];
    })
    .toSorted((one, other) => other.days - one.days || one.taskId - other.taskId || one.agencyId - other.agencyId);
}

/** Reports of periods that are open: nobody is chased for one that is closed. */
function lateReports(ground: LateGround): readonly LateRow[] {
  const sentIn = placesSentIn(ground);
  return ground.periods
    .filter(({ closedOn }) => closedOn === null)
    .flatMap((period) => {
      const judge = ground.judgeOf(period);
      return owedIn(ground.owed, period).flatMap((duty) => {
        const { counts, missing, dueOn, neverLate } = judge(duty);
        if (!counts || !missing || neverLate) return [];
        // What is sent in once a year is late once: the period in which its day lies tells of it.
        if (dueOn > period.endsOn && sentIn.has(`${duty.taskId}/${duty.agencyId}/${dueOn}`)) return [];
        const place = { kind: 'period', period: period.label, periodId: period.id } as const;
        const unsure = isDueDayUnsure(period, dueOn, ground.calendar) ? '（该年节假日未知，按周末推算）' : '';
        return rowOf(ground, duty, dueOn, place, `${periodTitle(period.label)}尚未报送${unsure}`);
      });
    });
}

/** Tasks whose own last day has passed, that are neither done nor closed. */
function lateTasks(ground: LateGround): readonly LateRow[] {
  const { dues, matters, extensions, closings, calendar, today } = ground;
  const dates = new Map<TaskId, string>();
  for (const { taskId, date } of dues) {
    const last = dates.get(taskId);
    if (date !== null && (last === undefined || date > last)) dates.set(taskId, date);
  }
  const matterTasks = new Set(matters.map(({ taskId }) => taskId));
  for (const matter of matters) {
    const dueOn = matterDueOn(calendar, matter);
    if (dueOn !== null) dates.set(matter.taskId, dueOn);
  }
  const putOff = Map.groupBy(extensions, ({ taskId }) => taskId);
  const closed = Map.groupBy(closings, ({ taskId }) => taskId);
  const groups = new Set(ground.memberships.map(({ groupId }) => groupId));
  // A day by which something is sent in (53: 11月20日前) is kept by sending it in: the regular duty tells of it.
  const sentIn = placesSentIn(ground);
  let last: OwedRow | undefined;
  return ground.owed.flatMap((duty) => {
    const said = dates.get(duty.taskId);
    const dueOn = extendedTo(putOff.get(duty.taskId) ?? [], duty, null) ?? said;
    const isAnother = last?.taskId !== duty.taskId || last.agencyId !== duty.agencyId;
    last = duty;
    // Who left before that day owes it no more; a group stands for its members, who are here themselves.
    if (dueOn === undefined || !isAnother || groups.has(duty.agencyId)) return [];
    if (sentIn.has(`${duty.taskId}/${duty.agencyId}/${dueOn}`)) return [];
    if ((duty.startsOn !== null && duty.startsOn > dueOn) || (duty.endsOn !== null && duty.endsOn < dueOn)) return [];
    if (closedSince(closed.get(duty.taskId) ?? [], duty, today) !== null || ground.isDone(duty)) return [];
    const kind = matterTasks.has(duty.taskId) ? 'matter' : 'task';
    if (kind === 'task' && isBeforePlan(ground.issuedOn, dueOn)) return [];
    return rowOf(ground, duty, dueOn, { kind, period: null, periodId: null }, `${KIND_WORDS[kind]}尚未完成或办结`);
  });
}

const KIND_WORDS = { task: '任务', matter: '交办事项' } as const;

function placesSentIn({ deliveries }: LateGround): ReadonlySet<string> {
  return new Set(deliveries.map(({ taskId, agencyId, dueOn }) => `${taskId}/${agencyId}/${dueOn}`));
}

function lateDeliveries(ground: LateGround): readonly LateRow[] {
  const periods = new Map(ground.periods.map(({ label, id }) => [label, id]));
  return ground.deliveries.flatMap((delivery) => {
    const { taskId, agencyId, dueOn, label, short, needed, received } = delivery;
    if (short <= 0 || isBeforePlan(ground.issuedOn, dueOn)) return [];
    const place = { kind: 'duty', period: label, periodId: periods.get(label) ?? null } as const;
    const words = `${periodTitle(label)}定期报送应报${needed}、已收${received}、还差${short}`;
    return rowOf(ground, { taskId, agencyId }, dueOn, place, words);
  });
}

function rowOf(
  { today, within }: LateGround,
  { taskId, agencyId }: Pick<OwedRow, 'taskId' | 'agencyId'>,
  dueOn: string,
  place: { readonly kind: LateRow['kind']; readonly period: string | null; readonly periodId: PeriodId | null },
  words: string,
): readonly LateRow[] {
  const days = differenceInCalendarDays(today, dueOn);
  if (days <= 0 && (within === undefined || -days > within)) return [];
  const because = `${words}，时限${dayWords(dueOn)}，${daysWords(days)}`;
  return [{ taskId, agencyId, dueOn, days, because, ...place }];
}
