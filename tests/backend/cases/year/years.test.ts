import { describe, expect, test } from 'vitest';
import { type ComparedTask, compareYears } from '#backend/cases/year/compare-years.ts';
import { TaskIdSchema } from '#shared/domain/ids.ts';
import { NOBODY } from '#shared/domain/task-people.ts';
import { seedText } from '#tests/backend/plan/seed-reading.ts';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, refusalOf } from '#tests/helpers/an-office.ts';

/** The seed as the next year's document: one task out, one in, a target up and one down, another unit. */
function nextYearText(): string {
  return seedText()
    .replaceAll('2021年', '2022年')
    .replaceAll('〔2021〕', '〔2022〕')
    .replace(/（二）健全完善冷链运输[\s\S]*?(?=（三）)/u, '')
    .replace('〔县农业农村局〕', '〔县农业农村局牵头，县公安局配合〕')
    .replace(/\n\s*二、/u, '\n（四十）建立冷链食品应急处置预案并组织演练。〔县市场监督管理局〕\n二、');
}

async function aReview(office: Office, text = nextYearText()) {
  const review = await finish(await office.client.plan.readDocument({ source: { kind: 'text', text } }));
  const agencies = review.agencies.map(({ name, shortName, kind, aliases, members }) => {
    return { name, shortName, kind, aliases, members };
  });
  return { planId: PLAN, reviewId: review.reviewId, reading: review.reading, agencies };
}

async function tasksOf(office: Office, planId: typeof PLAN) {
  const { currentPeriodId } = await office.client.workspace.overview({ planId });
  return office.client.matrix.read({ periodId: currentPeriodId });
}

describe('a new year from its document', () => {
  test('is matched with the old tasks: carried, changed, new, dropped; how each ended stands beside it', async () => {
    const office = await anOffice();
    const cell = await aCell(office, 9, '县发展和改革局');
    await office.client.progress.set({ entries: [{ ...cell, patch: { status: 'done', percent: 100 } }] });
    const { taskId } = await aCell(office, 16, '县发展和改革局');
    const closed = { places: [{ taskId, agencyId: null }], basis: '验收报告', closedOn: '2021-09-28' };
    await office.client.deadline.close(closed);
    const { counts, items, previousYear, year } = await office.client.year.propose(await aReview(office));
    expect([previousYear, year]).toEqual([2021, 2022]);
    expect(counts).toMatchObject({ new: 1, dropped: 1 });
    expect(counts.carried + counts.changed).toBe(52);
    expect(items.find((item) => item.state === 'dropped')?.before?.number).toBe(2);
    expect(items.find((item) => item.state === 'new')?.after?.title).toContain('建立冷链食品应急处置预案');
    expect(items.find((item) => item.before?.number === 9)?.before?.ending.words).toBe(
      '去年：已完成 100%（2021年10月）',
    );
    expect(items.find((item) => item.before?.number === 16)?.before?.ending.words).toBe('去年：9月28日办结');
    const roles = items.flatMap((item) => item.changes.filter(({ kind }) => kind === 'roles'));
    expect(roles).toContainEqual(expect.objectContaining({ after: expect.stringContaining('配合：县公安局') }));
  });

  test('becomes a plan beside the old one as one step; its tasks know the old ones; undo takes it all back', async () => {
    const office = await anOffice();
    const { client } = office;
    const begun = await client.year.begin({ ...(await aReview(office)), links: [{ number: 1, taskId: null }] });
    expect(begun.label).toContain('建立新年度计划');
    const { plan, periods, plans } = await client.workspace.overview({ planId: begun.planId });
    expect(plan).toMatchObject({ year: 2022, previousPlanId: PLAN });
    expect(plans).toHaveLength(2);
    expect(periods.map(({ label, dueOn }) => [label, dueOn])).toContainEqual(['2022-03', '2022-03-15']);
    const { items, counts } = await client.year.compare({ planId: begun.planId });
    // The first was said to go on with none.
    expect(counts).toMatchObject({ new: 2, dropped: 2 });
    expect(items[0]).toMatchObject({ state: 'new', before: null });
    const endings = await client.year.endings({ planId: begun.planId });
    expect(endings.filter(({ agencyId }) => agencyId === null)).toHaveLength(51);
    expect(endings[0]?.ending.words).toBe('去年：没有报送');
    await client.history.undo();
    expect((await client.workspace.overview()).plans).toHaveLength(1);
    await client.history.redo();
    expect(await client.year.compare({ planId: begun.planId })).toMatchObject({ counts });
  });

  test('of the same year, or going on with a task of another plan, is refused', async () => {
    const office = await anOffice();
    const same = await aReview(office, seedText());
    expect(await refusalOf(office.client.year.propose(same))).toBe('YEAR_NOT_LATER');
    const review = await aReview(office);
    const copy = await office.client.year.copy({ planId: PLAN, year: 2025 });
    const foreign = nth(await tasksOf(office, copy.planId), 0).id;
    const links = [{ number: 1, taskId: foreign }];
    expect(await refusalOf(office.client.year.begin({ ...review, links }))).toBe('YEAR_TASK_FOREIGN');
    expect(await refusalOf(office.client.year.compare({ planId: PLAN }))).toBe('YEAR_NONE_BEFORE');
  });
});

describe('a new year without a document yet', () => {
  test('has the old tasks with their units, people, targets, dates a year later, and its own periods; one step', async () => {
    const office = await anOffice();
    const { client } = office;
    const cell = await aCell(office, 5, '县农业农村局');
    await client.people.setOfTasks({ edits: [{ taskId: cell.taskId, leadLeader: '张三' }] });
    const proposal = await client.year.proposeCopy({ planId: PLAN, year: 2022 });
    expect(proposal.counts).toMatchObject({ new: 0, dropped: 0 });
    const { planId, label } = await client.year.copy({ planId: PLAN, year: 2022 });
    expect(label).toBe('由上年度建立《泽州县2022年食品安全重点工作安排》');
    const [before, after] = [await tasksOf(office, PLAN), await tasksOf(office, planId)];
    const said = (tasks: typeof before) =>
      tasks.map(({ number, title, content, leadLeader, cells }) => {
        return { number, title, content, leadLeader, cells: cells.map(({ agencyId, role }) => [agencyId, role]) };
      });
    expect(said(after)).toEqual(said(before));
    const { periods } = await client.workspace.overview({ planId });
    expect(periods).toHaveLength(12);
    const annual = nth(after, 52);
    const { dues, carriedFrom } = await client.matrix.task({ taskId: annual.id, periodId: nth(periods, 0).id });
    expect(dues[0]).toMatchObject({ date: '2022-11-20' });
    expect(carriedFrom).toBe(nth(before, 52).id);
    await client.history.undo();
    expect((await client.workspace.overview()).plans).toHaveLength(1);
  });

  test('takes only the tasks that are chosen; matters go on while they are not finished', async () => {
    const office = await anOffice();
    const { client } = office;
    const { agencyId, periodId } = await aCell(office, 5, '县教育局');
    const matter = { planId: PLAN, kind: 'instruction', source: '县长批示', aroseOn: '2021-10-11' } as const;
    const roles = [{ agencyId, role: 'lead' }] as const;
    const open = await client.matter.add({ ...matter, content: '整治校园周边。', roles: [...roles] });
    const done = await client.matter.add({ ...matter, content: '检查食堂。', roles: [...roles] });
    await client.progress.set({ entries: [{ taskId: done.taskId, agencyId, periodId, patch: { status: 'done' } }] });
    const { items } = await client.year.proposeCopy({ planId: PLAN, year: 2022 });
    const gone = items.filter(({ state }) => state === 'dropped').map(({ before }) => before?.taskId);
    expect(gone).toEqual([done.taskId]);
    const first = nth(await tasksOf(office, PLAN), 0);
    const { planId } = await client.year.copy({
      planId: PLAN,
      year: 2022,
      title: '新计划',
      taskIds: [first.id, open.taskId],
    });
    const { plan, sections } = await client.workspace.overview({ planId });
    expect(plan.title).toBe('新计划');
    expect(sections.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect((await tasksOf(office, planId)).map(({ number, matter: kind }) => [number, kind])).toEqual([
      [1, null],
      [2, 'instruction'],
    ]);
    const compared = await client.year.compare({ planId });
    expect(compared.counts).toMatchObject({ carried: 2, dropped: 53 });
    expect(await refusalOf(client.year.copy({ planId: PLAN, year: 2021 }))).toBe('YEAR_NOT_LATER');
  });
});

test('targets that are up or down, new or gone are told; dues, people and units that changed too', () => {
  const task = { number: 1, title: '抽检', content: '完成抽检。', roles: [], ...NOBODY, dues: [] };
  const target = { name: '抽检', comparator: '≥', unit: '批次', text: '抽检' } as const;
  const old = { ...task, taskId: TaskIdSchema.parse(1), targets: [{ ...target, value: 100 }] };
  const changesTo = (after: Partial<ComparedTask>) =>
    compareYears(
      [old],
      [{ ...old, taskId: null, ...after }],
      () => old.taskId,
      () => NO_ENDING,
    ).items[0]?.changes;
  expect(changesTo({})).toEqual([]);
  expect(changesTo({ targets: [{ ...target, value: 120 }] })).toEqual([
    { kind: 'target', before: '抽检 ≥100批次', after: '抽检 ≥120批次', trend: 'up' },
  ]);
  expect(changesTo({ targets: [{ ...target, value: 80 }] })).toMatchObject([{ trend: 'down' }]);
  expect(changesTo({ targets: [] })).toMatchObject([{ before: '抽检 ≥100批次', after: '', trend: null }]);
  expect(changesTo({ leadLeader: '张三' })).toMatchObject([{ kind: 'people', before: '', after: '牵头领导：张三' }]);
  expect(changesTo({ dues: [{ text: '11月底前' }] })).toMatchObject([{ kind: 'due', after: '11月底前' }]);
  expect(changesTo({ roles: [{ role: 'lead', name: '县教育局' }] })).toMatchObject([{ kind: 'roles' }]);
});

const NO_ENDING = { status: null, percent: null, period: null, closedOn: null, words: '' } as const;
