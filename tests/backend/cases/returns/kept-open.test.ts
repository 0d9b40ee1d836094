import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice, type Office } from '#tests/helpers/an-office.ts';
import { fillIn, keptId, preview, receive, sendForm, theirs } from '#tests/helpers/returned-forms.ts';

/** A return of which what is certain was taken and the rest kept open: 0.8 may be 80 or 0.8. */
async function partlyTaken() {
  const office = await anOffice();
  const file = await sendForm(office);
  const second = path.join(office.folder, '更正.xlsx');
  fs.copyFileSync(file, second);
  await fillIn(file, 5, { 进展状态: '推进中', 完成比例: '0.8', 进展情况: '已排查 12 个乡镇' });
  const review = await receive(office, file);
  const { returns } = theirs(review, ({ chosen }) => chosen);
  await office.client.returns.accept({ returns: returns.map((each) => ({ ...each, keepOpen: true })) });
  return { office, file, second, returnId: keptId(review) };
}

async function standing(office: Office) {
  const { progress } = await office.client.workspace.dump();
  return progress.map(({ status, percent, narrative }) => ({ status, percent, narrative }));
}

test('what is kept open is asked again, after a restart too, and the return waits in the list and in 回收情况', async () => {
  const { office, returnId } = await partlyTaken();
  expect(await standing(office)).toEqual([{ status: 'in-progress', percent: null, narrative: '已排查 12 个乡镇' }]);
  const again = await office.reopen();
  expect(await again.client.returns.list({ planId: PLAN })).toMatchObject([{ state: 'to-review', takenCells: 2 }]);
  const { cells } = await again.client.returns.overview({ planId: PLAN });
  expect(cells.filter((cell) => cell.returnId === returnId)).toMatchObject([{ state: 'to-review', takenCells: 2 }]);
  const { files } = await again.client.returns.review({ returnIds: [returnId] });
  expect(files[0]?.items).toMatchObject([{ field: 'percent', theirs: '80', chosen: false }]);

  const decisions = (files[0]?.items ?? []).map(({ key }) => ({ key, choice: 'ours' as const }));
  await again.client.returns.accept({ returns: [{ returnId, decisions, keepOpen: true }] });
  expect(await again.client.returns.list({ planId: PLAN })).toMatchObject([{ state: 'taken', takenCells: 2 }]);
  expect(await again.client.workspace.check()).toEqual([]);
});

test('what was taken of a return that is kept open is what the agency told us', async () => {
  const { office, second } = await partlyTaken();
  await fillIn(second, 5, { 进展情况: '' });
  const { files } = await preview(office, second);
  expect(files[0]?.items.map(({ field, base, baseFrom, chosen }) => [field, base, baseFrom, chosen])).toEqual([
    ['status', '推进中', 'told', false],
    ['narrative', '已排查 12 个乡镇', 'told', false],
  ]);
});

test('a return that is kept open is taken back as a whole, and undone as one step', async () => {
  const { office, returnId } = await partlyTaken();
  await office.client.history.undo({});
  expect(await standing(office)).toEqual([]);
  await office.client.history.redo({});
  await office.client.returns.takeBack({ returnId, includeChanged: false });
  expect(await standing(office)).toEqual([]);
  const { files } = await office.client.returns.review({ returnIds: [returnId] });
  expect(files[0]?.items).toHaveLength(3);
  expect(await office.client.workspace.check()).toEqual([]);
});
