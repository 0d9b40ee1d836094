import { expect, test } from 'vitest';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { recordForm } from '#db/commands/form.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { findRedoable, findUndoable } from '#db/queries/step.queries.ts';
import type { ROLES } from '#shared/domain/role.ts';
import { AT, createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

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

test('undoing an earlier step is refused when its cell was changed since, even if it looks the same again', () => {
  const world = createTestDb();
  const first = setRole(world, 0, 3, 'lead');
  setRole(world, 0, 3, 'cooperating');
  setRole(world, 0, 3, 'lead');
  expect(codeOf(() => undoStep(world.db, made, first.stepId))).toBe('CHANGED_SINCE');
  undoStep(world.db, made);
  undoStep(world.db, made);
  expect(undoStep(world.db, made, first.stepId).touched).toHaveLength(1);
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
    planId: getPlan(db, PLAN).id,
    agencyId: nth(agencyIds, 0),
    periodId: nth(periodIds, 9),
    fileName: '表.xlsx',
    rows: [{ taskId: nth(taskIds, 0), base }],
  };
  recordForm(db, form, '发出填报表', MADE);
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
