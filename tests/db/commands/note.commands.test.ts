import { expect, test } from 'vitest';
import { setNotes } from '#db/commands/note.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { listNotes } from '#db/queries/note.queries.ts';
import { AgencyIdSchema } from '#shared/domain/ids.ts';
import { AT, createTestDb, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

test('a note stands on a cell without a role, is gone after undo, and is back after redo', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3) };
  const start = snapshotDb(db);
  const step = setNotes(db, [{ ...cell, text: '等市里文件' }], made);
  expect(step.label).toBe('批注：第 1 项 测试4');
  expect(step.touched).toEqual([{ ...cell, periodId: null }]);
  expect(listNotes(db, PLAN)).toMatchObject([{ ...cell, text: '等市里文件' }]);
  const done = snapshotDb(db);
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(start);
  redoStep(db, made);
  expect(snapshotDb(db)).toBe(done);
});

test('a task has a note of its own beside those of its cells', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const taskId = nth(taskIds, 0);
  const notes = [
    { taskId, agencyId: null, text: '全年重点' },
    { taskId, agencyId: nth(agencyIds, 0), text: '已电话催办' },
  ];
  expect(setNotes(db, notes, made).label).toBe('修改 2 处批注');
  setNotes(db, [{ taskId, agencyId: null, text: '全年重点，每月报' }], made);
  expect(listNotes(db, PLAN).map((note) => note.text)).toEqual(['全年重点，每月报', '已电话催办']);
});

test('of two notes given for one cell at once, the last is kept', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3) };
  const both = [
    { ...cell, text: '甲' },
    { ...cell, text: '乙' },
  ];
  expect(setNotes(db, both, made).label).toBe('批注：第 1 项 测试4');
  expect(listNotes(db, PLAN)).toMatchObject([{ ...cell, text: '乙' }]);
});

test('an emptied note is taken away', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3) };
  setNotes(db, [{ ...cell, text: '等市里文件' }], made);
  const noted = snapshotDb(db);
  expect(setNotes(db, [{ ...cell, text: '' }], made).label).toBe('删除批注：第 1 项 测试4');
  expect(listNotes(db, PLAN)).toEqual([]);
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(noted);
  undoStep(db, made);
  expect(codeOf(() => setNotes(db, [{ ...cell, text: '' }], made))).toBe('NOTHING_TO_CHANGE');
});

test('a note on an agency that does not exist is refused', () => {
  const { db, taskIds } = createTestDb();
  const note = { taskId: nth(taskIds, 0), agencyId: AgencyIdSchema.parse(999), text: '甲' };
  expect(codeOf(() => setNotes(db, [note], made))).toBe('AGENCY_GONE');
});
