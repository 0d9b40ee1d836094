import { describe, expect, it } from 'vitest';
import { setPlanCadence, setTaskCadence } from '#db/commands/cadence.commands.ts';
import { addOwnPeriod, makePeriods } from '#db/commands/make-periods.commands.ts';
import { closePeriod, removePeriod, setPeriodDue } from '#db/commands/period.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { isOwed, listOwed } from '#db/queries/owed.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { isOwedIn } from '#shared/domain/owed.ts';
import type { KindRule } from '#shared/domain/period-rule.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const FIFTH_OF_NEXT: KindRule = { kind: 'month', dueDay: 5, dueIn: 'next', onHoliday: 'next-workday' };

const dueDays = ({ db }: TestWorld) =>
  listPeriods(db, PLAN)
    .filter(({ kind }) => kind === 'month')
    .map(({ dueOn }) => dueOn);

describe('making periods ahead', () => {
  it('makes kinds and years once, as one step', () => {
    const world = createTestDb();
    const { db } = world;
    const want = { planId: PLAN, kinds: ['quarter', 'week'], years: [2021, 2022], rules: [] } as const;
    doUndoRedo(
      db,
      () => makePeriods(db, want, MADE),
      () => expect(listPeriods(db, PLAN).filter(({ kind }) => kind !== 'month')).toHaveLength(4 + 4 + 52 + 52),
    );
    expect(codeOf(() => makePeriods(db, want, MADE))).toBe('NOTHING_TO_CHANGE');
  });

  it('a new rule dates open periods anew, not those closed or changed by hand', () => {
    const world = createTestDb();
    const { db, periodIds } = world;
    closePeriod(db, nth(periodIds, 0), { closedOn: '2021-02-01', owed: 1, missing: 0 }, MADE);
    setPeriodDue(db, nth(periodIds, 1), { dueOn: '2021-02-20', onHoliday: 'stays' }, MADE);
    const want = { planId: PLAN, kinds: [], years: [], rules: [FIFTH_OF_NEXT] };
    doUndoRedo(
      db,
      () => makePeriods(db, want, MADE),
      () => {
        expect(dueDays(world).slice(0, 4)).toEqual(['2021-01-15', '2021-02-20', '2021-04-05', '2021-05-05']);
        expect(dueDays(world).at(-1)).toBe('2022-01-05');
      },
    );
    const again = { ...want, rules: [{ ...FIFTH_OF_NEXT, dueDay: 8 }] };
    makePeriods(db, again, MADE);
    expect(dueDays(world).slice(0, 4)).toEqual(['2021-01-15', '2021-02-20', '2021-04-08', '2021-05-08']);
    makePeriods(db, { planId: PLAN, kinds: ['month'], years: [2022], rules: [] }, MADE);
    expect(dueDays(world)[12]).toBe('2022-02-08');
    expect(listPeriods(db, PLAN).at(-1)).toMatchObject({ onHoliday: 'next-workday' });
  });

  it('one of its own, whose name and dates must make sense', () => {
    const { db } = createTestDb();
    const own = { planId: PLAN, label: ' 专项\n行动 ', onHoliday: 'stays' } as const;
    const dates = { startsOn: '2021-07-01', endsOn: '2021-08-31', dueOn: '2021-09-05' };
    doUndoRedo(
      db,
      () => addOwnPeriod(db, { ...own, ...dates }, MADE),
      () =>
        expect(listPeriods(db, PLAN).find(({ kind }) => kind === 'own')).toMatchObject({
          label: '专项 行动',
          ...dates,
        }),
    );
    expect(codeOf(() => addOwnPeriod(db, { ...own, ...dates, startsOn: '2021-06-01' }, MADE))).toBe('PERIOD_TAKEN');
    expect(codeOf(() => addOwnPeriod(db, { ...own, ...dates, label: '2021-03' }, MADE))).toBe('PERIOD_TAKEN');
    expect(codeOf(() => addOwnPeriod(db, { ...own, ...dates, label: '另', endsOn: '2021-06-01' }, MADE))).toBe(
      'PERIOD_DATES',
    );
  });

  it('takes away what nothing hangs on', () => {
    const world = createTestDb();
    const { db, periodIds } = world;
    const cell = { taskId: nth(world.taskIds, 0), agencyId: nth(world.agencyIds, 0), periodId: nth(periodIds, 3) };
    setProgress(db, [{ ...cell, patch: { narrative: '已排查' } }], MADE);
    doUndoRedo(
      db,
      () => removePeriod(db, nth(periodIds, 11), MADE),
      () => expect(listPeriods(db, PLAN)).toHaveLength(11),
    );
    expect(codeOf(() => removePeriod(db, nth(periodIds, 3), MADE))).toBe('PERIOD_IN_USE');
    closePeriod(db, nth(periodIds, 4), { closedOn: '2021-06-01', owed: 1, missing: 0 }, MADE);
    expect(codeOf(() => removePeriod(db, nth(periodIds, 4), MADE))).toBe('PERIOD_CLOSED');
    expect(codeOf(() => setPeriodDue(db, nth(periodIds, 4), { dueOn: '2021-06-01', onHoliday: 'stays' }, MADE))).toBe(
      'PERIOD_CLOSED',
    );
    expect(codeOf(() => setPeriodDue(db, nth(periodIds, 5), { dueOn: '2021-01-01', onHoliday: 'stays' }, MADE))).toBe(
      'PERIOD_DATES',
    );
  });
});

describe('by which kind of period a task is reported', () => {
  const owedLabels = ({ db, taskIds }: TestWorld, task: number) => {
    const owed = listOwed(db, PLAN).filter(({ taskId }) => taskId === taskIds[task]);
    return listPeriods(db, PLAN)
      .filter((period) => owed.some((duty) => isOwedIn(duty, period)))
      .map(({ label }) => label);
  };

  it('is owed in periods of that kind alone, and in every own period; those missing are made', () => {
    const world = createTestDb();
    const { db, taskIds } = world;
    addOwnPeriod(
      db,
      {
        planId: PLAN,
        label: '专项行动',
        startsOn: '2021-07-01',
        endsOn: '2021-08-31',
        dueOn: '2021-08-31',
        onHoliday: 'stays',
      },
      MADE,
    );
    doUndoRedo(
      db,
      () => setTaskCadence(db, [nth(taskIds, 0), nth(taskIds, 1)], 'quarter', MADE),
      () => {
        const quarters = ['一', '二', '三', '四'].map((word) => `2021年第${word}季度`);
        expect(owedLabels(world, 0).toSorted()).toEqual([...quarters, '专项行动'].toSorted());
        expect(owedLabels(world, 2)).toHaveLength(13);
      },
    );
    expect(codeOf(() => setTaskCadence(db, [nth(taskIds, 0)], 'quarter', MADE))).toBe('NOTHING_TO_CHANGE');
    setTaskCadence(db, [nth(taskIds, 0)], null, MADE);
    expect(owedLabels(world, 0)).toHaveLength(13);
  });

  it('cannot be written where it is not owed, and follows the plan unless it says otherwise', () => {
    const world = createTestDb();
    const { db, taskIds, agencyIds, periodIds } = world;
    setTaskCadence(db, [nth(taskIds, 0)], 'month', MADE);
    doUndoRedo(
      db,
      () => setPlanCadence(db, PLAN, 'quarter', MADE),
      () => expect(owedLabels(world, 1)).toHaveLength(4),
    );
    expect(owedLabels(world, 0)).toHaveLength(12);
    const march = listPeriods(db, PLAN).find(({ label }) => label === '2021-03');
    const cell = { agencyId: nth(agencyIds, 0), periodId: march?.id ?? nth(periodIds, 2) };
    expect(
      codeOf(() => setProgress(db, [{ ...cell, taskId: nth(taskIds, 1), patch: { narrative: '一' } }], MADE)),
    ).toBe('NOT_ASSIGNED');
    expect(isOwed(db, nth(taskIds, 0), cell.agencyId, march ?? nth(listPeriods(db, PLAN), 0))).toBe(true);
  });
});
