// Forms that went out before this version come back after it: their ids, rows and values are read as they were then.
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { altered } from '../sheets/altered.ts';

const FILE = new URL('../../fixtures/forms/format-1.xlsx', import.meta.url);

test('a form of format 1 is read with its ids and its rows, without a doubt or a note', async () => {
  const name = '县公安局-2021年12月填报表.xlsx';
  const { tables } = readReturn(await readSheets(fs.readFileSync(FILE), name), name);
  const [table] = tables;
  expect(tables).toHaveLength(1);
  expect(table?.ids).toMatchObject({ version: 1, agencyName: '县公安局', periodLabel: '2021-12', sheet: '' });
  expect(table?.said.units[0]).toEqual({ source: 'unit-line', says: '县公安局' });
  expect(table).toMatchObject({ kind: 'form', notes: [], doubts: [] });
  expect(table?.targets).toBeUndefined();
  expect(table?.rows.map(({ number }) => number)).toEqual(['11', '13', '21', '24', '28', '48']);
  for (const { taskId, fields } of table?.rows ?? []) {
    expect(taskId).toBeGreaterThan(0);
    expect(Object.keys(fields)).toHaveLength(6);
    expect(Object.values(fields).every(({ readable, doubt }) => readable && doubt === '')).toBe(true);
  }
});

test('what an agency wrote into a form of format 1 is read from its cells', async () => {
  const bytes = await altered(fs.readFileSync(FILE), (sheet) => {
    sheet.getCell('E5').value = '推进中';
    sheet.getCell('F5').value = 0.5;
    sheet.getCell('G5').value = '已检查 12 家';
  });
  const [table] = readReturn(await readSheets(bytes, '填报表.xlsx'), '填报表.xlsx').tables;
  const { status, percent, narrative } = table?.rows[0]?.fields ?? {};
  expect([status, percent, narrative].map((cell) => cell?.text)).toEqual(['推进中', '50', '已检查 12 家']);
});
