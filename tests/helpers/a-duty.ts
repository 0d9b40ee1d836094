import { setDuty } from '#db/commands/duty.commands.ts';
import { listDuties } from '#db/queries/duty.queries.ts';
import type { DutyDefinition } from '#shared/contract/duty.contract.ts';
import type { DutyId } from '#shared/domain/ids.ts';
import { MADE, nth, PLAN, type TestWorld } from './a-plan.ts';

/** A piece a month, by the 15th, of every unit that owes the task. */
export const MONTHLY: DutyDefinition = {
  title: '信息报送',
  cadence: 'month',
  needed: 1,
  unit: '篇',
  owedBy: 'all',
  dueDay: 15,
  dueMonth: null,
  dueIn: 'same',
  onHoliday: 'stays',
  startsOn: null,
  endsOn: null,
};

/** Gives the first task a regular duty. */
export function aDuty({ db, taskIds }: TestWorld, definition: Partial<DutyDefinition> = {}): DutyId {
  setDuty(db, { taskId: nth(taskIds, 0) }, { ...MONTHLY, ...definition }, MADE);
  return nth(listDuties(db, PLAN), -1 + listDuties(db, PLAN).length).id;
}
