import { expect, test } from 'vitest';
import { updateAgency } from '#db/commands/agency.commands.ts';
import { recordDuties, removeDuty, setDuty, setDutyRecords } from '#db/commands/duty.commands.ts';
import { listDuties, listDutyRecords } from '#db/queries/duty.queries.ts';
import { DutyIdSchema, RowIdSchema } from '#shared/domain/ids.ts';
import { aDuty, MONTHLY } from '#tests/helpers/a-duty.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const piece = { title: '冷链检查见成效', receivedOn: '2021-10-12', pieces: 1, note: '' };

test('a regular duty is added to a task, and changed', () => {
  const world = createTestDb();
  const { db, taskIds } = world;
  const taskId = nth(taskIds, 0);
  doUndoRedo(
    db,
    () => setDuty(db, { taskId }, MONTHLY, MADE),
    () => expect(listDuties(db, PLAN)).toMatchObject([{ taskId, planId: PLAN, position: 1, ...MONTHLY, verbatim: '' }]),
  );
  const dutyId = aDuty(world, { title: '周报', cadence: 'week', dueDay: 5 });
  doUndoRedo(
    db,
    () => setDuty(db, { dutyId }, { ...MONTHLY, needed: 2, onHoliday: 'next-workday' }, MADE),
    () => expect(listDuties(db, PLAN)[1]).toMatchObject({ cadence: 'month', needed: 2, onHoliday: 'next-workday' }),
  );
  expect(codeOf(() => setDuty(db, { dutyId: DutyIdSchema.parse(99) }, MONTHLY, MADE))).toBe('DUTY_GONE');
});

test('what came in is recorded, several pieces in one step', () => {
  const world = createTestDb();
  const { db, agencyIds } = world;
  const dutyId = aDuty(world);
  const records = agencyIds.slice(0, 2).map((agencyId) => ({ dutyId, agencyId, period: '2021-10', ...piece }));
  doUndoRedo(
    db,
    () => recordDuties(db, records, { ...MADE, manner: 'pasted' }),
    () => expect(listDutyRecords(db, PLAN)).toMatchObject([{ startsOn: '2021-10-01', ...piece }, { ...piece }]),
  );
  expect(recordDuties(db, records, MADE).label).toBe('登记报送 2 条');
  const { label } = recordDuties(db, [{ ...nth(records, 0), period: '2021年11月' }], MADE);
  expect(listDutyRecords(db, PLAN).at(-1)?.startsOn).toBe('2021-11-01');
  expect(label).toBe('登记报送：测试1 2021年11月《冷链检查见成效》');
});

test('a period that the duty does not have, and a group with members, are refused', () => {
  const world = createTestDb();
  const { db, agencyIds } = world;
  const dutyId = aDuty(world);
  const agencyId = nth(agencyIds, 0);
  const of = (period: string) => codeOf(() => recordDuties(db, [{ dutyId, agencyId, period, ...piece }], MADE));
  expect(of('2022-01')).toBe('DUTY_PERIOD_UNKNOWN');
  expect(of('2021年')).toBe('DUTY_PERIOD_UNKNOWN');
  updateAgency(db, agencyId, { kind: 'group', members: [nth(agencyIds, 1)] }, MADE);
  expect(of('2021-10')).toBe('DUTY_OF_GROUP');
  expect(listDutyRecords(db, PLAN)).toEqual([]);
});

test('records are changed and taken away; a duty goes with what was recorded for it', () => {
  const world = createTestDb();
  const { db, agencyIds } = world;
  const dutyId = aDuty(world);
  const agencyId = nth(agencyIds, 0);
  recordDuties(
    db,
    ['2021-10', '2021-11'].map((period) => ({ dutyId, agencyId, period, ...piece })),
    MADE,
  );
  const [first, second] = listDutyRecords(db, PLAN).map(({ id }) => id);
  const one = RowIdSchema.parse(first);
  doUndoRedo(
    db,
    () => setDutyRecords(db, [{ recordId: one, patch: { pieces: 2, receivedOn: '2021-10-13' } }], MADE),
    () => expect(listDutyRecords(db, PLAN)[0]).toMatchObject({ ...piece, pieces: 2, receivedOn: '2021-10-13' }),
  );
  doUndoRedo(
    db,
    () => setDutyRecords(db, [{ recordId: one, patch: null }], MADE),
    () => expect(listDutyRecords(db, PLAN).map(({ id }) => id)).toEqual([second]),
  );
  expect(codeOf(() => setDutyRecords(db, [{ recordId: one, patch: null }], MADE))).toBe('DUTY_RECORD_GONE');
  doUndoRedo(
    db,
    () => removeDuty(db, dutyId, MADE),
    () => expect([listDuties(db, PLAN), listDutyRecords(db, PLAN)]).toEqual([[], []]),
  );
  expect(codeOf(() => removeDuty(db, DutyIdSchema.parse(99), MADE))).toBe('DUTY_GONE');
});
