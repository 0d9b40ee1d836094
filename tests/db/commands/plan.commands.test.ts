import { expect, test } from 'vitest';
import { addAgencies, updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { addPlan, archivePlan } from '#db/commands/plan.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { insertTasks, renumberTasks } from '#db/commands/task.commands.ts';
import type { PlanDraft } from '#db/commands/write-plan.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { defaultPlanId, listPlans, listSections, listTasks } from '#db/queries/plan.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { periodsOf } from '#shared/domain/period.ts';
import { aReading, createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

type DraftAgency = PlanDraft['agencies'][number];

function draftAgency(name: string, more: Partial<DraftAgency> = {}): DraftAgency {
  return { name, shortName: name.slice(0, 4), kind: 'government', aliases: [], members: [], pinyin: 'x', ...more };
}

/** Next year's plan: two tasks, led by agency 1 of every test file, with agency 2 beside it. */
function nextYear(agencies: readonly DraftAgency[] = [draftAgency('县测试1局'), draftAgency('县测试2局')]): PlanDraft {
  const reading = { ...aReading({ tasks: 2, agencies: 2 }), title: '测试县2022年工作安排', year: 2022 };
  const source = { name: '明年.txt', text: '明年的原文', sha256: '1'.repeat(64) };
  return { reading, source, agencies, periods: periodsOf(2022, 'month') };
}

function rolesOf(db: ReturnType<typeof createTestDb>['db'], planId: PlanId): readonly string[] {
  const names = new Map(listAgencies(db).map((agency) => [agency.id, agency.name]));
  return listAssignments(db, planId).map(({ agencyId, role }) => `${names.get(agencyId)} ${role}`);
}

test("next year's plan comes into the file beside this year's, with the agencies the file has; undo takes it out whole", () => {
  const { db } = createTestDb();
  const [tasks, roles, agencies] = [listTasks(db, PLAN), listAssignments(db, PLAN), listAgencies(db)];
  doUndoRedo(
    db,
    () => addPlan(db, nextYear(), MADE),
    () => {
      const [added, old] = listPlans(db);
      expect([added?.year, old?.year]).toEqual([2022, 2021]);
      const planId = defaultPlanId(db);
      expect(planId).toBe(added?.id);
      expect(listTasks(db, planId).map((task) => task.number)).toEqual([1, 2]);
      expect(listSections(db, planId)).toHaveLength(2);
      expect(listPeriods(db, planId).map((period) => period.label)).toContain('2022-10');
      expect(rolesOf(db, planId)).toEqual([
        '县测试1局 lead',
        '县测试2局 co-responsible',
        '县测试1局 lead',
        '县测试2局 co-responsible',
      ]);
      expect(listTasks(db, PLAN)).toEqual(tasks);
      expect(listAssignments(db, PLAN)).toEqual(roles);
      expect(listAgencies(db).map((agency) => agency.name)).toEqual(agencies.map((agency) => agency.name));
    },
  );
});

test('an agency is known by another name and by a former one, a new name of it is kept, and a new agency goes to the end', () => {
  const { db, agencyIds } = createTestDb();
  updateAgency(db, nth(agencyIds, 0), { name: '县改名局' }, MADE);
  const drafts = [
    draftAgency('县测试1局'),
    draftAgency('县二局', { aliases: ['县测试2局', '二局办'] }),
    draftAgency('各乡镇', { kind: 'group', members: ['县测试1局', '县新局'] }),
    draftAgency('县新局', { aliases: ['新局办'] }),
  ];
  doUndoRedo(
    db,
    () => addPlan(db, nextYear(drafts), MADE),
    () => {
      const agencies = listAgencies(db);
      expect(agencies.slice(0, 4).map(({ name, aliases }) => [name, aliases])).toEqual([
        ['县改名局', []],
        ['县测试2局', ['县二局', '二局办']],
        ['县测试3局', []],
        ['县测试4局', []],
      ]);
      expect(agencies.slice(4).map(({ name, aliases }) => [name, aliases])).toEqual([
        ['各乡镇', []],
        ['县新局', ['新局办']],
      ]);
      expect(agencies[4]?.members).toEqual([nth(agencyIds, 0), agencies[5]?.id]);
      expect(rolesOf(db, defaultPlanId(db)).slice(0, 2)).toEqual(['县改名局 lead', '县测试2局 co-responsible']);
    },
  );
});

test('members that the file knows of a group are not changed by a plan that comes in', () => {
  const { db, agencyIds } = createTestDb();
  const [member] = agencyIds;
  if (member === undefined) throw new Error('no agency');
  const lists = { aliases: [], formerNames: [], members: [member] };
  addAgencies(db, [{ name: '各乡镇', shortName: '乡镇', kind: 'group', pinyin: 'gxz', ...lists }], MADE);
  const group = draftAgency('各乡镇', { kind: 'group', members: ['县测试2局'] });
  addPlan(db, nextYear([draftAgency('县测试1局'), draftAgency('县测试2局'), group]), MADE);
  expect(listAgencies(db).find((agency) => agency.name === '各乡镇')?.members).toEqual([member]);
});

test('the same document is refused a second time, and a newer version of it under the same name is taken', () => {
  const { db } = createTestDb();
  addPlan(db, nextYear(), MADE);
  const before = snapshotDb(db);
  expect(codeOf(() => addPlan(db, nextYear(), MADE))).toBe('PLAN_ALREADY_IN_FILE');
  expect(snapshotDb(db)).toBe(before);
  const draft = nextYear();
  addPlan(db, { ...draft, source: { ...draft.source, sha256: '2'.repeat(64) } }, MADE);
  expect(listPlans(db)).toHaveLength(3);
});

test('what is done in one plan leaves the other as it is: numbers, order, periods', () => {
  const { db, agencyIds, taskIds } = createTestDb();
  const { planId } = addPlan(db, nextYear(), MADE);
  const before = listTasks(db, planId);
  insertTasks(db, PLAN, { endOf: null }, [{ title: '今年的新任务', content: '' }], 'keep', MADE);
  expect(listTasks(db, PLAN).map((task) => task.number)).toEqual([4, 1, 3, 2]);
  renumberTasks(db, PLAN, MADE);
  expect(listTasks(db, planId)).toEqual(before);
  insertTasks(db, planId, { endOf: null }, [{ title: '明年的新任务', content: '' }], 'keep', MADE);
  expect(listTasks(db, planId).map((task) => task.number)).toEqual([3, 1, 2]);

  const place = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0) };
  const [strange] = listPeriods(db, planId);
  if (!strange) throw new Error('no period');
  const entry = { ...place, periodId: strange.id, patch: { narrative: '写错了年份' } };
  expect(codeOf(() => setProgress(db, [entry], MADE))).toBe('PERIOD_UNKNOWN');
  expect(listProgress(db, planId)).toEqual([]);
});

test('a place in another plan is no place for a task', () => {
  const { db, taskIds } = createTestDb();
  const { planId } = addPlan(db, nextYear(), MADE);
  const task = [{ title: '甲', content: '' }];
  const section = listSections(db, PLAN)[0]?.id ?? null;
  expect(codeOf(() => insertTasks(db, planId, { endOf: section }, task, 'keep', MADE))).toBe('SECTION_UNKNOWN');
  expect(codeOf(() => insertTasks(db, planId, { after: nth(taskIds, 0) }, task, 'keep', MADE))).toBe('TASK_GONE');
});

test('a plan that was worked in is not taken out from under the work', () => {
  const { db, agencyIds } = createTestDb();
  const added = addPlan(db, nextYear(), MADE);
  const [task] = listTasks(db, added.planId);
  if (!task) throw new Error('no task');
  setRoles(db, [{ taskId: task.id, agencyId: nth(agencyIds, 3), role: 'lead' }], MADE);
  expect(codeOf(() => undoStep(db, MADE, added.stepId))).toBe('CHANGED_SINCE');
});

test('a plan of the past is put aside, and the one that is worked on is shown', () => {
  const { db } = createTestDb();
  const { planId } = addPlan(db, nextYear(), MADE);
  doUndoRedo(
    db,
    () => archivePlan(db, planId, '2023-01-31', MADE),
    () => {
      expect(listPlans(db).map((plan) => plan.archivedOn)).toEqual(['2023-01-31', null]);
      expect(defaultPlanId(db)).toBe(PLAN);
    },
  );
  expect(codeOf(() => archivePlan(db, planId, '2023-02-01', MADE))).toBe('NOTHING_TO_CHANGE');
  expect(archivePlan(db, planId, null, MADE).label).toBe('取消归档《测试县2022年工作安排》');
  expect(defaultPlanId(db)).toBe(planId);
});
