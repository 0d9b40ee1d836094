// A small plan through its year: three tasks, the first agency leads all of them, another one helps with each.
import { describe, expect, it } from 'vitest';
import { readCountedDuties, readStatistics, readTwoDays } from '#backend/cases/statistics/read-statistics.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { closePeriod } from '#db/commands/period.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { setScoringRule } from '#db/commands/scoring-rule.commands.ts';
import { removeTasks } from '#db/commands/task.commands.ts';
import { undoStep } from '#db/log/history.commands.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { DEFAULT_SCORING } from '#shared/domain/scoring-rule.ts';
import { DIMENSIONS, FIGURES, type TallyRow } from '#shared/domain/statistics.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

const OCTOBER = 9;
const on = (day: string) => ({ ...MADE, at: new Date(`${day}T10:00:00`).toISOString() });

function asked({ db }: TestWorld, today: string) {
  return { db, today: () => today, calendar: WEEKENDS_ONLY, calendarOf: () => WEEKENDS_ONLY };
}

function statisticsOf(world: TestWorld, today: string, more: { period?: number; on?: string } = {}) {
  const periodId = more.period === undefined ? undefined : nth(world.periodIds, more.period);
  return readStatistics(asked(world, today), { planId: PLAN, periodId, on: more.on });
}

function report(
  world: TestWorld,
  task: number,
  agency: number,
  patch: ProgressPatch,
  day = '2021-10-12',
  period = OCTOBER,
) {
  const cell = {
    taskId: nth(world.taskIds, task - 1),
    agencyId: nth(world.agencyIds, agency - 1),
    periodId: nth(world.periodIds, period),
  };
  return setProgress(world.db, [{ ...cell, patch }], on(day));
}

const row = (rows: readonly TallyRow[], key: string) => rows.find((each) => each.key === key);
const DONE = { status: 'done', narrative: '已办结', reportedOn: '2021-10-12' } as const;

describe('counts of a period', () => {
  const world = createTestDb();
  report(world, 1, 1, DONE);
  report(world, 2, 1, { status: 'blocked', reportedOn: '2021-10-18' });
  report(world, 3, 1, { narrative: '没有写状态', reportedOn: '2021-10-15' });
  const october = statisticsOf(world, '2021-10-20', { period: OCTOBER });

  it('add up to what is owed, in every dimension', () => {
    expect(october).toMatchObject({
      owed: 6,
      reported: 3,
      missing: 3,
      done: 1,
      blocked: 1,
      overdue: 3,
      late: 1,
      rate: 0.5,
    });
    for (const dimension of [
      'byStatus',
      'byLight',
      'byRole',
      'bySection',
      'byAgency',
      'byKind',
      'byLeader',
      'byPeriod',
    ] as const) {
      expect([dimension, october[dimension].reduce((sum, { owed }) => sum + owed, 0)]).toEqual([dimension, 6]);
      expect(october[dimension].reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    }
  });

  it('name each value by a key and a word', () => {
    expect(october.byStatus.map(({ key, name, owed }) => [key, name, owed])).toEqual([
      ['done', '已完成', 1],
      ['blocked', '受阻', 1],
      ['unsaid', '已报送，未注明状态', 1],
      ['missing', '未报送', 3],
    ]);
    expect(row(october.byLight, 'overdue')).toMatchObject({ name: '逾期未报', owed: 3 });
    expect(row(october.byRole, 'lead')).toMatchObject({ name: '牵头', owed: 3, reported: 3, rate: 1 });
    expect(row(october.byAgency, '县测试2局')).toMatchObject({ owed: 1, missing: 1, rate: 0 });
    expect(row(october.bySection, '1')).toMatchObject({ name: '第一部分', owed: 4 });
    expect(row(october.byPeriod, '2021-10')).toMatchObject({ name: '2021年10月', owed: 6 });
  });

  it('lead to the duties behind each of them, as many as were counted', () => {
    const periodId = nth(world.periodIds, OCTOBER);
    const context = asked(world, '2021-10-20');
    for (const dimension of DIMENSIONS) {
      for (const { key, ...counts } of october[dimension]) {
        for (const figure of FIGURES) {
          const duties = readCountedDuties(context, { planId: PLAN, periodId, row: { dimension, key }, figure });
          expect([dimension, key, figure, duties.length]).toEqual([dimension, key, figure, counts[figure]]);
        }
      }
    }
    const late = readCountedDuties(context, { planId: PLAN, periodId, figure: 'late' });
    expect(late).toMatchObject([{ task: 2, agency: '县测试1局', period: '2021-10', daysLate: 3, dueOn: '2021-10-15' }]);
  });

  it('before the due day nothing is overdue', () => {
    expect(statisticsOf(world, '2021-10-15', { period: OCTOBER })).toMatchObject({ missing: 3, overdue: 0 });
  });

  it('of all periods are those that have begun', () => {
    const all = statisticsOf(world, '2021-10-20');
    expect(all.periods.map(({ label }) => label).at(-1)).toBe('2021-10');
    expect(all).toMatchObject({ owed: 60, reported: 3 });
    expect(row(all.byPeriod, '2021-09')).toMatchObject({ owed: 6, missing: 6, overdue: 6 });
  });

  it('what was due before the plan was issued is missing, and never late', () => {
    const early = createTestDb();
    early.db.prepare("UPDATE plan SET issued_on = '2021-10-07'").run();
    report(early, 1, 2, { ...DONE, reportedOn: '2021-10-08' }, '2021-10-08', 0);
    const all = statisticsOf(early, '2021-10-20');
    expect(row(all.byPeriod, '2021-09')).toMatchObject({ missing: 6, overdue: 0 });
    expect(row(all.byPeriod, '2021-01')).toMatchObject({ reported: 1, late: 0 });
    expect(all).toMatchObject({ missing: 59, overdue: 6 });
    expect(all.ranking.find(({ agency }) => agency === '县测试3局')?.because).toContain('到期未报 1 项');
  });

  it('the load of an agency is its tasks by role', () => {
    expect(october.load[0]).toEqual({ agency: '县测试1局', lead: 3, coResponsible: 0, cooperating: 0, weighted: 9 });
  });
});

describe('the ranking', () => {
  const world = createTestDb();
  report(world, 1, 1, DONE);
  report(world, 2, 1, { status: 'in-progress', narrative: '推进中', reportedOn: '2021-10-18' });
  report(world, 3, 1, { status: 'in-progress', narrative: '推进中', reportedOn: null });
  report(world, 1, 2, { status: 'in-progress', reportedOn: '2021-10-15' });

  it('is by the rule, with the reasons in words', () => {
    const { ranking } = statisticsOf(world, '2021-10-20', { period: OCTOBER });
    expect(ranking).toEqual([
      {
        rank: 1,
        agency: '县测试1局',
        score: 98.33,
        because:
          '已到期或已报送 3 项：按时报送 2 项（0）；逾期报送 1 项共 3 天（−15）；已完成 1 项（+10）。各项平均 −1.67，基础分 100，得 98.33 分',
      },
      {
        rank: 2,
        agency: '县测试2局',
        score: 90,
        because:
          '已到期或已报送 1 项：按时报送 1 项（0）；只报状态、无进展文字 1 项（−10）。各项平均 −10，基础分 100，得 90 分',
      },
      { rank: 3, agency: '县测试3局', score: 0, because: expect.stringContaining('到期未报 1 项（−100）') },
      { rank: 3, agency: '县测试4局', score: 0, because: expect.stringContaining('到期未报 1 项（−100）') },
    ]);
  });

  it('judges nobody for what is not due yet', () => {
    const { ranking } = statisticsOf(world, '2021-10-14', { period: OCTOBER });
    expect(ranking.map(({ agency }) => agency)).toEqual(['县测试1局', '县测试2局']);
  });

  it('takes no more off for one report than the limit', () => {
    const late = createTestDb();
    report(late, 1, 2, { status: 'in-progress', narrative: '补报', reportedOn: '2021-12-30' });
    const { ranking } = statisticsOf(late, '2021-12-31', { period: OCTOBER });
    expect(ranking.find(({ agency }) => agency === '县测试2局')?.score).toBe(50);
  });

  it('of a past day is what it was, by the rule that stood then', () => {
    const before = statisticsOf(world, '2021-10-20', { on: '2021-10-20' });
    setScoringRule(world.db, PLAN, { ...DEFAULT_SCORING, base: 0, per: 'total' }, on('2021-10-25'));
    report(world, 2, 3, DONE, '2021-10-26');
    undoStep(world.db, on('2021-10-27'));
    report(world, 3, 4, DONE, '2021-10-28');
    expect(statisticsOf(world, '2021-12-31', { on: '2021-10-20' })).toEqual(before);
    // On the evening of the 26th the entry stood that was taken back a day later.
    const evening = statisticsOf(world, '2021-12-31', { on: '2021-10-26' });
    expect(row(evening.byAgency, '县测试3局')).toMatchObject({ reported: 1 });
    expect(row(statisticsOf(world, '2021-12-31', { on: '2021-10-27' }).byAgency, '县测试3局')).toMatchObject({
      reported: 0,
    });
    expect(evening.scoring.base).toBe(0);
  });

  it('before the file began there is none', () => {
    expect(codeOf(() => statisticsOf(world, '2021-12-31', { on: '2021-01-01' }))).toBe('BEFORE_FIRST_STEP');
  });
});

describe('what changed since', () => {
  it('agencies that were merged, tasks that were removed and roles taken away count as they stood on the day', () => {
    const world = createTestDb();
    const { db, taskIds, agencyIds } = world;
    report(world, 1, 2, DONE);
    mergeAgencies(db, nth(agencyIds, 1), nth(agencyIds, 2), on('2021-10-20'));
    removeTasks(db, PLAN, [nth(taskIds, 1)], 'keep', on('2021-10-21'));
    const then = statisticsOf(world, '2021-12-31', { on: '2021-10-19', period: OCTOBER });
    expect(then).toMatchObject({ owed: 6, reported: 1 });
    expect(row(then.byAgency, '县测试2局')).toMatchObject({ owed: 1, done: 1 });
    const now = statisticsOf(world, '2021-10-31', { period: OCTOBER });
    expect(now.owed).toBe(4);
    expect(row(now.byAgency, '县测试2局')).toBeUndefined();
    expect(row(now.byAgency, '县测试3局')).toMatchObject({ done: 1 });
  });

  it('a closed period keeps who owed what when it was closed', () => {
    const world = createTestDb();
    const { db, taskIds, agencyIds, periodIds } = world;
    closePeriod(db, nth(periodIds, OCTOBER), { closedOn: '2021-10-20', owed: 6, missing: 6 }, on('2021-10-20'));
    setRoles(db, [{ taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 1), role: null }], on('2021-10-21'));
    expect(row(statisticsOf(world, '2021-11-01', { period: OCTOBER }).byAgency, '县测试2局')).toMatchObject({
      owed: 1,
    });
    expect(row(statisticsOf(world, '2021-11-01', { period: OCTOBER + 1 }).byAgency, '县测试2局')).toBeUndefined();
  });
});

describe('two days compared', () => {
  const world = createTestDb();
  const { db, taskIds, agencyIds } = world;
  report(world, 1, 1, { status: 'in-progress', narrative: '推进中', reportedOn: '2021-10-12' }, '2021-10-12');
  report(world, 2, 1, { status: 'in-progress', narrative: '推进中', reportedOn: '2021-10-12' }, '2021-10-12');
  report(world, 1, 1, { status: 'done', reportedOn: '2021-11-10' }, '2021-11-10', OCTOBER + 1);
  report(world, 2, 1, { status: 'blocked', reportedOn: '2021-11-10' }, '2021-11-10', OCTOBER + 1);
  report(world, 1, 2, { status: 'in-progress', reportedOn: '2021-11-10' }, '2021-11-10', OCTOBER + 1);
  setRoles(db, [{ taskId: nth(taskIds, 1), agencyId: nth(agencyIds, 3), role: 'cooperating' }], on('2021-11-12'));
  setRoles(db, [{ taskId: nth(taskIds, 2), agencyId: nth(agencyIds, 3), role: null }], on('2021-11-12'));
  const compared = readTwoDays(asked(world, '2021-12-31'), { planId: PLAN, from: '2021-10-20', to: '2021-11-20' });

  it('say of each duty that moved how, from what, to what', () => {
    expect(
      compared.duties.map(({ task, agency, move, before, after }) => [task, agency, move, before?.word, after?.word]),
    ).toEqual([
      [1, '县测试1局', 'done', '推进中', '已完成'],
      [1, '县测试2局', 'better', '逾期未报', '推进中'],
      [3, '县测试4局', 'gone', '逾期未报', undefined],
      [2, '县测试1局', 'worse', '推进中', '受阻'],
      [2, '县测试4局', 'new', undefined, '逾期未报'],
    ]);
    expect(compared.duties[0]).toMatchObject({ before: { period: '2021-10' }, after: { period: '2021-11' } });
  });

  it('count for each agency', () => {
    expect(compared.agencies[0]).toMatchObject({
      agency: '县测试1局',
      before: { owed: 3, reported: 2 },
      after: { owed: 3, reported: 2, done: 1 },
      done: 1,
      worse: 1,
      better: 0,
      new: 0,
      gone: 0,
    });
    expect(compared).toMatchObject({ from: '2021-10-20', to: '2021-11-20', before: { owed: 6 }, after: { owed: 6 } });
  });

  it('are put in order, and nothing has moved between a day and itself', () => {
    const turned = readTwoDays(asked(world, '2021-12-31'), { planId: PLAN, from: '2021-11-20', to: '2021-10-20' });
    expect(turned).toEqual(compared);
    const same = readTwoDays(asked(world, '2021-12-31'), { planId: PLAN, from: '2021-11-20', to: '2021-11-20' });
    expect(same.duties).toEqual([]);
  });

  it('the first days of a month, in which nobody owes anything yet, make nothing worse', () => {
    const start = readTwoDays(asked(world, '2021-12-31'), { planId: PLAN, from: '2021-10-20', to: '2021-11-01' });
    expect(start.duties).toEqual([]);
  });
});
