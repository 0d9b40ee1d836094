// The past is asked with the same queries as the present, also in a file whose log was begun by an older program, with
// rows in the shape of their day.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { openDataFile } from '#db/open.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

test.each([10, 20])('each step of a file of format %i can be gone back to', (format) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, '旧.db');
  fs.copyFileSync(path.join(FIXTURES, `format-${format}.db`), file);
  const db = openDataFile(file);
  onTestFinished(() => void db.close());
  const steps = listSteps(db, 1000).map(({ id }) => id);
  expect(steps.length).toBeGreaterThan(4);
  const present = listTasks(db, PLAN);
  // After the last step of all, everything is as it is now.
  readAsAfter(db, nth(steps, 0), (past) => expect(snapshotDb(past)).toBe(snapshotDb(db)));
  for (const stepId of steps) {
    readAsAfter(db, stepId, (past) => {
      for (const task of listTasks(past, PLAN)) {
        // Places that the upgrade gave to tasks hold for rows of the log as well.
        const now = present.find(({ id }) => id === task.id);
        if (now?.number === task.number) expect(task.position).toBe(now.position);
      }
      expect(listOwed(past, PLAN).length).toBeGreaterThanOrEqual(listAssignments(past, PLAN).length);
    });
  }
  // After the first step the plan was there, and nothing had been reported.
  readAsAfter(db, nth(steps, steps.length - 1), (past) => {
    expect(listProgress(past, PLAN)).toEqual([]);
    expect(listTasks(past, PLAN).length).toBeGreaterThan(3);
  });
});

test('looking back changes nothing, and the present goes on', () => {
  const { db, taskIds, agencyIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3) };
  const before = snapshotDb(db);
  const { stepId } = setRoles(db, [{ ...cell, role: 'cooperating' }], MADE);
  const after = snapshotDb(db);
  readAsAfter(db, (stepId - 1) as typeof stepId, (past) => expect(snapshotDb(past)).toBe(before));
  expect(snapshotDb(db)).toBe(after);
  setRoles(db, [{ ...cell, role: 'lead' }], MADE);
  readAsAfter(db, stepId, (past) => expect(snapshotDb(past)).toBe(after));
});
