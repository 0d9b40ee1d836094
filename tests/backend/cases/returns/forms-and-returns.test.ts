import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, asKept, finish, keptFiles, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { AGENCY, alterForm, fillIn, preview, receive, sendForm, theirs } from '#tests/helpers/returned-forms.ts';

test('a form comes back filled in, is reviewed, accepted as one step, and undone as a whole', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展状态: '推进中', 完成比例: 0.4, 进展情况: '已排查 12 个乡镇' });
  await fillIn(file, 10, { 进展状态: '已完成', 进展情况: '=HYPERLINK("http://x")' });
  const before = await office.client.workspace.dump();

  const review = await receive(office, file);
  const { files } = review;
  expect(files).toMatchObject([{ agencyName: AGENCY, periodLabel: '2021-10', seenBefore: false, refusal: null }]);
  expect(files[0]?.items.map((item) => [item.taskNumber, item.field, item.theirs, item.state])).toEqual([
    [5, 'status', '推进中', 'proposed'],
    [5, 'percent', '40', 'proposed'],
    [5, 'narrative', '已排查 12 个乡镇', 'proposed'],
    [10, 'status', '已完成', 'proposed'],
    [10, 'narrative', '=HYPERLINK("http://x")', 'proposed'],
  ]);
  expect(await office.client.workspace.dump()).toEqual(before);

  const step = await office.client.returns.accept(theirs(review));
  expect(step.label).toBe('收回 1 份填报表，写入 5 处');
  const { progress } = await office.client.workspace.dump();
  expect(progress).toMatchObject([
    { task: 5, agency: AGENCY, status: 'in-progress', percent: 40, origin: 'return' },
    { task: 10, status: 'done', narrative: '=HYPERLINK("http://x")' },
  ]);
  expect(await office.client.workspace.check()).toEqual([]);

  await office.client.history.undo({});
  expect(await office.client.workspace.dump()).toEqual(before);
});

test('the returned file is kept byte for byte with its hash, and recognised when it comes again', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展情况: '第一轮' });
  const first = await receive(office, file);
  const sent = asKept(file);
  // The agency works on in its copy: what was reviewed is kept, not what the file says by then.
  await fillIn(file, 5, { 进展情况: '后来改的' });
  await office.client.returns.accept(theirs(first));
  expect(keptFiles(office)).toEqual([sent]);
  expect(first.files[0]?.sha256).toBe(sent.sha256);
  await office.client.history.undo({});
  expect(keptFiles(office)).toEqual([sent]);
  await office.client.history.redo();
  fs.writeFileSync(file, sent.content);
  const again = await receive(office, file);
  expect(await office.client.returns.list({ planId: PLAN })).toHaveLength(1);
  expect(again.files).toMatchObject([{ seenBefore: true, state: 'taken', items: [] }]);
});

test('a cell changed here and there is a conflict; taking ours keeps ours', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展情况: '他们的说法' });
  const cell = await aCell(office, 5, AGENCY);
  await office.client.progress.set({ entries: [{ ...cell, patch: { narrative: '我们的说法' } }] });
  const review = await receive(office, file);
  expect(review.files[0]?.items).toMatchObject([
    { field: 'narrative', base: '', theirs: '他们的说法', ours: '我们的说法', state: 'conflict' },
  ]);
  await office.client.returns.accept(theirs(review, () => false));
  expect((await office.client.workspace.dump()).progress).toMatchObject([{ narrative: '我们的说法' }]);
});

test('a cell that changes while its review is open is not overwritten', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展情况: '他们的说法' });
  const review = await receive(office, file);
  const cell = await aCell(office, 5, AGENCY);
  await office.client.progress.set({ entries: [{ ...cell, patch: { narrative: '刚刚改的' } }] });
  expect(await refusalOf(office.client.returns.accept(theirs(review)))).toBe('REVIEW_STALE');
  expect((await office.client.workspace.dump()).progress).toMatchObject([{ narrative: '刚刚改的' }]);
});

test('a preview leaves nothing behind: no step, no file, no return', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展情况: '他们的说法' });
  const before = [await office.client.workspace.dump(), await office.client.history.list()];
  const { files } = await preview(office, file);
  expect(files).toMatchObject([{ returnId: null, items: [{ theirs: '他们的说法', returnId: null }] }]);
  expect([await office.client.workspace.dump(), await office.client.history.list()]).toEqual(before);
  expect(await office.client.returns.list({})).toEqual([]);
  expect(keptFiles(office)).toEqual([]);
});

test('a form sent before a reform still comes back to its agency: renamed, then merged into another', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展情况: '已排查 12 个乡镇' });
  const { agencyId } = await aCell(office, 5, AGENCY);
  await office.client.agency.update({ agencyId, patch: { name: '县农业局' } });
  const renamed = await receive(office, file);
  expect(renamed.files[0]).toMatchObject({
    agencyName: '县农业局',
    formId: 1,
    items: [{ state: 'proposed' }],
  });

  const { agencyId: into } = await aCell(office, 7, '县发展和改革局');
  await office.client.agency.merge({ from: agencyId, into });
  const merged = await receive(office, file);
  expect(merged.files[0]).toMatchObject({ agencyName: '县发展和改革局', formId: 1, items: [{ state: 'proposed' }] });
});

test('one unreadable file among several is refused by name; the others are reviewed', async () => {
  const office = await anOffice();
  const good = await sendForm(office);
  await fillIn(good, 5, { 进展情况: '好' });
  const bad = path.join(office.folder, '坏的.xlsx');
  fs.writeFileSync(bad, 'PK\u0003\u0004 no');
  const { files } = await receive(office, bad, good, path.join(office.folder, '没有.xlsx'));
  expect(files.map((file) => file.refusal?.code ?? 'ok')).toEqual(['WORKBOOK_DAMAGED', 'ok', 'FILE_MISSING']);
  expect(files[1]?.items).toHaveLength(1);
});

test('the form of another plan is refused by its title', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await alterForm(file, (_, book) => {
    book.getWorksheet('_form')?.eachRow((row) => {
      if (row.getCell(1).value === 'documentNumber') row.getCell(2).value = '别政办发〔2022〕1号';
    });
  });
  const { files } = await receive(office, file);
  expect(files[0]?.refusal?.code).toBe('RETURN_OTHER_PLAN');
});

test('tables are written whole, and never over a folder that cannot take them', async () => {
  const office = await anOffice();
  const { periodId } = await aCell(office, 5, AGENCY);
  for (const layout of ['decomposition', 'matrix', 'ledger'] as const) {
    const file = path.join(office.folder, `${layout}.xlsx`);
    const written = await finish(
      await office.client.exports.table({ planId: PLAN, layout, periodId, file: ticket(file) }),
    );
    expect(written.bytes).toBe(fs.statSync(file).size);
  }
  const nowhere = path.join(office.folder, '没有', '表.xlsx');
  const call = office.client.exports
    .table({ planId: PLAN, layout: 'matrix', file: ticket(nowhere) })
    .then((events) => finish(events));
  expect(await refusalOf(call)).toBe('FOLDER_MISSING');
  expect(fs.readdirSync(office.folder).filter((name) => name.startsWith('.') || name.endsWith('.tmp'))).toEqual([]);
});
