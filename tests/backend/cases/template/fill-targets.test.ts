// A superior's table of figures: a row for each target, and how far it is reached.
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, ticket } from '#tests/helpers/an-office.ts';

it('a form that asks for targets and no task gets a row for each target, none for tasks without one', async () => {
  const office = await anOffice();
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.getRow(1).values = ['量化指标完成情况表'];
  sheet.getRow(2).values = ['序号', '指标名称', '目标值', '完成值', '责任单位'];
  const file = path.join(office.folder, '指标表.xlsx');
  const out = path.join(office.folder, '填好.xlsx');
  fs.writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  const { periodId } = await aCell(office, 1, '县市场监督管理局');
  const template = { file: ticket(file) };
  const filled = await finish(
    await office.client.template.fill({ planId: PLAN, periodId, template, scope: 'all', out: ticket(out) }),
  );
  await workbook.xlsx.readFile(out);
  const rows = workbook.getWorksheet('表');
  const names = Array.from({ length: filled.filledRows }, (_, index) => rows?.getCell(index + 3, 2).text ?? '');
  expect(filled.filledRows).toBe(15);
  expect(names.filter((name) => name === '')).toEqual([]);
  expect(rows?.getCell(3, 5).text).not.toBe('');
});
