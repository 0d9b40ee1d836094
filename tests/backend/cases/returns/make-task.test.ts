import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ReturnId } from '#shared/domain/ids.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { sheetOf } from '../../sheets/altered.ts';

const COLD = '推进冷链仓库备案，按季度抽查温度记录并向社会公布。';

async function wordsOf(office: Office, task: number): Promise<string> {
  const { taskId, periodId } = await aCell(office, task, '县农业农村局');
  return (await office.client.matrix.task({ taskId, periodId })).content;
}

/** A ledger of another office, with one row that is no task of the plan. */
async function aLedger(office: Office, rows: readonly (readonly (string | number | null)[])[]): Promise<ReturnId> {
  const file = path.join(office.folder, '2021年10月工作台账.xlsx');
  const heads = ['序号', '类别', '工作任务', '责任单位', '进展状态', '完成比例', '进展情况'];
  fs.writeFileSync(file, await sheetOf([['2021年10月食品安全工作台账'], heads, ...rows]));
  const { files } = await finish(
    await office.client.returns.receive({ planId: PLAN, files: [{ ticket: ticket(file) }] }),
  );
  const returnId = files[0]?.returnId;
  if (returnId == null) throw new Error('nothing was received');
  return returnId;
}

const review = async (office: Office, returnId: ReturnId) => {
  const { files } = await office.client.returns.review({ returnIds: [returnId] });
  const [file] = files;
  if (!file) throw new Error('no review');
  return file;
};

test('a row that belongs to no task becomes one, with its units, its section and what it says; undone as a whole', async () => {
  const office = await anOffice();
  const returnId = await aLedger(office, [
    [1, '强化突出问题整顿治理', await wordsOf(office, 5), '县农业农村局', '推进中', '40%', '推广 1200 亩'],
    [2, '严格进口冷链食品管控', COLD, '县交通运输局\n县市场监督管理局', '推进中', '八成多', '备案 12 家'],
  ]);
  const before = await office.client.workspace.dump();
  const [left] = (await review(office, returnId)).leftRows;
  expect(left).toMatchObject({ taskText: COLD, fields: { narrative: '备案 12 家' } });

  const step = await office.client.returns.makeTask({ returnId, rowNumber: left?.rowNumber ?? 0 });
  expect(step.label).toMatch(/^由回收表新增任务：第 \d+ 项 交通运输局、市场监督管理局$|^由回收表新增任务：第 \d+ 项 /);
  const { progress, assignments } = await office.client.workspace.dump();
  const number = Math.max(...assignments.map(({ task }) => task));
  expect(assignments.filter(({ task }) => task === number).map(({ agency, role }) => [agency, role])).toEqual([
    ['县交通运输局', 'lead'],
    ['县市场监督管理局', 'co-responsible'],
  ]);
  // What casts a doubt is not written: it is asked in the review, which now finds the task.
  expect(progress.filter(({ task }) => task === number)).toMatchObject([
    { agency: '县市场监督管理局', status: 'in-progress', narrative: '备案 12 家', percent: null, origin: 'return' },
    { agency: '县交通运输局', status: 'in-progress', narrative: '备案 12 家', percent: null, origin: 'return' },
  ]);
  const after = await review(office, returnId);
  expect(after.leftRows).toEqual([]);
  const own = after.items.filter(({ taskNumber }) => taskNumber === number);
  expect(own.map(({ field, theirs, chosen }) => [field, theirs, chosen])).toEqual([
    ['percent', '80', false],
    ['percent', '80', false],
  ]);
  expect(await office.client.workspace.check()).toEqual([]);
  const overview = await office.client.workspace.overview();
  const sections = overview.sections.filter(({ title }) => title.includes('冷链'));
  const made = (await office.client.matrix.read({ periodId: overview.periods[0]?.id ?? 0 })).find(
    (task) => task.number === number,
  );
  expect(sections.map(({ id }) => id)).toEqual([made?.sectionId]);

  await office.client.history.undo({});
  expect(await office.client.workspace.dump()).toEqual(before);
});

test('a row whose unit nobody knows, one that is a task already, and one that is not there are refused with a sentence', async () => {
  const office = await anOffice();
  const returnId = await aLedger(office, [
    [1, null, await wordsOf(office, 5), '县农业农村局', '推进中', '40%', '推广 1200 亩'],
    [2, null, COLD, '某某公司', '推进中', '40%', '备案 12 家'],
  ]);
  const before = await office.client.workspace.dump();
  const make = (rowNumber: number) => refusalOf(office.client.returns.makeTask({ returnId, rowNumber }));
  const [left] = (await review(office, returnId)).leftRows;
  expect(await make(left?.rowNumber ?? 0)).toBe('AGENCY_UNKNOWN');
  expect(await make((left?.rowNumber ?? 0) - 1)).toBe('RETURN_ROW_GONE');
  expect(await make(999)).toBe('RETURN_ROW_GONE');
  expect(await office.client.workspace.dump()).toEqual(before);
});
