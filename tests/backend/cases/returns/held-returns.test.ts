import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { aCell, anOffice, refusalOf } from '#tests/helpers/an-office.ts';
import { AGENCY, alterForm, fillIn, keptId, receive, sendForm } from '#tests/helpers/returned-forms.ts';

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

test('a form that is held is weighed beside another of its agency: where they differ, neither is chosen', async () => {
  const office = await anOffice();
  const [file, other] = [await sendForm(office), path.join(office.folder, '更正.xlsx')];
  await fillIn(file, 5, { 进展情况: '排查 12 家', 存在问题: '人手不足' });
  fs.copyFileSync(file, other);
  await fillIn(other, 5, { 进展情况: '排查 15 家' });
  await alterForm(other, (sheet) => {
    const title = sheet.getCell('A1');
    title.value = String(title.value).replace('10月', '11月');
  });
  const { files } = await receive(office, file, other);
  expect(files.map(({ held }) => held !== null)).toEqual([false, true]);
  const expected = [
    { field: 'narrative', chosen: false, state: 'conflict', doubts: ['“更正.xlsx”中此格是“排查 15 家”'] },
    { field: 'problems', chosen: true, doubts: [] },
  ];
  expect(files[0]?.items).toMatchObject(expected);
  const again = await office.client.returns.review({ returnIds: [files[0]?.returnId ?? (0 as never)] });
  expect(again.files[0]?.items).toMatchObject(expected);
});
