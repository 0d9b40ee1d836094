import type { BackendContext } from '#backend/calls/context.ts';
import { DELIVERY_PARTS, deliveriesOf } from '#backend/standing/deliveries.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import type { DutyDelivery, DutyRecord, RegularDuty } from '#shared/domain/duty.ts';
import { dutyStretches } from '#shared/domain/duty-stretches.ts';
import type { DutyView, ExpectedDuty } from '#shared/domain/duty-table.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';

type Asked = Pick<BackendContext, 'db' | 'calendar' | 'today'>;

const PARTS = [...DELIVERY_PARTS, 'tasks', 'agencyNames'] as const;
export type DutyState = Pick<PlanState, (typeof PARTS)[number]> & {
  /** Deliveries, and what came from units that owe nothing: those have `needed` of 0. */
  readonly deliveries: readonly DutyDelivery[];
};

/**
 * A plan's regular duties with all that came of them by today.
 *
 * @param taskIds only of these tasks
 * @throws AppError PLAN_GONE
 */
export function readDutyState(context: Asked, planId: PlanId, taskIds?: readonly TaskId[]): DutyState {
  const state = loadPlanState(context.db, planId, { parts: PARTS, taskIds });
  const today = context.today();
  const expected = deliveriesOf(state, today, context.calendar);
  return { ...state, deliveries: [...expected, ...unexpected(context, state, expected)] };
}

/** The regular duties of a plan, by task, each with how far it has come. */
export function listDutyViews(state: DutyState): readonly DutyView[] {
  const tasks = new Map(state.tasks.map((task) => [task.id, task]));
  const deliveries = Map.groupBy(state.deliveries, ({ dutyId }) => dutyId);
  return state.duties.map((duty) => {
    const own = (deliveries.get(duty.id) ?? []).filter(({ needed }) => needed > 0);
    const task = tasks.get(duty.taskId);
    return {
      ...duty,
      taskNumber: task?.number ?? 0,
      taskTitle: task?.title ?? '',
      expected: own.length,
      short: own.filter(({ short }) => short > 0).length,
      overdue: own.filter(({ state: how }) => how === 'overdue').length,
      records: state.dutyRecords.filter(({ dutyId }) => dutyId === duty.id).length,
    };
  });
}

/** Every delivery that has begun, by names: by duty, stretch, and agency in the order of the directory. */
export function listExpectedDuties(state: DutyState, today: string): readonly ExpectedDuty[] {
  const tasks = new Map(state.tasks.map((task) => [task.id, task]));
  const agencies = new Map(state.agencyNames.map(({ id, name }, place) => [id, { name, place }]));
  const duties = new Map(state.duties.map((duty, place) => [duty.id, { ...duty, place }]));
  const rank = ({ dutyId, startsOn, agencyId }: DutyDelivery) =>
    [duties.get(dutyId)?.place ?? 0, startsOn, agencies.get(agencyId)?.place ?? 0] as const;
  return state.deliveries
    .filter(({ startsOn }) => startsOn <= today)
    .map((delivery) => ({ delivery, rank: rank(delivery) }))
    .toSorted(
      ({ rank: [duty, start, agency] }, { rank: [otherDuty, otherStart, otherAgency] }) =>
        duty - otherDuty || start.localeCompare(otherStart) || agency - otherAgency,
    )
    .map(({ delivery }) => ({
      ...delivery,
      task: tasks.get(delivery.taskId)?.number ?? 0,
      taskTitle: tasks.get(delivery.taskId)?.title ?? '',
      agency: agencies.get(delivery.agencyId)?.name ?? '',
      title: duties.get(delivery.dutyId)?.title ?? '',
      unit: duties.get(delivery.dutyId)?.unit ?? '',
    }));
}

/** Pieces of units that owe nothing in the stretch they belong to, or before it began. */
function unexpected(
  { calendar, today }: Asked,
  { plan, duties, dutyRecords }: Pick<PlanState, 'plan' | 'duties' | 'dutyRecords'>,
  expected: readonly DutyDelivery[],
): readonly DutyDelivery[] {
  const places = new Set(expected.map(placeOf));
  return duties.flatMap((duty) => {
    const records = dutyRecords.filter(({ dutyId }) => dutyId === duty.id);
    if (records.length === 0) return [];
    return dutyStretches(duty, plan.year, calendar).flatMap((stretch): readonly DutyDelivery[] => {
      const here = records.filter(({ startsOn }) => stretch.startsOn <= startsOn && startsOn <= stretch.endsOn);
      const byAgency = Map.groupBy(here, ({ agencyId }) => agencyId);
      return [...byAgency].flatMap(([agencyId, came]) => {
        const place = { dutyId: duty.id, taskId: duty.taskId, agencyId, ...stretch };
        return places.has(placeOf(place)) ? [] : [{ ...place, ...notOwed(duty, came, stretch.startsOn <= today()) }];
      });
    });
  });
}

function placeOf({ dutyId, agencyId, startsOn }: Pick<DutyDelivery, 'dutyId' | 'agencyId' | 'startsOn'>): string {
  return `${dutyId}/${agencyId}/${startsOn}`;
}

function notOwed({ unit }: RegularDuty, came: readonly DutyRecord[], begun: boolean) {
  const received = came.reduce((sum, { pieces }) => sum + pieces, 0);
  const because = `${begun ? '未列为应报' : '本期尚未开始'}，已报${received}${unit}`;
  return { needed: 0, received, short: 0, state: 'delivered', daysLate: 0, because } as const;
}
