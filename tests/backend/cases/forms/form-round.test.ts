// What a form asks for beyond a report comes back: values of targets, who filled it in; over several plans each its own.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { aCell, anOffice, finish, type Office, ticket } from '#tests/helpers/an-office.ts';
import { alterForm, fillIn, keptId, receive, signForm, theirs } from '#tests/helpers/returned-forms.ts';

const EDUCATION = '县教育局';

/** A form of the agency that has targets. */
async function aTargetForm(office: Office, agency = EDUCATION) {
  const { agencyId, taskId, periodId } = await aCell(office, 12, agency);
  const [sent] = await finish(
    await office.client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(office.folder) }),
  );
  if (!sent) throw new Error('no form');
  return { sent, file: path.join(office.folder, sent.fileName), agencyId, taskId, periodId };
}

/** Writes values into 本期值, row by row. */
async function fillTargets(file: string, values: readonly (number | string | null)[]): Promise<void> {
  await alterForm(file, (_, book) => {
    const sheet = book.getWorksheet('量化指标');
    for (const [index, value] of values.entries())
      if (sheet && value !== null) sheet.getCell(4 + index, 8).value = value;
  });
}

const targetItems = (review: Awaited<ReturnType<typeof receive>>) =>
  review.files.flatMap(({ items }) => items.filter(({ field }) => field.startsWith('target:')));

test('a value of a target comes back as one cell, is taken in with the others, undone and taken back', async () => {
  const office = await anOffice();
  const { file, taskId, agencyId, periodId } = await aTargetForm(office);
  await fillTargets(file, [0.85, null]);
  const review = await receive(office, file);
  expect(targetItems(review)).toMatchObject([
    { taskNumber: 12, field: 'target:1', base: '', baseFrom: 'sent', theirs: '85', ours: '', chosen: true, doubt: '' },
  ]);
  expect(targetItems(review)[0]?.fieldLabel).toBe('指标本期值：学校食堂明厨亮灶');
  await office.client.returns.accept(theirs(review));
  const valuesNow = async () => {
    const { targetValues } = await office.client.workspace.dump();
    return targetValues;
  };
  expect(await valuesNow()).toMatchObject([{ value: 85 }]);
  await office.client.history.undo();
  expect(await valuesNow()).toEqual([]);
  await office.client.history.redo();
  expect(await valuesNow()).toMatchObject([{ value: 85 }]);
  // The next form tells it, and what is left as it was is no news.
  const again = await aTargetForm(office);
  expect(again.sent).toMatchObject({ version: 2, agency: EDUCATION });
  expect(targetItems(await receive(office, again.file))).toEqual([]);
  await office.client.returns.takeBack({ returnId: keptId(review), includeChanged: false });
  expect(await valuesNow()).toEqual([]);
  expect(await office.client.matrix.task({ taskId, periodId })).toBeTruthy();
  expect(agencyId).toBeGreaterThan(0);
  expect(await office.client.workspace.check()).toEqual([]);
});

test('what is no figure is asked about; without its id a row is known by its task and name, with a doubt', async () => {
  const office = await anOffice();
  const { file } = await aTargetForm(office);
  await alterForm(file, (_, book) => {
    const sheet = book.getWorksheet('量化指标');
    if (!sheet) throw new Error('no targets');
    sheet.getCell(4, 8).value = '大部分';
    sheet.getCell(5, 8).value = '66%';
    sheet.getCell(5, 10).value = null;
  });
  expect(targetItems(await receive(office, file))).toMatchObject([
    { field: 'target:1', state: 'unreadable', chosen: false },
    { field: 'target:2', theirs: '66', state: 'proposed', chosen: false, doubt: '没有标识，按任务序号和指标名称对应' },
  ]);
});

test('who filled it in and the telephone stand in cells of their own and become the contact', async () => {
  const office = await anOffice();
  const { file, agencyId, periodId } = await aTargetForm(office);
  await fillIn(file, 12, { 进展状态: '推进中', 进展情况: '已安装 60 所' });
  await signForm(file, '李文', '0356-3031234');
  const review = await receive(office, file);
  expect(review.files).toMatchObject([{ reporter: '李文', phone: '0356-3031234', notes: [] }]);
  await office.client.returns.accept(theirs(review));
  const { agencies } = await office.client.forms.candidates({ periodId });
  expect(agencies.find((each) => each.agencyId === agencyId)).toMatchObject({
    contact: '李文 0356-3031234',
    lastSent: { version: 1, to: '' },
    duties: 2,
  });
  // Sent again, it goes to whom is known; the log of exports has one row for each workbook.
  expect((await aTargetForm(office)).sent).toMatchObject({ version: 2, sentTo: '李文 0356-3031234' });
});

test('to those missing only: nothing came, sent back, some tasks open; what waits for review is left in peace', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const { file, agencyId, periodId } = await aTargetForm(office);
  const reasonOf = async (id: number) => {
    const { agencies } = await client.forms.candidates({ periodId });
    const found = agencies.find((each) => each.agencyId === id);
    return found && { why: found.missing?.why ?? null, says: found.missing?.says ?? '', waits: found.isUnderReview };
  };
  expect(await reasonOf(agencyId)).toEqual({ why: 'nothing-came', says: '未报', waits: false });
  await fillIn(file, 12, { 进展状态: '推进中', 进展情况: '已安装 60 所' });
  const review = await receive(office, file);
  expect(await reasonOf(agencyId)).toEqual({ why: null, says: '', waits: true });
  await client.returns.sendBack({ returnIds: [keptId(review)], reasons: ['请补充'] });
  expect(await reasonOf(agencyId)).toMatchObject({ why: 'sent-back' });
  const [again] = await finish(
    await client.forms.send({ periodId, agencyIds: [agencyId], missingOnly: true, folder: ticket(folder) }),
  );
  expect(again).toMatchObject({ version: 2, reason: '已退回，未重报' });
  expect(again?.fileName).toContain('（第2版）');
  expect(fs.existsSync(file)).toBe(true);
  const second = path.join(folder, again?.fileName ?? '');
  await fillIn(second, 12, { 进展状态: '推进中', 进展情况: '已安装 60 所' });
  await client.returns.accept(theirs(await receive(office, second)));
  expect(await reasonOf(agencyId)).toMatchObject({
    why: 'tasks-missing',
    says: expect.stringContaining('还有 1 项未报'),
  });
  const { tasks } = await rowsOf(office, agencyId);
  await client.progress.set({
    entries: tasks.map((taskId) => ({ taskId, agencyId, periodId, patch: { status: 'not-started' as const } })),
  });
  expect(await reasonOf(agencyId)).toEqual({ why: null, says: '', waits: false });
  const none = await finish(
    await client.forms.send({ periodId, agencyIds: [agencyId], missingOnly: true, folder: ticket(folder) }),
  );
  expect(none).toEqual([]);
});

async function rowsOf(office: Office, agencyId: number) {
  const { periodId } = await aCell(office, 12, EDUCATION);
  const tasks = await office.client.matrix.read({ periodId });
  return {
    tasks: tasks.filter(({ cells }) => cells.some((cell) => cell.agencyId === agencyId)).map(({ id }) => id),
  };
}
