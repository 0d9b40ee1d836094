import { expect, test } from 'vitest';
import { carryForward, confirmCarried } from '#db/commands/carry.commands.ts';
import { closePeriod } from '#db/commands/period.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { previewCarry } from '#db/queries/carry.queries.ts';
import { listProgressMarks } from '#db/queries/standing.queries.ts';
import { CARRIED_FIELDS, USUALLY_CARRIED } from '#shared/domain/carry.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

/** The first agency has reported tasks 1 and 2 in January, and task 2 in February already. */
function aWorld() {
  const world = createTestDb();
  const { db, taskIds, agencyIds, periodIds } = world;
  const [january, february] = [nth(periodIds, 0), nth(periodIds, 1)];
  const agencyId = nth(agencyIds, 0);
  const patch = {
    status: 'in-progress',
    percent: 40,
    narrative: '已排查',
    problems: '人手不足',
    reporter: '李四',
    reportedOn: '2021-01-14',
  } as const;
  setProgress(
    db,
    [
      { taskId: nth(taskIds, 0), agencyId, periodId: january, patch },
      { taskId: nth(taskIds, 1), agencyId, periodId: january, patch: { narrative: '一月' } },
      { taskId: nth(taskIds, 1), agencyId, periodId: february, patch: { narrative: '二月' } },
    ],
    MADE,
  );
  return {
    ...world,
    january,
    february,
    agencyId,
    order: { fromPeriodId: january, intoPeriodId: february, fields: USUALLY_CARRIED },
  };
}

const markOf = ({ db, taskIds }: TestWorld, periodId: ReturnType<typeof aWorld>['february']) =>
  listProgressMarks(db, PLAN, { periodId }).find(({ taskId }) => taskId === taskIds[0]);

test('what is chosen goes on where the next period has nothing, and is no report', () => {
  const world = aWorld();
  const { db, taskIds, agencyId, february, order } = world;
  expect(previewCarry(db, order)).toEqual({ entries: 1, kept: 0, notOwed: 0 });
  expect(previewCarry(db, { ...order, fields: CARRIED_FIELDS })).toEqual({ entries: 1, kept: 1, notOwed: 0 });
  doUndoRedo(
    db,
    () => carryForward(db, order, MADE),
    () => {
      expect(findProgress(db, nth(taskIds, 0), agencyId, february)).toMatchObject({
        ...{ status: 'in-progress', percent: 40, narrative: '', problems: '人手不足', reportedOn: null, reporter: '' },
        origin: 'carried',
      });
      expect(markOf(world, february)).toMatchObject({ status: null, said: 0, carried: 1, percent: 40 });
      expect(findProgress(db, nth(taskIds, 1), agencyId, february)?.narrative).toBe('二月');
    },
  );
  expect(codeOf(() => carryForward(db, order, MADE))).toBe('NOTHING_TO_CARRY');
});

test('a carried entry is a report as soon as somebody touches it, or says that it holds', () => {
  const world = aWorld();
  const { db, taskIds, agencyId, february, order } = world;
  const cell = { taskId: nth(taskIds, 0), agencyId };
  carryForward(db, order, MADE);
  doUndoRedo(
    db,
    () => confirmCarried(db, february, [cell], MADE),
    () => expect(markOf(world, february)).toMatchObject({ status: 'in-progress', said: 1, carried: 0 }),
  );
  expect(codeOf(() => confirmCarried(db, february, [cell], MADE))).toBe('NOTHING_TO_CHANGE');
});

test('the same words said again are a report', () => {
  const world = aWorld();
  const { db, taskIds, agencyId, february, order } = world;
  carryForward(db, order, MADE);
  setProgress(db, [{ taskId: nth(taskIds, 0), agencyId, periodId: february, patch: { percent: 40 } }], MADE);
  expect(markOf(world, february)).toMatchObject({ said: 1, carried: 0 });
});

test('only of chosen agencies and tasks, and never into a closed period', () => {
  const { db, taskIds, agencyIds, february, order } = aWorld();
  expect(previewCarry(db, { ...order, agencyIds: [nth(agencyIds, 1)] }).entries).toBe(0);
  expect(previewCarry(db, { ...order, taskIds: [nth(taskIds, 1)] }).entries).toBe(0);
  closePeriod(db, february, { closedOn: '2021-03-01', owed: 1, missing: 0 }, MADE);
  expect(codeOf(() => carryForward(db, order, MADE))).toBe('PERIOD_CLOSED');
});
