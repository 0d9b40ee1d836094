import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runChecks } from '#db/checks/checks.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { recordForm } from '#db/commands/form.commands.ts';
import { redoStep, undoStep } from '#db/commands/history.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { findRedoable, findUndoable } from '#db/queries/step.queries.ts';
import { ROLES } from '#shared/domain/role.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { AppError } from '#shared/errors.ts';
import { AT, createTestDb, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { origin: 'window', at: AT } as const;

function setRole(world: TestWorld, task: number, agency: number, role: (typeof ROLES)[number] | null) {
  return setRoles(world.db, [{ taskId: nth(world.taskIds, task), agencyId: nth(world.agencyIds, agency), role }], made);
}

test('undo goes back step by step, redo comes forward step by step', () => {
  const world = createTestDb();
  const states = [snapshotDb(world.db)];
  for (const agency of [1, 2, 3]) {
    setRole(world, 2, agency, 'cooperating');
    states.push(snapshotDb(world.db));
  }
  for (const state of states.slice(0, -1).toReversed()) {
    undoStep(world.db, made);
    expect(snapshotDb(world.db)).toBe(state);
  }
  expect(codeOf(() => undoStep(world.db, made))).toBe('NOTHING_TO_UNDO');
  for (const state of states.slice(1)) {
    redoStep(world.db, made);
    expect(snapshotDb(world.db)).toBe(state);
  }
  expect(codeOf(() => redoStep(world.db, made))).toBe('NOTHING_TO_REDO');
});

test('a new change after an undo ends what could be redone', () => {
  const world = createTestDb();
  setRole(world, 0, 2, 'lead');
  undoStep(world.db, made);
  expect(findRedoable(world.db)).toBeDefined();
  setRole(world, 0, 3, 'lead');
  expect(findRedoable(world.db)).toBeUndefined();
});

test('undoing an earlier step is refused when its cell has changed since, and changes nothing', () => {
  const world = createTestDb();
  const first = setRole(world, 0, 3, 'lead');
  setRole(world, 0, 3, 'cooperating');
  const before = snapshotDb(world.db);
  expect(codeOf(() => undoStep(world.db, made, first.stepId))).toBe('CHANGED_SINCE');
  expect(snapshotDb(world.db)).toBe(before);
});

test('an earlier step can be undone by itself when nothing leans on it', () => {
  const world = createTestDb();
  const before = snapshotDb(world.db);
  const first = setRole(world, 0, 3, 'lead');
  const second = setRole(world, 1, 3, 'lead');
  undoStep(world.db, made, first.stepId);
  undoStep(world.db, made, second.stepId);
  expect(snapshotDb(world.db)).toBe(before);
  expect(codeOf(() => undoStep(world.db, made, first.stepId))).toBe('STEP_ALREADY_UNDONE');
});

test('creating the plan and sending a form are in the log but not undone by Ctrl+Z', () => {
  const { db, taskIds, agencyIds, periodIds } = createTestDb();
  expect(findUndoable(db)).toBeUndefined();
  const base = { status: '', percent: '', narrative: '', problems: '', nextSteps: '', reportedOn: '' };
  const form = {
    planId: getPlan(db).id,
    agencyId: nth(agencyIds, 0),
    periodId: nth(periodIds, 9),
    fileName: '表.xlsx',
    rows: [{ taskId: nth(taskIds, 0), base }],
  };
  recordForm(db, form, '发出填报表', AT);
  expect(findUndoable(db)).toBeUndefined();
});

test('the log refuses to be changed or shortened', () => {
  const world = createTestDb();
  setRole(world, 0, 3, 'lead');
  for (const sql of [
    `UPDATE step SET label = ''`,
    'DELETE FROM step',
    `UPDATE change SET before = NULL`,
    'DELETE FROM change',
  ]) {
    expect(() => world.db.exec(sql)).toThrow(/append-only/);
  }
});

test('any run of random commands, undone step by step, ends byte-equal to the start and healthy', () => {
  const command = fc.oneof(
    fc.record({
      kind: fc.constant('role' as const),
      task: fc.nat(2),
      agency: fc.nat(3),
      role: fc.constantFrom(...ROLES, null),
    }),
    fc.record({
      kind: fc.constant('progress' as const),
      task: fc.nat(2),
      agency: fc.nat(3),
      status: fc.constantFrom(...STATUSES),
      narrative: fc.string(),
    }),
    fc.record({ kind: fc.constant('undo' as const) }),
    fc.record({ kind: fc.constant('redo' as const) }),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const world = createTestDb();
      const { db } = world;
      const start = snapshotDb(db);
      for (const run of commands) {
        try {
          if (run.kind === 'undo') undoStep(db, made);
          else if (run.kind === 'redo') redoStep(db, made);
          else if (run.kind === 'role') setRole(world, run.task, run.agency, run.role);
          else {
            const cell = {
              taskId: nth(world.taskIds, run.task),
              agencyId: nth(world.agencyIds, run.agency),
              periodId: nth(world.periodIds, 9),
            };
            setProgress(db, [{ ...cell, patch: { status: run.status, narrative: run.narrative } }], made);
          }
        } catch (error) {
          // A refusal is a fine outcome of a random command; anything else is a bug.
          if (!(error instanceof AppError)) throw error;
        }
      }
      expect(runChecks(db)).toEqual([]);
      while (findUndoable(db)) undoStep(db, made);
      expect(snapshotDb(db)).toBe(start);
      db.close();
    }),
    { numRuns: 100 },
  );
});
