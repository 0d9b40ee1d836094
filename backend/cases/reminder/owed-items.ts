import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { BackendContext } from '#backend/calls/context.ts';
import { listLate } from '#backend/cases/deadline/list-late.ts';
import { readCollection } from '#backend/cases/returns/collection-overview.ts';
import { DELIVERY_PARTS, deliveriesOf } from '#backend/standing/deliveries.ts';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import type { DutyDelivery, RegularDuty } from '#shared/domain/duty.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { OwedItem } from '#shared/domain/reminder.ts';
import { returnedWords } from '#shared/domain/reminder-text.ts';

type Asked = Pick<BackendContext, 'db' | 'calendar'>;
export type PlacedItem = OwedItem & { readonly agencyId: AgencyId };

/** Days before its due day from which something is worth a reminder. More days: earlier, and longer, lists. */
export const REMIND_DAYS = 5;

/** What is neither delivered nor far off. */
const PRESSING_STATES: ReadonlySet<DutyDelivery['state']> = new Set(['overdue', 'due-soon']);

const PARTS = [...DELIVERY_PARTS, 'tasks', 'agencyNames', 'marks'] as const;
export type OwedState = Pick<PlanState, (typeof PARTS)[number]>;

/** What {@link owedItems} looks at; periodId: of the reports. */
export function loadOwedState({ db }: Asked, period: PeriodView): OwedState {
  return loadPlanState(db, period.planId, { periodId: period.id, parts: PARTS });
}

/**
 * Everything of a period that agencies owe and that is late on a day, or due within {@link REMIND_DAYS}: reports that
 * are missing, forms that were sent back, pieces of regular duties, tasks that are due. In the order of the document.
 *
 * @param today ISO date
 */
export function owedItems(context: Asked, state: OwedState, period: PeriodView, today: string): readonly PlacedItem[] {
  const order = new Map(state.tasks.map(({ id }, index) => [id, index]));
  const rank = ({ taskId }: PlacedItem): number => (taskId === null ? -1 : (order.get(taskId) ?? 0));
  const short = shortDeliveries(context, state, period, today);
  const said = new Set(short.map(placeAndDay));
  return [
    ...returnedForms(context, period, today),
    ...missingReports(context, state, period, today),
    ...short,
    // What a regular duty asks for by that very day is that deadline.
    ...deadlines(context, state, period, today).filter((item) => !said.has(placeAndDay(item))),
  ]
    .filter(({ dueOn }) => differenceInCalendarDays(dueOn, today) <= REMIND_DAYS)
    .toSorted((one, other) => rank(one) - rank(other));
}

function missingReports(
  { db, calendar }: Asked,
  state: OwedState,
  period: PeriodView,
  today: string,
): readonly PlacedItem[] {
  const { marks, memberships } = state;
  const judge = judgeOfPeriod({ db, calendar, today: () => today }, period, { reports: () => marks, memberships });
  const placed = placer(state, today);
  return owedIn(state.owed, period).flatMap((duty) => {
    const { counts, missing, dueOn, neverLate } = judge(duty);
    if (!counts || !missing || neverLate) return [];
    return [placed('report', duty.taskId, duty.agencyId, `${periodTitle(period.label)}进展情况`, dueOn)];
  });
}

/** Pieces that are short in stretches that overlap the period. */
function shortDeliveries(
  { calendar }: Asked,
  state: OwedState,
  period: PeriodView,
  today: string,
): readonly PlacedItem[] {
  const duties = new Map(state.duties.map((duty) => [duty.id, duty]));
  const placed = placer(state, today);
  return deliveriesOf(state, today, calendar).flatMap((delivery) => {
    const duty = duties.get(delivery.dutyId);
    const overlaps = delivery.startsOn <= period.endsOn && delivery.endsOn >= period.startsOn;
    if (!duty || !overlaps || !PRESSING_STATES.has(delivery.state)) return [];
    return [placed('duty', delivery.taskId, delivery.agencyId, piecesWords(duty, delivery), delivery.dueOn)];
  });
}

/** Tasks and matters that are due by the end of the period and not done. */
function deadlines(context: Asked, state: OwedState, period: PeriodView, today: string): readonly PlacedItem[] {
  const placed = placer(state, today);
  return listLate({ ...context, today: () => today }, period.planId, REMIND_DAYS).flatMap((late) => {
    const isTask = late.kind === 'task' || late.kind === 'matter';
    if (!isTask || late.dueOn > period.endsOn) return [];
    const what = late.kind === 'matter' ? '交办事项' : '任务办结';
    return [placed('deadline', late.taskId, late.agencyId, what, late.dueOn)];
  });
}

function placeAndDay({ taskId, agencyId, dueOn }: PlacedItem): string {
  return `${taskId}/${agencyId}/${dueOn}`;
}

function piecesWords({ title, unit, cadence }: RegularDuty, { label, needed, received, short }: DutyDelivery): string {
  const stretch = cadence === 'year' ? '' : periodTitle(label);
  const came = received > 0 ? `已报 ${received} ${unit}，` : '';
  return `${stretch}${title}（应报 ${needed} ${unit}，${came}欠 ${short} ${unit}）`;
}

function returnedForms({ db, calendar }: Asked, period: PeriodView, today: string): readonly PlacedItem[] {
  const { cells } = readCollection({ db, calendar, today: () => today }, period.planId, [period.id]);
  return cells
    .filter(({ state }) => state === 'sent-back' || state === 'refused')
    .map((cell) => ({
      ...({ kind: 'returned', taskId: null, taskNumber: null, taskTitle: '' } as const),
      agencyId: cell.agencyId,
      what: returnedWords(cell),
      dueOn: cell.dueOn,
      daysLate: Math.max(0, differenceInCalendarDays(today, cell.dueOn)),
    }));
}

function placer({ tasks }: OwedState, today: string) {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return (kind: OwedItem['kind'], taskId: TaskId, agencyId: AgencyId, what: string, dueOn: string): PlacedItem => {
    const task = byId.get(taskId);
    const daysLate = Math.max(0, differenceInCalendarDays(today, dueOn));
    return {
      kind,
      taskId,
      taskNumber: task?.number ?? 0,
      taskTitle: task?.title ?? '',
      agencyId,
      what,
      dueOn,
      daysLate,
    };
  };
}
