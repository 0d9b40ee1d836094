import { expect, test } from 'vitest';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { findAssignment } from '#db/queries/assignment.queries.ts';
import { findTask } from '#db/queries/plan.queries.ts';
import { AT, createTestDb, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

test('a role set by hand is there, is gone after undo, and is back after redo', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3), role: 'cooperating' } as const;
  const start = snapshotDb(db);

  const step = setRoles(db, [cell], made);
  expect(findAssignment(db, cell.taskId, cell.agencyId)).toMatchObject({ role: 'cooperating', origin: 'manual' });
  expect(step.label).toBe('设为配合：第 1 项 测试4');
  expect(step.touched).toEqual([{ taskId: cell.taskId, agencyId: cell.agencyId, periodId: null }]);
  const done = snapshotDb(db);

  undoStep(db, made);
  expect(snapshotDb(db)).toBe(start);
  redoStep(db, made);
  expect(snapshotDb(db)).toBe(done);
});

test('changing a role keeps the words of the document that gave the old one', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0) };
  setRoles(db, [{ ...cell, role: 'cooperating' }], made);
  expect(findAssignment(db, cell.taskId, cell.agencyId)).toMatchObject({
    role: 'cooperating',
    origin: 'manual',
    writtenAs: '县测试1局',
    span: { start: 0, end: 1 },
  });
});

test('a paste over many cells is one step', () => {
  const { db, taskIds, agencyIds } = createTestDb({ tasks: 20, agencies: 20 });
  const start = snapshotDb(db);
  const cells = taskIds.flatMap((taskId) =>
    agencyIds.map((agencyId) => ({ taskId, agencyId, role: 'co-responsible' as const })),
  );
  const step = setRoles(db, cells, { client: 'window', manner: 'pasted', at: AT });
  expect(step.label).toBe('修改 400 处责任');
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(start);
});

test('a cell named twice, as by overlapping ranges, takes the last role', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const start = snapshotDb(db);
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3) };
  const both = [{ ...cell, role: 'lead' } as const, { ...cell, role: 'cooperating' } as const];
  expect(setRoles(db, both, made).label).toBe('设为配合：第 1 项 测试4');
  expect(findAssignment(db, cell.taskId, cell.agencyId)).toMatchObject({ role: 'cooperating' });
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(start);
});

test('titles pasted beside roles are part of the same step, and go and come with it', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const start = snapshotDb(db);
  const cell = { taskId: nth(taskIds, 1), agencyId: nth(agencyIds, 3), role: 'cooperating' } as const;
  const step = setRoles(db, [cell], { client: 'window', manner: 'pasted', at: AT }, [
    { taskId: nth(taskIds, 2), title: '改过的标题' },
  ]);
  expect(step.label).toBe('粘贴 2 格');
  expect(findTask(db, nth(taskIds, 2))?.title).toBe('改过的标题');
  const done = snapshotDb(db);
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(start);
  redoStep(db, made);
  expect(snapshotDb(db)).toBe(done);
});

test('setting the role that is already there is refused and leaves no step', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0), role: 'lead' } as const;
  const steps = db.prepare('SELECT count(*) FROM step').pluck().get();
  expect(codeOf(() => setRoles(db, [cell], made))).toBe('NOTHING_TO_CHANGE');
  expect(db.prepare('SELECT count(*) FROM step').pluck().get()).toBe(steps);
});
