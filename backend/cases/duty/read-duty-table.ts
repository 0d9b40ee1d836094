import type { BackendContext } from '#backend/calls/context.ts';
import { deliveriesOf } from '#backend/standing/deliveries.ts';
import { findDuty, listGroupsWithoutMembers } from '#db/queries/duty.queries.ts';
import type { DutyDelivery } from '#shared/domain/duty.ts';
import { dutyStretches } from '#shared/domain/duty-stretches.ts';
import type { DutyCell, DutyRow, DutyTable } from '#shared/domain/duty-table.ts';
import type { DutyId } from '#shared/domain/ids.ts';
import { isYearKnown } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import { listDutyViews, readDutyState } from './read-duties.ts';

/**
 * A regular duty as a table: units in the order of the directory, those that owe it in any stretch of the year and those
 * from which something came; all stretches of the year.
 *
 * @throws AppError DUTY_GONE
 */
export function readDutyTable(context: Pick<BackendContext, 'db' | 'calendar' | 'today'>, dutyId: DutyId): DutyTable {
  const planId = findDuty(context.db, dutyId)?.planId;
  if (planId === undefined) throw new AppError('DUTY_GONE');
  const state = readDutyState(context, planId);
  const duty = listDutyViews(state).find(({ id }) => id === dutyId);
  if (!duty) throw new AppError('DUTY_GONE');
  const today = context.today();
  const { calendar } = context;
  const stretches = dutyStretches(duty, state.plan.year, calendar).map((stretch) => ({
    ...stretch,
    begun: stretch.startsOn <= today,
  }));
  const here = Map.groupBy(
    state.deliveries.filter((delivery) => delivery.dutyId === dutyId),
    ({ agencyId }) => agencyId,
  );
  // As if all of the year had begun: who will owe it stands in the table from the first day.
  const all = deliveriesOf(state, `${state.plan.year}-12-31`, calendar).filter(
    (delivery) => delivery.dutyId === dutyId,
  );
  const owing = new Set(all.map(({ agencyId }) => agencyId));
  const groups = listGroupsWithoutMembers(context.db);
  return {
    duty,
    today,
    stretches,
    rows: state.agencyNames
      .filter(({ id }) => owing.has(id) || here.has(id))
      .map(({ id, name }): DutyRow => {
        const own = here.get(id) ?? [];
        const cells = stretches.map(({ startsOn }) => cellOf(own.find((delivery) => delivery.startsOn === startsOn)));
        return { agencyId: id, agencyName: name, isGroup: groups.has(id), cells, ...sumsOf(own) };
      }),
    records: state.dutyRecords.filter((record) => record.dutyId === dutyId),
    holidaysUnknown:
      duty.onHoliday !== 'stays' && stretches.some(({ dueOn }) => !isYearKnown(calendar, Number(dueOn.slice(0, 4)))),
  };
}

function cellOf(delivery: DutyDelivery | undefined): DutyCell | null {
  if (!delivery) return null;
  const { dueOn, needed, received, short, state, daysLate, because } = delivery;
  return { dueOn, needed, received, short, state, daysLate, because };
}

function sumsOf(deliveries: readonly DutyDelivery[]): Pick<DutyRow, 'needed' | 'received' | 'short'> {
  const sum = (field: 'needed' | 'received' | 'short'): number =>
    deliveries.reduce((total, delivery) => total + delivery[field], 0);
  return { needed: sum('needed'), received: sum('received'), short: sum('short') };
}
