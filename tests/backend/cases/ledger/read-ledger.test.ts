import { expect, test } from 'vitest';
import { readLedger } from '#backend/cases/ledger/read-ledger.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { PeriodIdSchema, type TaskId } from '#shared/domain/ids.ts';
import { isoDate } from '#shared/domain/period.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { AT, createTestDb, MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';

const OCTOBER = 9;

function ledgerOf({ db, periodIds }: TestWorld, taskIds?: readonly TaskId[]) {
  return readLedger(
    { db, today: () => isoDate(new Date(AT)), calendar: WEEKENDS_ONLY },
    nth(periodIds, OCTOBER),
    taskIds,
  );
}

test('the ledger has a row for every task and agency, in the plan’s order, the lead first', () => {
  const rows = ledgerOf(createTestDb()).map(({ number, agencyName, role }) => `${number} ${agencyName} ${role}`);
  expect(rows).toEqual([
    '1 县测试1局 lead',
    '1 县测试2局 co-responsible',
    '3 县测试1局 lead',
    '3 县测试4局 co-responsible',
    '2 县测试1局 lead',
    '2 县测试3局 co-responsible',
  ]);
});

test('what was reported stands in its row, of this period alone; nothing is said where nobody said it', () => {
  const world = createTestDb();
  const { db, taskIds, agencyIds, periodIds } = world;
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0) };
  const patch = { percent: 40, narrative: '已开工\n正在浇筑', reportedOn: '2021-10-08' };
  setProgress(db, [{ ...cell, periodId: nth(periodIds, OCTOBER), patch }], MADE);
  setProgress(db, [{ ...cell, periodId: nth(periodIds, 0), patch: { narrative: '一月的话' } }], MADE);
  setNotes(db, [{ ...cell, text: '已电话核实' }], MADE);
  const [first, second] = ledgerOf(world);
  expect(first).toMatchObject({ ...patch, status: null, problems: '', note: '已电话核实' });
  expect(second).toMatchObject({ status: null, percent: null, narrative: '', reportedOn: null, note: null });
});

test('members of a group have rows of their own, behind the group', () => {
  const world = createTestDb({ tasks: 1, agencies: 4 });
  world.db.exec('INSERT INTO agency_member (group_id, member_id) VALUES (1, 4), (1, 3)');
  const rows = ledgerOf(world).map(({ agencyId, role, through }) => ({ agencyId, role, through }));
  expect(rows).toEqual([
    { agencyId: 1, role: 'lead', through: null },
    { agencyId: 3, role: 'lead', through: 1 },
    { agencyId: 4, role: 'lead', through: 1 },
    { agencyId: 2, role: 'co-responsible', through: null },
  ]);
});

test('a duty that begins or ends with a date has no row in a period it does not touch', () => {
  const world = createTestDb({ tasks: 1, agencies: 2 });
  world.db.exec("UPDATE assignment SET ends_on = '2021-06-30' WHERE agency_id = 2");
  expect(ledgerOf(world).map(({ agencyId }) => agencyId)).toEqual([1]);
});

test('the rows of some tasks can be read alone, and an unknown period is refused', () => {
  const world = createTestDb();
  const chosen = nth(world.taskIds, 1);
  expect(new Set(ledgerOf(world, [chosen]).map(({ taskId }) => taskId))).toEqual(new Set([chosen]));
  const unknown = () =>
    readLedger(
      { db: world.db, today: () => isoDate(new Date(AT)), calendar: WEEKENDS_ONLY },
      PeriodIdSchema.parse(999),
    );
  expect(unknown).toThrow(expect.objectContaining({ code: 'PERIOD_UNKNOWN' }));
});
