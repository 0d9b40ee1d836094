// What was taken in is taken back, and what an agency told us stands in the order of the log, whatever the clock says.
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aCell, anOffice, type Office, refusalOf } from '#tests/helpers/an-office.ts';
import { AGENCY, fillIn, keptId, receive, sendForm, signForm, theirs } from '#tests/helpers/returned-forms.ts';

test('a return that was taken in is taken back at any later time; what was changed since is named and stays', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  const cell = await aCell(office, 5, AGENCY);
  await office.client.progress.set({ entries: [{ ...cell, patch: { narrative: '从前的', percent: 10 } }] });
  await fillIn(file, 5, { 进展情况: '他们的', 完成比例: 0.4, 存在问题: '人手不足' });
  await fillIn(file, 7, { 进展情况: '新的' });
  const returnId = keptId(await receive(office, file));
  const review = await office.client.returns.review({ returnIds: [returnId] });
  await office.client.returns.accept(theirs(review));
  await office.client.progress.set({ entries: [{ ...cell, patch: { percent: 60 } }] });

  const before = await office.client.returns.takeBackPreview({ returnId });
  expect(before).toMatchObject({ cells: 3, changedSince: [{ ...cell, label: '第 5 项 农业农村局 完成比例' }] });
  await office.client.returns.takeBack({ returnId, includeChanged: false });
  const { progress } = await office.client.workspace.dump();
  expect(progress).toMatchObject([{ task: 5, narrative: '从前的', percent: 60, problems: '' }]);
  expect(await office.client.returns.list({})).toMatchObject([{ state: 'to-review', takenCells: 0, takenInAt: null }]);
  expect(await refusalOf(office.client.returns.takeBack({ returnId, includeChanged: true }))).toBe('RETURN_NOT_TAKEN');

  await office.client.history.undo({});
  await office.client.returns.takeBack({ returnId, includeChanged: true });
  expect((await office.client.workspace.dump()).progress).toMatchObject([{ narrative: '从前的', percent: 10 }]);
  expect(await office.client.workspace.check()).toEqual([]);
});

test('who filled it in goes with what is taken back; who a later return named stands', async () => {
  const office = await anOffice();
  const first = await sendForm(office);
  const second = path.join(office.folder, '第二次.xlsx');
  fs.copyFileSync(first, second);
  await signForm(first, '甲某', '3021234');
  await signForm(second, '乙某', '3025678');
  await fillIn(first, 5, { 进展情况: '已排查 12 个乡镇' });
  await fillIn(second, 5, { 进展情况: '已排查 14 个乡镇' });
  const one = await receive(office, first);
  await office.client.returns.accept(theirs(one));
  expect(contactsOf(office)).toEqual(['甲某 3021234']);
  await office.client.returns.takeBack({ returnId: keptId(one), includeChanged: false });
  expect(contactsOf(office)).toEqual([]);
  await office.client.history.undo({});
  expect(contactsOf(office)).toEqual(['甲某 3021234']);

  const two = await receive(office, second);
  await office.client.returns.accept(theirs(two));
  await office.client.returns.takeBack({ returnId: keptId(one), includeChanged: false });
  expect(contactsOf(office)).toEqual(['乙某 3025678']);
  await office.client.returns.takeBack({ returnId: keptId(two), includeChanged: false });
  expect(contactsOf(office)).toEqual([]);
  expect(await office.client.workspace.check()).toEqual([]);
});

test('of a closed month nothing is taken in and nothing is taken back', async () => {
  const office = await anOffice();
  const first = await sendForm(office);
  const second = path.join(office.folder, '第二次.xlsx');
  fs.copyFileSync(first, second);
  await fillIn(first, 5, { 进展情况: '已排查 12 个乡镇' });
  await fillIn(second, 5, { 进展情况: '已排查 14 个乡镇' });
  const one = await receive(office, first);
  await office.client.returns.accept(theirs(one));
  const two = await receive(office, second);
  const before = (await office.client.workspace.dump()).progress;
  const { periodId } = await aCell(office, 5, AGENCY);
  const beside = new Database(office.dataFile);
  beside.prepare("UPDATE period SET closed_on = '2021-11-05' WHERE id = ?").run(periodId);
  beside.close();

  expect(await refusalOf(office.client.returns.accept(theirs(two)))).toBe('PERIOD_CLOSED');
  expect(await refusalOf(office.client.returns.takeBack({ returnId: keptId(one), includeChanged: true }))).toBe(
    'PERIOD_CLOSED',
  );
  expect((await office.client.workspace.dump()).progress).toEqual(before);
});

test('a clock that was set back after the sending hides nothing that was taken in since', async () => {
  let now = new Date('2021-10-12T09:00:00');
  const office = await anOffice(() => now);
  const first = await sendForm(office);
  const second = path.join(office.folder, '更正.xlsx');
  fs.copyFileSync(first, second);
  await fillIn(first, 5, { 进展情况: '已排查 12 个乡镇' });
  await fillIn(second, 5, { 下步措施: '12 月底前排查完' });
  now = new Date('2021-10-02T09:00:00');
  await office.client.returns.accept(theirs(await receive(office, first)));
  now = new Date('2021-10-01T09:00:00');
  expect((await receive(office, second)).files[0]?.items).toMatchObject([
    { field: 'narrative', base: '已排查 12 个乡镇', baseFrom: 'told', theirs: '', retraction: true, chosen: false },
    { field: 'nextSteps' },
  ]);
});

/** Every contact the data file keeps, the earlier first. */
function contactsOf({ dataFile }: Office): readonly unknown[] {
  const db = new Database(dataFile, { readonly: true });
  try {
    return db.prepare("SELECT reporter || ' ' || phone FROM agency_contact ORDER BY id").pluck().all();
  } finally {
    db.close();
  }
}
