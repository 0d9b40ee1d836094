import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ReturnId } from '#shared/domain/ids.ts';
import { sendBackReasons } from '#shared/domain/send-back-reasons.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { altered, firstSheet, openWorkbook } from '../../sheets/altered.ts';

const FARM = '县农业农村局';

async function sendForm(office: Office, agency = FARM): Promise<string> {
  const { agencyId, periodId } = await aCell(office, 5, agency);
  const [sent] = await finish(
    await office.client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(office.folder) }),
  );
  return path.join(office.folder, sent?.fileName ?? '');
}

/** Fills cells of the first task as an agency would: columns G to L are those to be filled. */
async function fillIn(file: string, cells: Readonly<Record<string, string | number>>): Promise<void> {
  const bytes = await altered(fs.readFileSync(file), (sheet) => {
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  });
  fs.writeFileSync(file, bytes);
}

async function receive(office: Office, ...files: readonly string[]): Promise<readonly ReturnId[]> {
  const chosen = files.map((file) => ({ ticket: ticket(file) }));
  const review = await finish(await office.client.returns.receive({ planId: PLAN, files: chosen }));
  return review.files.flatMap(({ returnId }) => (returnId === null ? [] : [returnId]));
}

const annotate = async (office: Office, returnIds: readonly ReturnId[], folder: string) =>
  finish(await office.client.returns.annotate({ returnIds: [...returnIds], folder: ticket(folder) }));

function outFolder(office: Office): string {
  const folder = path.join(office.folder, '退回');
  fs.mkdirSync(folder);
  return folder;
}

async function sheetIn(folder: string, name: string) {
  return firstSheet(await openWorkbook(fs.readFileSync(path.join(folder, name))));
}

function remark(sheet: Awaited<ReturnType<typeof sheetIn>>, address: string): string {
  const said = sheet.getCell(address).note;
  return typeof said === 'string' ? said : (said?.texts?.map(({ text }) => text).join('') ?? '');
}

test('a form goes back with the reasons on its cells; what was typed besides stands on the heads', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, { G5: '已完成', H5: '很多' });
  const returnIds = await receive(office, file);
  const [view] = (await office.client.returns.review({ returnIds: [...returnIds] })).files;
  const reasons = view ? sendBackReasons(view).filter(({ suggested }) => suggested) : [];
  const percent = reasons.find(({ field }) => field === 'percent');
  expect(percent).toMatchObject({ place: { row: 5, column: 8 } });
  const sentences = [percent?.sentence ?? '', '请加盖公章后重报'];
  await office.client.returns.sendBack({ returnIds: [...returnIds], reasons: sentences });

  const folder = outFolder(office);
  const sent = fs.readFileSync(file);
  const files = await annotate(office, returnIds, folder);
  expect(files).toEqual([
    { fileName: `${FARM}—2021年食品安全重点工作安排—2021年10月-退回说明.xlsx`, rows: 2, bytes: expect.any(Number) },
  ]);
  expect(fs.readdirSync(folder)).toEqual([`${FARM}—2021年食品安全重点工作安排—2021年10月-退回说明.xlsx`]);
  const sheet = await sheetIn(folder, files[0]?.fileName ?? '');
  expect(remark(sheet, 'H5')).toBe(`退回说明：\n${percent?.sentence}`);
  expect(remark(sheet, 'A4')).toBe('退回说明：\n请加盖公章后重报');
  expect(sheet.getCell('H5').value).toBe('很多');
  expect(sheet.getCell('H5').fill).toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
  expect(sheet.getCell('G5').fill).not.toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
  expect(fs.readFileSync(file)).toEqual(sent);

  const [returnId] = returnIds;
  if (returnId === undefined) throw new Error('nothing came');
  const { text } = await office.client.returns.sendBackText({ returnId, reasons: sentences });
  expect(text).toContain(`${FARM}：\n\n贵单位报送的《`);
  expect(text).toContain('2. 请加盖公章后重报。');
  expect(text).toContain('前重新报送');
});

test('several go at once: a text file gets a table, two of one name get two names', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, { G5: '已完成', H5: '很多' });
  const other = path.join(office.folder, '另一处');
  fs.mkdirSync(other);
  const csv = path.join(other, '2021年10月填报表.csv');
  const { taskId, periodId } = await aCell(office, 5, FARM);
  const words = (await office.client.matrix.task({ taskId, periodId })).content;
  fs.writeFileSync(csv, `填报单位：${FARM},,,\n序号,工作任务,进展状态,完成比例\n5,"${words}",已完成,=1+1\n`);
  const again = path.join(other, path.basename(file));
  fs.copyFileSync(file, again);
  await fillIn(again, { I5: '另一份' });
  const returnIds = await receive(office, file, csv, again);
  expect(returnIds).toHaveLength(3);
  await office.client.returns.sendBack({ returnIds: [...returnIds], reasons: ['请加盖公章后重报'] });
  const folder = outFolder(office);
  const files = await annotate(office, returnIds, folder);
  expect(files.map(({ fileName, notice }) => [fileName, notice === undefined])).toEqual([
    [`${FARM}—2021年食品安全重点工作安排—2021年10月-退回说明.xlsx`, true],
    ['2021年10月填报表-退回说明.xlsx', false],
    [`${FARM}—2021年食品安全重点工作安排—2021年10月（${FARM}）-退回说明.xlsx`, true],
  ]);
  expect(files[1]?.notice).toBe('“2021年10月填报表.csv”不便直接加批注，另列了退回说明表。');
  expect(fs.readdirSync(folder).toSorted()).toEqual(files.map(({ fileName }) => fileName).toSorted());
  const table = await sheetIn(folder, '2021年10月填报表-退回说明.xlsx');
  expect(table.getCell('A1').value).toBe('退回说明');
  expect(table.getCell('E5').value).toBe('请加盖公章后重报');
});

test('without a reason nothing is written, and a folder that is gone is said to be', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, { I5: '推广 1200 亩，10 月 8 日验收' });
  const returnIds = await receive(office, file);
  const folder = outFolder(office);
  expect(await refusalOf(annotate(office, returnIds, folder))).toBe('RETURN_NO_REASONS');
  expect(fs.readdirSync(folder)).toEqual([]);
  await office.client.returns.sendBack({ returnIds: [...returnIds], reasons: ['请核实'] });
  expect(await refusalOf(annotate(office, returnIds, path.join(folder, '没有')))).toBe('FOLDER_MISSING');
});

test('cancelled, nothing is left in the folder', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, { G5: '已完成', H5: '很多' });
  const returnIds = await receive(office, file);
  const folder = outFolder(office);
  for await (const event of await office.client.returns.annotate({
    returnIds: [...returnIds],
    folder: ticket(folder),
  })) {
    if (event.kind === 'progress') break;
  }
  await expect.poll(() => fs.readdirSync(folder)).toEqual([]);
});
