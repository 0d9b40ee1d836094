import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { PlanChange } from '#shared/domain/plan-comparison.ts';
import type { PlanReview } from '#shared/domain/plan-review.ts';
import { seedText } from '#tests/backend/plan/seed-reading.ts';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { receive } from '#tests/helpers/returned-forms.ts';

/** The embedded plan as it might be issued again: tasks taken out, changed, put in, and all numbered anew. */
function revisedText(): string {
  const kept = seedText()
    // Out: tasks 2 and 6.
    .replace(/（二）健全完善冷链运输[\s\S]*?(?=（三）)/u, '')
    .replace(/（六）持续推进耕地[\s\S]*?(?=（七）)/u, '')
    // Reworded, and a unit more.
    .replace('动态评估研判进口冷链食品传播病毒的风险', '每月评估研判进口冷链食品传播病毒的风险')
    .replace('〔县农业农村局〕', '〔县农业农村局牵头，县公安局配合〕')
    // In: one at the end of the first section.
    .replace(/\n\s*二、/u, '\n（四十）建立冷链食品应急处置预案并组织演练。〔县市场监督管理局〕\n二、');
  let number = 0;
  return kept.replace(/(?<=^\s*)（[一二三四五六七八九十]{1,3}）/gmu, () => {
    number += 1;
    return `（${chinese(number)}）`;
  });
}

function chinese(number: number): string {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`;
  return `${head}${ones === 0 ? '' : digits.charAt(ones)}`;
}

async function aRevision(office: Office, text = revisedText()) {
  const review: PlanReview = await finish(await office.client.plan.readDocument({ source: { kind: 'text', text } }));
  const agencies = review.agencies.map(({ name, shortName, kind, aliases, members }) => ({
    name,
    shortName,
    kind,
    aliases,
    members,
  }));
  const version = { reviewId: review.reviewId, reading: review.reading, agencies };
  const comparison = await office.client.plan.compareRevision({ planId: PLAN, ...version });
  return { ...version, comparison, ids: comparison.changes.map((change) => change.id) };
}

const kinds = (changes: readonly PlanChange[]) =>
  Object.fromEntries([...Map.groupBy(changes, (change) => change.kind)].map(([kind, list]) => [kind, list.length]));

async function state(office: Office) {
  const { assignments, progress } = await office.client.workspace.dump();
  const overview = await office.client.workspace.overview();
  const tasks = await office.client.matrix.read({ periodId: overview.currentPeriodId });
  return { assignments, progress, overview, tasks };
}

test('a newer version is matched by what its tasks say, though every number has changed', async () => {
  const { comparison } = await aRevision(await anOffice());
  expect(comparison).toMatchObject({ matched: 51, tasksBefore: 53, tasksAfter: 52 });
  expect(kinds(comparison.changes)).toEqual({ order: 1, removed: 2, added: 1, text: 1, roles: 1 });
  const titles = comparison.changes.filter((change) => change.kind === 'removed').map((change) => change.title);
  expect(titles[0]).toContain('第 2 项 健全完善冷链运输');
  expect(titles[1]).toContain('第 6 项 持续推进耕地');
});

test('all changes are one step; progress stays with its task under its new number; undo and redo bring all back', async () => {
  const office = await anOffice();
  const cell = await aCell(office, 9, '县发展和改革局');
  await office.client.progress.set({ entries: [{ ...cell, patch: { status: 'done', narrative: '已办结' } }] });
  const before = await state(office);

  const { comparison: _, ids, ...version } = await aRevision(office);
  const report = await office.client.plan.revise({ planId: PLAN, ...version, accept: ids });
  expect(report.label).toContain('新增 1 项、移出 2 项、改文字 1 项、改责任 1 项');
  const after = await state(office);
  expect(after.tasks.map((task) => task.number)).toEqual(Array.from({ length: 52 }, (_item, index) => index + 1));
  expect(after.progress).toMatchObject([{ task: 8, agency: '县发展和改革局', narrative: '已办结' }]);
  expect(after.tasks.find((task) => task.number === 8)?.id).toBe(cell.taskId);
  expect(after.assignments.filter(({ task }) => task === 5)).toMatchObject([
    { agency: '县农业农村局', role: 'lead' },
    { agency: '县公安局', role: 'cooperating' },
  ]);
  expect(await office.client.workspace.check()).toEqual([]);

  await office.client.history.undo({});
  expect(await state(office)).toEqual({ ...before, overview: expect.anything() });
  await office.client.history.redo();
  const again = await state(office);
  expect(again.tasks.map((task) => task.title)).toEqual(after.tasks.map((task) => task.title));
  expect(again.progress).toEqual(after.progress);
});

test('after a revision every role still shows its words, now in the newer document', async () => {
  const office = await anOffice();
  const { comparison: _, ids, ...version } = await aRevision(office);
  await office.client.plan.revise({ planId: PLAN, ...version, accept: ids });
  const { assignments } = await state(office);
  const text = revisedText();
  for (const { agency, writtenAs, span } of assignments) {
    const words = text.slice(span?.start, span?.end).replace(/\s/gu, '');
    if (writtenAs === agency && !words.includes('〕')) expect(words).toBe(agency);
  }
});

test('what is not taken stays: numbers, removed tasks and roles', async () => {
  const office = await anOffice();
  const before = await state(office);
  const { comparison, ids: _, ...version } = await aRevision(office);
  const added = comparison.changes.filter((change) => change.kind === 'added').map((change) => change.id);
  await office.client.plan.revise({ planId: PLAN, ...version, accept: added });
  const after = await state(office);
  expect(after.tasks).toHaveLength(54);
  expect(
    after.tasks.filter((task) => before.tasks.some(({ id }) => id === task.id)).map((task) => task.number),
  ).toEqual(before.tasks.map((task) => task.number));
  const fifth = nth(after.tasks, 4);
  expect(fifth).toMatchObject({ number: 54, title: '建立冷链食品应急处置预案并组织演练' });
  const roles = ({ assignments }: typeof before) =>
    assignments.filter(({ task }) => task !== 54).map(({ task, agency, role }) => `${task} ${agency} ${role}`);
  expect(roles(after)).toEqual(roles(before));
});

test('two tasks that change places are the same tasks in another order', async () => {
  const text = seedText();
  const third = /（三）落实进口[\s\S]*?(?=（四）)/u.exec(text)?.[0] ?? '';
  const fourth = /（四）动态评估[\s\S]*?(?=\n\s*二、)/u.exec(text)?.[0] ?? '';
  const swapped = text
    .replace(third, '@')
    .replace(fourth, third.replace('（三）', '（四）').trimEnd())
    .replace('@', `${fourth.replace('（四）', '（三）')}\n`);
  const { comparison } = await aRevision(await anOffice(), swapped);
  expect(kinds(comparison.changes)).toEqual({ order: 1 });
  expect(comparison.changes[0]?.before.split('\n')).toHaveLength(2);
});

test('a role set by hand is not taken back without being asked for, and one added by hand stays', async () => {
  const office = await anOffice();
  const changed = await aCell(office, 5, '县农业农村局');
  const byHand = await aCell(office, 5, '县教育局');
  await office.client.matrix.setRoles({
    cells: [
      { ...without(changed), role: 'cooperating' },
      { ...without(byHand), role: 'cooperating' },
    ],
  });
  const { comparison, ids, ...version } = await aRevision(office);
  const roles = comparison.changes.filter((change) => change.kind === 'roles');
  expect(roles).toMatchObject([{ overridesHand: true, taskId: changed.taskId }]);
  expect(roles[0]?.after).toContain('县教育局');
  await office.client.plan.revise({ planId: PLAN, ...version, accept: ids });
  const { assignments } = await state(office);
  expect(assignments.filter(({ task, agency }) => task === 5 && agency === '县教育局')).toHaveLength(1);
});

test('the same document again changes nothing, and a review that has ended is refused', async () => {
  const office = await anOffice();
  const { comparison, ids: _, ...version } = await aRevision(office, seedText());
  expect(comparison.changes).toEqual([]);
  await office.client.plan.dismiss({ reviewId: version.reviewId });
  expect(await refusalOf(office.client.plan.revise({ planId: PLAN, ...version, accept: ['head'] }))).toBe(
    'PLAN_REVIEW_GONE',
  );
});

function without({ taskId, agencyId }: Awaited<ReturnType<typeof aCell>>) {
  return { taskId, agencyId };
}

test('a form sent before a revision comes back after it, though the plan has another title by then', async () => {
  const office = await anOffice();
  const { agencyId, periodId } = await aCell(office, 5, '县农业农村局');
  const sent = { periodId, agencyIds: [agencyId], folder: ticket(office.folder) };
  await finish(await office.client.forms.send(sent));
  const text = revisedText().replaceAll('食品安全重点工作安排', '食品药品安全重点工作安排').replace('31号', '58号');
  const { comparison, ids, ...version } = await aRevision(office, text);
  expect(comparison.changes[0]).toMatchObject({ kind: 'head' });
  await office.client.plan.revise({ planId: PLAN, ...version, accept: ids });
  const file = fs.readdirSync(office.folder).find((name) => name.endsWith('.xlsx')) ?? '';
  const review = await receive(office, path.join(office.folder, file));
  expect(review.files).toMatchObject([{ refusal: null, agencyName: '县农业农村局', periodLabel: '2021-10' }]);
});

test('an alias that is parted in the review is still one unit with its agency in the open plan', async () => {
  const office = await anOffice();
  const { comparison: _, ids: __, ...version } = await aRevision(office);
  const agencies = version.agencies.flatMap((agency) => {
    if (agency.name !== '县发展和改革局') return [agency];
    const parted = { ...agency, name: '县发展和改革委员会', aliases: [] };
    return [{ ...agency, aliases: [] }, parted];
  });
  // One task names both.
  const tasks = version.reading.tasks.map((task) => {
    if (!task.content.startsWith('严把粮食收储')) return task;
    const [item] = task.responsibilities;
    const [first] = item?.roles ?? [];
    if (!item || !first) return task;
    const twin = { ...first, agency: '县发展和改革委员会', role: 'cooperating' as const };
    return { ...task, responsibilities: [{ ...item, roles: [twin, ...item.roles] }] };
  });
  const reading = { ...version.reading, tasks };
  const { changes } = await office.client.plan.compareRevision({ planId: PLAN, ...version, reading, agencies });
  const accept = changes.map((change) => change.id);
  await office.client.plan.revise({ planId: PLAN, ...version, reading, agencies, accept });
  const { assignments } = await state(office);
  const ofUnit = assignments.filter(({ task, agency }) => task === 6 && agency === '县发展和改革局');
  expect(ofUnit.map(({ role }) => role)).toEqual(['lead']);
});

test('a change keeps its id when the newer version is numbered otherwise', async () => {
  const office = await anOffice();
  const { comparison, ids: _, ...version } = await aRevision(office);
  const tasks = version.reading.tasks.map((task) => ({ ...task, number: task.number + 100 }));
  const again = await office.client.plan.compareRevision({
    planId: PLAN,
    ...version,
    reading: { ...version.reading, tasks },
  });
  const added = (changes: readonly PlanChange[]) => changes.filter(({ kind }) => kind === 'added').map(({ id }) => id);
  expect(added(again.changes)).toEqual(added(comparison.changes));
});
