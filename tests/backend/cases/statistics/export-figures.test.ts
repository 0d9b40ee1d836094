import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { figureTable, figureText } from '#shared/domain/figure-table.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, refusalOf, ticket } from '#tests/helpers/an-office.ts';

async function sheetOf(file: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('a workbook without a sheet');
  return sheet;
}

test('a table of the statistics is taken into a workbook as figures, with its sum, and copied as text', async () => {
  const office = await anOffice();
  const cell = await aCell(office, 5, '县农业农村局');
  await office.client.progress.set({ entries: [{ ...cell, patch: { status: 'done', narrative: '已办结' } }] });
  const { periodId } = cell;
  const file = path.join(office.folder, '统计.xlsx');
  const asked = { planId: PLAN, periodId, on: '2021-10-12' } as const;
  const written = await finish(await office.client.statistics.export({ ...asked, view: 'byRole', file: ticket(file) }));
  expect(written).toMatchObject({ fileName: '统计.xlsx', rows: 3 });
  const sheet = await sheetOf(file);
  expect(sheet.getCell('A1').text).toBe(
    '泽州县2021年食品安全重点工作安排统计（按责任，2021年10月，截至2021年10月12日）',
  );
  const rows = Array.from(sheet.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []));
  const lead = rows.find(([name]) => name === '牵头');
  expect(lead?.slice(1, 5)).toEqual([30, 1, 29, 1]);
  expect(lead?.[9]).toBeCloseTo(1 / 30);
  expect(rows.find(([name]) => name === '合计')?.slice(1, 4)).toEqual([103, 1, 102]);

  const printed = await office.client.statistics.printTable({ ...asked, view: 'byRole' });
  expect(printed.title).toBe(sheet.getCell('A1').text);

  const statistics = await office.client.statistics.read(asked);
  const text = figureText(figureTable(statistics, 'byRole')).split('\n');
  expect(text[0]).toBe('责任\t应报\t已报\t未报\t已完成\t逾期未报\t受阻\t迟报\t占比\t报送率');
  expect(text[1]).toBe('牵头\t30\t1\t29\t1\t0\t0\t0\t29.1%\t3.3%');
  expect(text.at(-1)).toBe('合计\t103\t1\t102\t1\t0\t0\t0\t\t1%');
});

test('two days compared are a workbook too, also while the past is looked at; the data file is never written over', async () => {
  const office = await anOffice();
  const file = path.join(office.folder, '对比.xlsx');
  const asked = { planId: PLAN, view: 'comparison', from: '2021-10-12', to: '2021-10-12' } as const;
  const past = office.clientAt(await office.client.history.moment({ at: '2021-10-12' }));
  expect(await finish(await past.statistics.export({ ...asked, file: ticket(file) }))).toMatchObject({ rows: 0 });
  expect((await sheetOf(file)).getCell('A1').text).toContain('责任变化，2021年10月12日至2021年10月12日');
  const over = past.statistics.export({ ...asked, file: ticket(office.dataFile) }).then((events) => finish(events));
  expect(await refusalOf(over)).toBe('FILE_IS_DATA_FILE');
});
