import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { PlanReview } from '#shared/domain/plan-review.ts';
import { docx, paragraph } from '#tests/backend/documents/docx-of.ts';
import { seedParagraphs } from '#tests/backend/documents/seed-documents.ts';
import { nth } from '#tests/helpers/a-plan.ts';
import { anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';

const PASTED = `测试县2022年重点工作安排
一、民生
1.新建3所幼儿园，6月底前完成。（县教育局牵头，县林业局、县住房和城乡建设管理局配合）
2.改造老旧小区。（县发展和改革委员会负责）
`;

async function aReview(office: Office, text = PASTED): Promise<PlanReview> {
  return finish(await office.client.plan.readDocument({ source: { kind: 'text', text } }));
}

function draftOf({ reviewId, reading, agencies }: PlanReview) {
  const named = agencies.map(({ name, shortName, kind, aliases, members }) => ({
    name,
    shortName,
    kind,
    aliases,
    members,
  }));
  return { reviewId, reading, agencies: named };
}

test('a Word document is read, reviewed, and becomes a data file of its own', async () => {
  const office = await anOffice();
  const document = path.join(office.folder, '2022 安排.docx');
  fs.writeFileSync(
    document,
    docx(
      seedParagraphs()
        .map((line) => paragraph(line))
        .join(''),
    ),
  );
  const review = await finish(
    await office.client.plan.readDocument({ source: { kind: 'file', file: ticket(document) } }),
  );
  expect(review.reading.tasks).toHaveLength(53);
  expect(review.source.name).toBe('2022 安排.docx');
  const file = ticket(path.join(office.folder, '2022年.db'));
  expect(await office.client.plan.create({ ...draftOf(review), file })).toEqual({
    fileName: '2022年.db',
    tasks: 53,
    agencies: 25,
  });
  expect(fs.readdirSync(office.folder).toSorted()).toEqual(['2022 安排.docx', '2022年.db', '责任矩阵.db']);
  expect(await refusalOf(office.client.plan.create({ ...draftOf(review), file }))).toBe('PLAN_REVIEW_GONE');
});

test('each unit of a document is known, proposed as another writing, or unknown with the nearest names', async () => {
  const { agencies, others } = await aReview(await anOffice(), PASTED.replace('县林业局', '县林业厅'));
  const byName = new Map(agencies.map((agency) => [agency.name, agency]));
  expect(byName.get('县教育局')).toMatchObject({ isKnown: true, kind: 'government' });
  expect(byName.get('县发展和改革局')).toMatchObject({ isKnown: true, aliases: ['县发展和改革委员会'] });
  expect(byName.get('县林业厅')).toMatchObject({ isKnown: false, aliasOf: '县林业局', pinyin: 'xlyt' });
  expect(byName.get('县住房和城乡建设管理局')?.isKnown).toBe(true);
  expect(others.map((agency) => agency.name)).toContain('县公安局');
});

test('a role added by hand has no words of the document, one that was read keeps them', async () => {
  const office = await anOffice();
  const review = await aReview(office);
  const [first, ...rest] = review.reading.tasks;
  if (!first) throw new Error('no task');
  const none = { start: 0, end: 0 };
  const added = {
    text: '',
    roles: [{ agency: '县司法局', role: 'cooperating', span: none } as const],
    scope: '',
    span: none,
  };
  const reading: PlanReading = {
    ...review.reading,
    tasks: [{ ...first, title: '新建幼儿园', responsibilities: [...first.responsibilities, added] }, ...rest],
  };
  const bureau = { name: '县司法局', shortName: '司法局', kind: 'government', aliases: [], members: [] } as const;
  const draft = draftOf(review);
  const file = path.join(office.folder, '新.db');
  await office.client.plan.create({
    ...draft,
    reading,
    agencies: [...draft.agencies, { ...bureau, aliases: [], members: [] }],
    file: ticket(file),
  });
  fs.rmSync(path.join(office.folder, '责任矩阵.db'));
  fs.renameSync(file, path.join(office.folder, '责任矩阵.db'));
  const { assignments } = await (await office.reopen()).client.workspace.dump();
  const ofFirst = assignments.filter((assignment) => assignment.task === 1);
  expect(ofFirst.find(({ agency }) => agency === '县司法局')).toMatchObject({ origin: 'manual', span: null });
  const read = ofFirst.find(({ agency }) => agency === '县教育局');
  expect(PASTED.slice(read?.span?.start, read?.span?.end)).toBe('县教育局');
});

test('what does not fit its document or itself is refused, and no file is made', async () => {
  const office = await anOffice();
  const review = await aReview(office);
  const draft = draftOf(review);
  const file = ticket(path.join(office.folder, '新.db'));
  const create = (change: Partial<typeof draft>) => refusalOf(office.client.plan.create({ ...draft, ...change, file }));
  const withTasks = (tasks: PlanReading['tasks']) => create({ reading: { ...review.reading, tasks } });
  const [first, second] = [nth(review.reading.tasks, 0), nth(review.reading.tasks, 1)];
  expect(await withTasks([])).toBe('PLAN_NO_TASKS');
  expect(await withTasks([first, { ...second, number: first.number }])).toBe('PLAN_NUMBER_REPEATED');
  expect(await withTasks([{ ...first, section: 9 }])).toBe('BAD_PARAMS');
  expect(await withTasks([{ ...first, span: { start: 0, end: PASTED.length + 1 } }])).toBe('BAD_PARAMS');
  expect(await create({ agencies: draft.agencies.slice(1) })).toBe('AGENCY_UNKNOWN');
  expect(await create({ agencies: [...draft.agencies, nth(draft.agencies, 0)] })).toBe('AGENCY_NAME_REPEATED');
  expect(await create({ reviewId: 'another' })).toBe('PLAN_REVIEW_GONE');
  expect(fs.readdirSync(office.folder)).toEqual(['责任矩阵.db']);
});

test('a data file is never replaced, and the review stays for another name', async () => {
  const office = await anOffice();
  const draft = draftOf(await aReview(office));
  const taken = ticket(path.join(office.folder, '责任矩阵.db'));
  expect(await refusalOf(office.client.plan.create({ ...draft, file: taken }))).toBe('DATA_FILE_EXISTS');
  const file = ticket(path.join(office.folder, '新.db'));
  expect(await office.client.plan.create({ ...draft, file })).toMatchObject({ tasks: 2 });
});

test('a dismissed review is gone; a text without tasks is refused with a sentence', async () => {
  const office = await anOffice();
  const draft = draftOf(await aReview(office));
  await office.client.plan.dismiss({ reviewId: draft.reviewId });
  const file = ticket(path.join(office.folder, '新.db'));
  expect(await refusalOf(office.client.plan.create({ ...draft, file }))).toBe('PLAN_REVIEW_GONE');
  expect(await refusalOf(aReview(office, '今天天气很好'))).toBe('PLAN_NO_TASKS');
});

test('edited words are understood again at once', async () => {
  const { client } = await anOffice();
  const { roles } = await client.plan.readPhrase({ text: '（县教育局牵头，县发展和改革委员会配合）' });
  expect(roles).toMatchObject([
    { agency: '县教育局', role: 'lead', span: { start: 1, end: 5 } },
    { agency: '县发展和改革委员会', role: 'cooperating', canonical: '县发展和改革局' },
  ]);
});
