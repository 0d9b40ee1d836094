// Regular duties, what came in for them, and reminders, made up for the run of random commands.
import { recordDuties, removeDuty, setDuty, setDutyRecords } from '#db/commands/duty.commands.ts';
import { addReminders, answerReminder, removeReminder } from '#db/commands/reminder.commands.ts';
import type { DutyDefinition } from '#shared/contract/duty.contract.ts';
import { type AgencyId, type DutyId, RowIdSchema, type TaskId } from '#shared/domain/ids.ts';
import { CADENCES, ON_HOLIDAY } from '#shared/domain/period.ts';
import { SLIPS } from '#shared/domain/reminder.ts';
import { aDuty } from '#tests/helpers/a-duty.ts';
import { MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, rows } from './at-random.ts';

const oneOf = <Item>(items: readonly Item[], pick: Pick): Item | undefined => items[pick(Math.max(1, items.length))];
const ids = <Id>(world: TestWorld, table: string) =>
  rows<{ id: Id }>(world, `SELECT id FROM "${table}" ORDER BY id`).map(({ id }) => id);

function aDefinition(pick: Pick): DutyDefinition {
  return {
    ...{ title: `报送${pick(9)}`, cadence: nth(CADENCES, pick(CADENCES.length)), needed: 1 + pick(3), unit: '篇' },
    ...{ owedBy: pick(2) === 0 ? 'all' : 'lead', dueIn: pick(2) === 0 ? 'same' : 'next' },
    ...{ dueDay: pick(2) === 0 ? null : 1 + pick(7), dueMonth: pick(2) === 0 ? null : 1 + pick(12) },
    ...{ onHoliday: nth(ON_HOLIDAY, pick(3)), startsOn: null, endsOn: pick(2) === 0 ? null : '2021-10-31' },
  };
}

/** One of the duties there are; where there is none, a step more gives the first task one. */
function aDutyOf(world: TestWorld, pick: Pick): DutyId {
  const dutyId = oneOf(ids<DutyId>(world, 'duty'), pick);
  return dutyId ?? aDuty(world, aDefinition(pick));
}

/** One of the rows there are; where there is none, `make` makes one. */
function aRow(world: TestWorld, table: string, pick: Pick, make: Command) {
  if (ids(world, table).length === 0) make(world, pick);
  return RowIdSchema.parse(oneOf(ids<number>(world, table), pick));
}

const record: Command = (world, pick) => {
  const dutyId = aDutyOf(world, pick);
  const agencies = ids<AgencyId>(world, 'agency');
  // Months begin where quarters and years do: most of these fit a duty of any cadence.
  const periods = ['2021-01-01', '2021-01', '2021年', '2021年第一季度', '2021年上半年', '2021-10'];
  const records = Array.from({ length: 1 + pick(2) }, () => ({
    ...{ dutyId, agencyId: nth(agencies, pick(agencies.length)), period: nth(periods, pick(periods.length)) },
    ...{ title: `第${pick(9)}期`, receivedOn: '2021-10-12', pieces: 1 + pick(2), note: '' },
  }));
  return recordDuties(world.db, records, MADE);
};

const remind: Command = (world, pick) => {
  const agencies = ids<AgencyId>(world, 'agency');
  const slip = pick(2) === 0 ? null : nth(SLIPS, pick(3));
  const how = { manner: slip === null ? 'call' : 'slip', slip, text: '请报送', told: '', answer: '' } as const;
  const reminders = Array.from({ length: 1 + pick(2) }, () => ({
    ...{ agencyId: nth(agencies, pick(agencies.length)), tasks: [nth(world.taskIds, pick(3))], ...how },
    promisedOn: pick(2) === 0 ? null : '2021-10-20',
  }));
  const periodId = pick(2) === 0 ? null : nth(world.periodIds, pick(12));
  return addReminders(world.db, { planId: PLAN, periodId, madeOn: '2021-10-16', reminders }, MADE);
};

export const DUTY_COMMANDS: Readonly<Record<string, Command>> = {
  addDuty: (world, pick) => {
    const taskId = oneOf(ids<TaskId>(world, 'task'), pick);
    return taskId === undefined ? null : setDuty(world.db, { taskId }, aDefinition(pick), MADE);
  },
  changeDuty: (world, pick) => setDuty(world.db, { dutyId: aDutyOf(world, pick) }, aDefinition(pick), MADE),
  removeDuty: (world, pick) => removeDuty(world.db, aDutyOf(world, pick), MADE),
  recordDuties: record,
  setDutyRecords: (world, pick) => {
    const recordId = aRow(world, 'duty_record', pick, record);
    const patch = pick(2) === 0 ? null : { title: `改${pick(9)}`, pieces: 1 + pick(5) };
    return setDutyRecords(world.db, [{ recordId, patch }], MADE);
  },
  addReminders: remind,
  answerReminder: (world, pick) => {
    const reminderId = aRow(world, 'reminder', pick, remind);
    return answerReminder(world.db, reminderId, { answer: `答${pick(9)}`, promisedOn: null }, MADE);
  },
  removeReminder: (world, pick) => removeReminder(world.db, aRow(world, 'reminder', pick, remind), MADE),
};
