import { expect, test } from 'vitest';
import { setProgress } from '#db/commands/progress.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { AT, createTestDb, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { origin: 'window', at: AT } as const;

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
