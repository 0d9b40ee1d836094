import { expect, test } from 'vitest';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { closePeriod, reopenPeriod } from '#db/commands/period.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import { type PeriodId, PeriodIdSchema } from '#shared/domain/ids.ts';
import { createTestDb, MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const CLOSED_AS = { closedOn: '2021-11-01', owed: 6, missing: 2 } as const;

function october({ periodIds }: TestWorld): PeriodId {
  return nth(periodIds, 9);
}

function isClosed(db: WritableDb, periodId: PeriodId): boolean {
  return findPeriod(db, periodId)?.closedOn != null;
}

function cellOf(world: TestWorld, agency: number) {
  return { taskId: nth(world.taskIds, 0), agencyId: nth(world.agencyIds, agency), periodId: october(world) };
}

test('closing a period is a step that says what is not reported; undone and redone as any other', () => {
  const world = createTestDb();
  const { db } = world;
  doUndoRedo(
    db,
    () => closePeriod(db, october(world), CLOSED_AS, MADE),
    () => expect(findPeriod(db, october(world))?.closedOn).toBe('2021-11-01'),
  );
  expect(listSteps(db, 9).map(({ label }) => label)).toContain('关闭2021年10月（应报 6 项，未报 2 项）');
  const all = closePeriod(db, nth(world.periodIds, 0), { ...CLOSED_AS, missing: 0 }, MADE);
  expect(all.label).toBe('关闭2021年1月（应报 6 项，全部已报）');
});

test('opening it again keeps the reason in the history, on one line; undone, it is closed as before', () => {
  const world = createTestDb();
  const { db } = world;
  closePeriod(db, october(world), CLOSED_AS, MADE);
  doUndoRedo(
    db,
    () => reopenPeriod(db, october(world), ' 县公安局\n更正数据 ', MADE),
    () => expect(isClosed(db, october(world))).toBe(false),
  );
  expect(listSteps(db, 9).map(({ label }) => label)).toContain('重新打开2021年10月（原因：县公安局 更正数据）');
});

test('what makes no sense is refused and changes nothing', () => {
  const world = createTestDb();
  const { db } = world;
  const period = october(world);
  const unknown = PeriodIdSchema.parse(999);
  expect(codeOf(() => closePeriod(db, unknown, CLOSED_AS, MADE))).toBe('PERIOD_UNKNOWN');
  expect(codeOf(() => reopenPeriod(db, unknown, '更正', MADE))).toBe('PERIOD_UNKNOWN');
  expect(codeOf(() => reopenPeriod(db, period, '更正', MADE))).toBe('PERIOD_NOT_CLOSED');
  closePeriod(db, period, CLOSED_AS, MADE);
  expect(codeOf(() => closePeriod(db, period, CLOSED_AS, MADE))).toBe('PERIOD_CLOSED');
  expect(codeOf(() => reopenPeriod(db, period, ' \n', MADE))).toBe('REASON_MISSING');
  expect(isClosed(db, period)).toBe(true);
});

test('no undo of an older step writes into a closed period; opened again, it may', () => {
  const world = createTestDb();
  const { db } = world;
  const cell = cellOf(world, 0);
  const { stepId } = setProgress(db, [{ ...cell, patch: { narrative: '已排查' } }], MADE);
  closePeriod(db, october(world), CLOSED_AS, MADE);
  expect(codeOf(() => undoStep(db, MADE, stepId))).toBe('PERIOD_CLOSED');
  expect(findProgress(db, cell.taskId, cell.agencyId, cell.periodId)?.narrative).toBe('已排查');
  reopenPeriod(db, october(world), '更正', MADE);
  undoStep(db, MADE, stepId);
  expect(findProgress(db, cell.taskId, cell.agencyId, cell.periodId)).toBeUndefined();
  redoStep(db, MADE);
  expect(findProgress(db, cell.taskId, cell.agencyId, cell.periodId)?.narrative).toBe('已排查');
});

test('an entry of a closed period follows its agency into another one, and back', () => {
  const world = createTestDb();
  const { db } = world;
  const cell = cellOf(world, 1);
  setProgress(db, [{ ...cell, patch: { narrative: '已排查' } }], MADE);
  closePeriod(db, october(world), CLOSED_AS, MADE);
  const into = nth(world.agencyIds, 3);
  mergeAgencies(db, cell.agencyId, into, MADE);
  expect(findProgress(db, cell.taskId, into, cell.periodId)?.narrative).toBe('已排查');
  undoStep(db, MADE);
  expect(findProgress(db, cell.taskId, cell.agencyId, cell.periodId)?.narrative).toBe('已排查');
});
