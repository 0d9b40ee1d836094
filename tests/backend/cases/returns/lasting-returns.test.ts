import fs from 'node:fs';
import path from 'node:path';
import { encrypt } from 'officecrypto-tool';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, asKept, finish, keptFiles, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import {
  AGENCY,
  alterForm,
  fillIn,
  keptId,
  preview,
  receive,
  sendForm,
  signForm,
  theirs,
} from '#tests/helpers/returned-forms.ts';
import { sheetOf } from '../../sheets/altered.ts';

/** Making a key of a password takes a second by design, and one file is opened six times. */
const PASSWORDS_TIMEOUT_MS = 90_000;

test('a review survives closing the program: the reading, and what was decided and not yet confirmed', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展状态: '推进中', 进展情况: '已排查 12 个乡镇' });
  const received = await receive(office, file);
  const returnId = keptId(received);
  const key = received.files[0]?.items[0]?.key ?? '';
  const decisions = [{ key, choice: 'theirs' as const, value: '已完成' }];
  await office.client.returns.keepDecisions({ returnId, decisions });
  fs.rmSync(file);

  const again = await office.reopen();
  const review = await again.client.returns.review({ returnIds: [returnId] });
  expect(review.decisions).toEqual({ [returnId]: decisions });
  expect(review.files[0]?.items).toEqual(received.files[0]?.items);
  expect((await again.client.returns.picture({ returnId })).rows.length).toBeGreaterThan(3);
  await again.client.returns.accept({ returns: [{ returnId, decisions }] });
  expect((await again.client.workspace.dump()).progress).toMatchObject([{ task: 5, status: 'done', narrative: '' }]);
  expect(await again.client.workspace.check()).toEqual([]);
});

test('a third return that says again what the first did may be the old file, and is asked about', async () => {
  const office = await anOffice();
  const first = await sendForm(office);
  const second = path.join(office.folder, '更正.xlsx');
  const third = path.join(office.folder, '又一次.xlsx');
  fs.copyFileSync(first, second);
  fs.copyFileSync(first, third);
  await fillIn(first, 5, { 进展情况: '已排查 12 个乡镇' });
  await office.client.returns.accept(theirs(await receive(office, first)));
  await fillIn(second, 5, { 进展情况: '已排查 14 个乡镇' });
  await office.client.returns.accept(theirs(await receive(office, second)));
  await fillIn(third, 5, { 进展情况: '已排查 12 个乡镇', 存在问题: '人手不足' });
  const { files } = await receive(office, third);
  expect(files[0]?.items).toMatchObject([
    { field: 'narrative', chosen: false, doubt: '改回了更早一次报送的内容，上次报送的是“已排查 14 个乡镇”' },
    { field: 'problems', chosen: true, doubt: '' },
  ]);
});

test('a second return is a version: what was told before is its base, also of a cell that goes back', async () => {
  const office = await anOffice();
  const first = await sendForm(office);
  const second = path.join(office.folder, '更正.xlsx');
  fs.copyFileSync(first, second);
  await fillIn(first, 5, { 进展情况: '已排查 12 个乡镇', 存在问题: '人手不足' });
  await office.client.returns.accept(theirs(await receive(office, first)));
  await fillIn(second, 5, { 进展情况: '已排查 14 个乡镇' });
  const { files } = await receive(office, second);
  expect(files).toMatchObject([{ version: 2, state: 'to-review' }]);
  expect(files[0]?.items.map(({ field, base, baseFrom, theirs: said }) => [field, base, baseFrom, said])).toEqual([
    ['narrative', '已排查 12 个乡镇', 'told', '已排查 14 个乡镇'],
    ['problems', '人手不足', 'told', ''],
  ]);
  expect(files[0]?.items[1]).toMatchObject({ chosen: false, retraction: true });
});

test('two returns that say two things of one cell: neither is chosen, both together are refused, one is taken', async () => {
  const office = await anOffice();
  const [one, other] = [await sendForm(office), path.join(office.folder, '另一份.xlsx')];
  fs.copyFileSync(one, other);
  await fillIn(one, 5, { 进展情况: '第一种说法，排查 12 家', 下步措施: '12 月底前完成' });
  await fillIn(other, 5, { 进展情况: '第二种说法，排查 15 家', 下步措施: '12 月底前完成' });
  const review = await receive(office, one, other);
  expect(review.files.flatMap(({ items }) => items.map(({ field, state, chosen }) => [field, state, chosen]))).toEqual([
    ['narrative', 'conflict', false],
    ['nextSteps', 'proposed', true],
    ['narrative', 'conflict', false],
    ['nextSteps', 'proposed', false],
  ]);
  expect(await refusalOf(office.client.returns.accept(theirs(review)))).toBe('RETURNS_CONTRADICT');
  expect((await office.client.workspace.dump()).progress).toEqual([]);
  const step = await office.client.returns.accept(
    theirs(review, ({ field, theirs: said }) => field === 'nextSteps' || said.startsWith('第二种')),
  );
  expect(step.label).toBe('收回 2 份填报表，写入 2 处');
});

test('what the clerk types in place of theirs is held to what typing is held to', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 完成比例: '很多' });
  const review = await receive(office, file);
  const returnId = keptId(review);
  const [item] = review.files[0]?.items ?? [];
  expect(item).toMatchObject({ field: 'percent', state: 'unreadable', chosen: false });
  const accept = (value?: string) =>
    office.client.returns.accept({
      returns: [{ returnId, decisions: [{ key: item?.key ?? '', choice: 'theirs', ...(value && { value }) }] }],
    });
  for (const bad of [undefined, '140', '很多', '-1']) expect(await refusalOf(accept(bad))).toBe('RETURN_VALUE_UNKNOWN');
  await accept('85');
  expect((await office.client.workspace.dump()).progress).toMatchObject([{ percent: 85 }]);
});

test('an encrypted form is kept as refused, and the same file with its password goes on as the same return', {
  timeout: PASSWORDS_TIMEOUT_MS,
}, async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展情况: '已排查 12 个乡镇' });
  fs.writeFileSync(file, encrypt(fs.readFileSync(file), { password: '3021' }));
  const refused = await receive(office, file);
  expect(refused.files).toMatchObject([{ state: 'refused', refusal: { code: 'WORKBOOK_ENCRYPTED' } }]);
  expect(keptFiles(office)).toEqual([asKept(file)]);
  const wrong = await receive(office, { file, password: '1111' });
  expect(wrong.files).toMatchObject([{ refusal: { code: 'WORKBOOK_PASSWORD_WRONG' } }]);

  const opened = await receive(office, { file, password: '3021' });
  expect(opened.files).toMatchObject([{ state: 'to-review', refusal: null, items: [{ theirs: '已排查 12 个乡镇' }] }]);
  expect(keptId(opened)).toBe(keptId(refused));
  expect(await office.client.returns.list({})).toHaveLength(1);
  // The password is remembered while the program runs.
  expect((await office.client.returns.picture({ returnId: keptId(opened) })).rows).not.toEqual([]);
  expect((await preview(office, file)).files[0]?.refusal).toBeNull();
});

test('a form whose title and ids name two months is held until the clerk says which', async () => {
  const office = await anOffice();
  const file = await sendForm(office, '2021-09');
  await alterForm(file, (sheet) => {
    const title = sheet.getCell('A1');
    title.value = String(title.value).replace('9月', '10月');
  });
  await fillIn(file, 5, { 进展情况: '十月的情况' });
  const held = await receive(office, file);
  const returnId = keptId(held);
  expect(held.files).toMatchObject([{ state: 'received', items: [], refusal: null }]);
  expect(held.files[0]?.held?.periods.map(({ label }) => label)).toEqual(expect.arrayContaining(['2021年10月']));
  expect(await refusalOf(office.client.returns.accept({ returns: [{ returnId, decisions: [] }] }))).toBe(
    'RETURN_NOT_READY',
  );
  const { periodId } = await aCell(office, 5, AGENCY, '2021-10');
  await office.client.returns.identify({ returnId, periodId });
  const review = await office.client.returns.review({ returnIds: [returnId] });
  expect(review.files).toMatchObject([
    { state: 'to-review', held: null, periodLabel: '2021-10', agencyName: AGENCY, items: [{ theirs: '十月的情况' }] },
  ]);
  await office.client.history.undo({});
  expect((await office.client.returns.review({ returnIds: [returnId] })).files[0]?.held).not.toBeNull();
});

test('columns that are pointed out once are read so again in a file of the same shape', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  const rename = (sheet: Parameters<Parameters<typeof alterForm>[1]>[0]) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === '进展情况') cell.value = '我局做了些什么';
      }),
    );
  await fillIn(file, 5, { 进展情况: '已排查 12 个乡镇' });
  await alterForm(file, rename);
  const received = await receive(office, file);
  const [unread] = received.files;
  const meant = unread?.columns.find(({ head }) => head === '我局做了些什么');
  expect(meant).toMatchObject({ field: 'narrative', how: 'contents', filled: 1 });
  const problems = unread?.columns.find(({ field }) => field === 'problems')?.column;
  const columns = (unread?.columns ?? []).flatMap(({ column, field }) =>
    field === null || column === problems || column === meant?.column ? [] : [{ column, field }],
  );
  const mapping = {
    sheet: unread?.sheet ?? '',
    firstHeadRow: unread?.headRows?.first ?? 0,
    lastHeadRow: unread?.headRows?.last ?? 0,
    columns: [...columns, { column: meant?.column ?? 0, field: 'problems' as const }],
  };
  const returnId = keptId(received);
  await office.client.returns.mapColumns({ returnId, mapping });
  const review = await office.client.returns.review({ returnIds: [returnId] });
  expect(review.files[0]?.items).toMatchObject([{ field: 'problems', theirs: '已排查 12 个乡镇' }]);

  await alterForm(file, (sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === '已排查 12 个乡镇') cell.value = '已排查 15 个乡镇';
      }),
    ),
  );
  const next = await receive(office, file);
  expect(next.files[0]?.items).toMatchObject([{ field: 'problems', theirs: '已排查 15 个乡镇' }]);
  expect(next.files[0]?.columns).toContainEqual(expect.objectContaining({ how: 'remembered', field: 'problems' }));
});

test('what is sent back or refused says so in the list with its reasons; who filled it in is known from then on', async () => {
  const office = await anOffice();
  const [file, twice] = [await sendForm(office), path.join(office.folder, '重复.xlsx')];
  const { periodId } = await aCell(office, 5, AGENCY);
  const cellOf = async () => {
    const { cells } = await office.client.returns.overview({ planId: PLAN, periodIds: [periodId] });
    return cells.find(({ agencyName }) => agencyName === AGENCY);
  };
  expect(await cellOf()).toMatchObject({ state: 'waiting', formsSent: 1, returnId: null, version: null });
  await signForm(file, '甲某', '3021234');
  fs.copyFileSync(file, twice);
  await fillIn(file, 5, { 进展情况: '推进' });
  await fillIn(twice, 5, { 进展情况: '已排查 12 个乡镇' });
  const [one, two] = (await receive(office, file, twice)).files.map(({ returnId }) => returnId);
  if (one == null || two == null) throw new Error('not kept');
  await office.client.returns.sendBack({ returnIds: [one], reasons: ['请写明数字'] });
  expect(await office.client.returns.list({ planId: PLAN, states: ['sent-back'] })).toMatchObject([
    { returnId: one, reasons: ['请写明数字'] },
  ]);
  const { text } = await office.client.returns.sendBackText({ returnId: one, reasons: ['请写明数字'] });
  expect(text).toContain('请写明数字');
  await office.client.returns.accept({ returns: [{ returnId: two, decisions: [] }] });
  expect(await cellOf()).toMatchObject({
    state: 'taken',
    version: 2,
    returnId: two,
    reporter: '甲某',
    phone: '3021234',
  });
  await office.client.returns.refuse({ returnIds: [one], reasons: [] });
  expect((await office.client.returns.list({ periodId })).map(({ state }) => state)).toEqual(['refused', 'taken']);
});

test('a ledger that was taken in counts as a return of each agency in it', async () => {
  const office = await anOffice();
  const { taskId, periodId } = await aCell(office, 5, AGENCY);
  const { content } = await office.client.matrix.task({ taskId, periodId });
  const file = path.join(office.folder, '2021年10月工作台账.xlsx');
  const heads = ['序号', '工作任务', '责任单位', '进展状态', '进展情况'];
  const row = [5, content, AGENCY, '推进中', '已排查 12 个乡镇'];
  fs.writeFileSync(file, await sheetOf([['2021年10月食品安全工作台账'], heads, row]));
  const review = await receive(office, file);
  expect(review.files).toMatchObject([{ kind: 'ledger', agencyId: null, version: null, state: 'to-review' }]);
  await office.client.returns.accept(theirs(review));
  const { cells } = await office.client.returns.overview({ planId: PLAN, periodIds: [periodId] });
  expect(cells.filter(({ returnId }) => returnId !== null)).toMatchObject([
    { agencyName: AGENCY, state: 'taken', takenCells: 2, returnId: keptId(review) },
  ]);
  expect(await office.client.workspace.check()).toEqual([]);
});

test('a rule that is switched off no longer casts its doubt', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展状态: '已完成', 完成比例: 1 });
  const returnId = keptId(await receive(office, file));
  const faults = async () => (await office.client.returns.review({ returnIds: [returnId] })).files[0]?.faults;
  expect((await faults())?.map(({ rule }) => rule)).toContain('done-without-narrative');
  await office.client.returns.setRule({ rule: 'done-without-narrative', active: false });
  expect((await office.client.returns.rules({})).find(({ rule }) => rule === 'done-without-narrative')?.active).toBe(
    false,
  );
  expect((await faults())?.map(({ rule }) => rule)).not.toContain('done-without-narrative');
});

test('receiving tells how far it is, and one that is cancelled keeps nothing', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  const files = [{ ticket: ticket(file) }];
  for await (const event of await office.client.returns.receive({ planId: PLAN, files })) {
    if (event.kind === 'progress') break;
  }
  expect(await office.client.returns.list({})).toEqual([]);
  expect((await finish(await office.client.returns.receive({ planId: PLAN, files }))).files).toHaveLength(1);
});
