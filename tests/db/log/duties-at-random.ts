// Regular duties, what came in for them, and reminders, made up for the run of random commands.
import { recordDuties, removeDuty, setDuty, setDutyRecords } from '#db/commands/duty.commands.ts';
import { addReminders, answerReminder, removeReminder } from '#db/commands/reminder.commands.ts';
import type { DutyDefinition } from '#shared/contract/duty.contract.ts';
import { type AgencyId, type DutyId, RowIdSchema, type TaskId } from '#shared/domain/ids.ts';
import { CADENCES, ON_HOLIDAY } from '#shared/domain/period.ts';
import { SLIPS } from '#shared/domain/reminder.ts';
import { MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, rows } from './at-random.ts';

const oneOf = <Item>(items: readonly Item[], pick: Pick): Item | undefined => items[pick(Math.max(1, items.length))];
const ids = <Id>(world: TestWorld, table: string) =>
  rows<{ id: Id }>(world, `SELECT id FROM ${table}`).map(({ id }) => id);

function aDefinition(pick: Pick): DutyDefinition {
  return {
    ...{ title: `报送${pick(9)}`, cadence: nth(CADENCES, pick(CADENCES.length)), needed: 1 + pick(3), unit: '篇' },
    ...{ owedBy: pick(2) === 0 ? 'all' : 'lead', dueIn: pick(2) === 0 ? 'same' : 'next' },
    ...{ dueDay: pick(2) === 0 ? null : 1 + pick(7), dueMonth: pick(2) === 0 ? null : 1 + pick(12) },
    ...{ onHoliday: nth(ON_HOLIDAY, pick(3)), startsOn: null, endsOn: pick(2) === 0 ? null : '2021-10-31' },
  };
}

function withDuty(work: (world: TestWorld, dutyId: DutyId, pick: Pick) => unknown): Command {
  return (world, pick) => {
    const dutyId = oneOf(ids<DutyId>(world, 'duty'), pick);
    return dutyId === undefined ? null : work(world, dutyId, pick);
  };
}

function withRow(table: string, work: (world: TestWorld, id: number, pick: Pick) => unknown): Command {
  return (world, pick) => {
    const id = oneOf(ids<number>(world, table), pick);
    return id === undefined ? null : work(world, id, pick);
  };
}

export const DUTY_COMMANDS: Readonly<Record<string, Command>> = {
  addDuty: (world, pick) => {
    const taskId = oneOf(ids<TaskId>(world, 'task'), pick);
    return taskId === undefined ? null : setDuty(world.db, { taskId }, aDefinition(pick), MADE);
  },
  changeDuty: withDuty(({ db }, dutyId, pick) => setDuty(db, { dutyId }, aDefinition(pick), MADE)),
  removeDuty: withDuty(({ db }, dutyId) => removeDuty(db, dutyId, MADE)),
  recordDuties: withDuty((world, dutyId, pick) => {
    const agencies = ids<AgencyId>(world, 'agency');
    // Months begin where quarters and years do: most of these fit a duty of any cadence.
    const periods = ['2021-01-01', '2021-01', '2021年', '2021年第一季度', '2021年上半年', '2021-10'];
    const records = Array.from({ length: 1 + pick(2) }, () => ({
      ...{ dutyId, agencyId: nth(agencies, pick(agencies.length)), period: nth(periods, pick(periods.length)) },
      ...{ title: `第${pick(9)}期`, receivedOn: '2021-10-12', pieces: 1 + pick(2), note: '' },
    }));
    return recordDuties(world.db, records, MADE);
  }),
  setDutyRecords: withRow('duty_record', ({ db }, id, pick) => {
    const patch = pick(2) === 0 ? null : { title: `改${pick(9)}`, pieces: 1 + pick(5) };
    return setDutyRecords(db, [{ recordId: RowIdSchema.parse(id), patch }], MADE);
  }),
  addReminders: (world, pick) => {
    const agencies = ids<AgencyId>(world, 'agency');
    const slip = pick(2) === 0 ? null : nth(SLIPS, pick(3));
    const how = { manner: slip === null ? 'call' : 'slip', slip, text: '请报送', told: '', answer: '' } as const;
    const reminders = Array.from({ length: 1 + pick(2) }, () => ({
      ...{ agencyId: nth(agencies, pick(agencies.length)), tasks: [nth(world.taskIds, pick(3))], ...how },
      promisedOn: pick(2) === 0 ? null : '2021-10-20',
    }));
    const periodId = pick(2) === 0 ? null : nth(world.periodIds, pick(12));
    return addReminders(world.db, { planId: PLAN, periodId, madeOn: '2021-10-16', reminders }, MADE);
  },
  answerReminder: withRow('reminder', ({ db }, id, pick) =>
    answerReminder(db, RowIdSchema.parse(id), { answer: `答${pick(9)}`, promisedOn: null }, MADE),
  ),
  removeReminder: withRow('reminder', ({ db }, id) => removeReminder(db, RowIdSchema.parse(id), MADE)),
};
