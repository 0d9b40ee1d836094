// What can be typed into a form, and where: locked, open, checked, and rows that grow with what is typed.
import JSZip from 'jszip';
import { beforeAll, expect, test } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { openWorkbook } from '../../sheets/altered.ts';
import { formInput } from '../seed-world.ts';

let bytes: Uint8Array;
let xml: string;
beforeAll(async () => {
  bytes = await buildForm(formInput('县市场监督管理局'));
  xml = (await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
});

test('rows of tasks follow what is typed into them; heads keep their height', () => {
  const tags = [...xml.matchAll(/<row r="(\d+)"([^>]*)>/gu)];
  const fixed = tags
    .filter(([, , attributes]) => attributes?.includes('customHeight="1"'))
    .map(([, row]) => Number(row));
  expect(fixed).toEqual([1, 2, 3, 4]);
  expect(tags.length).toBeGreaterThan(20);
  expect(tags.every(([, , attributes]) => /ht="\d+"/u.test(attributes ?? ''))).toBe(true);
});

test('only cells to fill in are open, in every row', async () => {
  const [sheet] = (await openWorkbook(bytes)).worksheets;
  const openIn = (row: number): readonly string[] => {
    const open: string[] = [];
    sheet?.getRow(row).eachCell({ includeEmpty: true }, (cell, column) => {
      if (cell.protection?.locked === false && cell.master === cell) open.push(String(sheet.getCell(4, column).value));
    });
    return open;
  };
  expect(xml).toContain('<sheetProtection sheet="1"');
  expect(openIn(5)).toEqual(['进展状态', '完成比例', '进展情况', '存在问题', '下步措施', '填报日期']);
  expect([1, 3, 4].flatMap(openIn)).toEqual([]);
  for (let row = 6; row <= (sheet?.rowCount ?? 0); row++) expect(openIn(row)).toEqual(openIn(5));
});

test('values of percentages show a decimal, so that 97.3% does not look like 97%', async () => {
  const targets = (await openWorkbook(bytes)).getWorksheet('量化指标');
  const shares: string[] = [];
  targets?.eachRow((row, number) => {
    if (number > 3 && row.getCell(5).value === '%') shares.push(row.getCell(8).numFmt);
  });
  expect(shares.length).toBeGreaterThan(0);
  expect(new Set(shares)).toEqual(new Set(['0.0%']));
});
