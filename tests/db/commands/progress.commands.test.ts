import { expect, test } from 'vitest';
import { setProgress } from '#db/commands/progress.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { AT, createTestDb, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

function world() {
  const test = createTestDb();
  const cell = { taskId: nth(test.taskIds, 0), agencyId: nth(test.agencyIds, 0), periodId: nth(test.periodIds, 9) };
  return { ...test, cell };
}

test('progress is recorded, undone and redone', () => {
  const { db, cell } = world();
  const start = snapshotDb(db);
  setProgress(db, [{ ...cell, patch: { status: 'done', percent: 100, narrative: '已完成抽检 50 批次' } }], made);
  expect(findProgress(db, cell.taskId, cell.agencyId, cell.periodId)).toMatchObject({
    status: 'done',
    percent: 100,
    narrative: '已完成抽检 50 批次',
    problems: '',
    origin: 'manual',
  });
  const done = snapshotDb(db);
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(start);
  redoStep(db, made);
  expect(snapshotDb(db)).toBe(done);
});

test('a patch changes the fields it names and no others', () => {
  const { db, cell } = world();
  setProgress(db, [{ ...cell, patch: { status: 'blocked', narrative: '甲', problems: '乙' } }], made);
  setProgress(db, [{ ...cell, patch: { narrative: '丙' } }], made);
  expect(findProgress(db, cell.taskId, cell.agencyId, cell.periodId)).toMatchObject({
    status: 'blocked',
    narrative: '丙',
    problems: '乙',
  });
});

test('clearing an entry removes it, and undo brings it back whole', () => {
  const { db, cell } = world();
  setProgress(db, [{ ...cell, patch: { status: 'in-progress', narrative: '甲', reportedOn: '2021-10-08' } }], made);
  const before = snapshotDb(db);
  setProgress(db, [{ ...cell, patch: null }], made);
  expect(findProgress(db, cell.taskId, cell.agencyId, cell.periodId)).toBeUndefined();
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(before);
});

test('an agency without a role in the task cannot report on it', () => {
  const { db, cell, agencyIds } = world();
  const entry = { ...cell, agencyId: nth(agencyIds, 3), patch: { status: 'done' as const } };
  expect(codeOf(() => setProgress(db, [entry], made))).toBe('NOT_ASSIGNED');
});

// The groups of a plan (各乡镇人民政府) hold the roles, their members do the work. Until 0.2.0 progress of a member was
// refused as NOT_ASSIGNED, so that twelve townships had one cell between them.
test('a member of a group can report on what the group owes, while it belongs to it', () => {
  const { db, cell, agencyIds, periodIds } = world();
  const [, , , member] = agencyIds;
  if (member === undefined) throw new Error('no agency');
  db.prepare(`INSERT INTO agency_member (group_id, member_id, ends_on) VALUES (?, ?, '2021-10-20')`).run(
    cell.agencyId,
    member,
  );
  const entry = { ...cell, agencyId: member, patch: { status: 'done' as const } };
  setProgress(db, [entry], made);
  expect(findProgress(db, cell.taskId, member, cell.periodId)).toMatchObject({ status: 'done' });
  expect(codeOf(() => setProgress(db, [{ ...entry, periodId: nth(periodIds, 10) }], made))).toBe('NOT_ASSIGNED');
});

// Until 0.2.0 a text typed without a status was stored as 推进中, which nobody had said.
test('what is told without a status has none, and a status can be taken back', () => {
  const { db, cell } = world();
  const look = () => findProgress(db, cell.taskId, cell.agencyId, cell.periodId);
  setProgress(db, [{ ...cell, patch: { narrative: '已布置', reporter: '填报人甲' } }], made);
  expect(look()).toMatchObject({ status: null, narrative: '已布置', reporter: '填报人甲' });
  setProgress(db, [{ ...cell, patch: { status: 'done' } }], made);
  setProgress(db, [{ ...cell, patch: { status: null } }], made);
  expect(look()).toMatchObject({ status: null, narrative: '已布置' });
});

test('a closed period takes no more progress', () => {
  const { db, cell } = world();
  db.prepare('UPDATE period SET closed_on = ? WHERE id = ?').run('2021-11-01', cell.periodId);
  expect(codeOf(() => setProgress(db, [{ ...cell, patch: { status: 'done' } }], made))).toBe('PERIOD_CLOSED');
});

test('one bad entry keeps all the others out', () => {
  const { db, cell, agencyIds } = world();
  const before = snapshotDb(db);
  const good = { ...cell, patch: { status: 'done' as const } };
  const bad = { ...good, agencyId: nth(agencyIds, 3) };
  expect(codeOf(() => setProgress(db, [good, bad], made))).toBe('NOT_ASSIGNED');
  expect(snapshotDb(db)).toBe(before);
});
