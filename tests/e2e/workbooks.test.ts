import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { asKept, keptFiles } from '#tests/helpers/an-office.ts';
import { aDesk, answerDialogs, eventually, keepScreenshot, stored } from './program.ts';
import { openDesk } from './shared-program.ts';

test('a table for the superior is exported from the menu', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const target = path.join(desk.folder, '责任 矩阵表.xlsx');
  await answerDialogs(app, { save: target });
  await window.getByTestId('export-menu').click();
  await keepScreenshot(window, 'export-menu-1366');
  await window.getByTestId('export-matrix-a3').click();
  await window.getByTestId('toast').filter({ hasText: '已导出' }).waitFor();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(target);
  expect(String(book.worksheets[0]?.getCell(1, 1).value)).toContain('责任矩阵');
});

test('forms go out, one comes back changed, is reviewed, taken in and taken back', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await answerDialogs(app, { open: [desk.folder] });
  await window.getByTestId('forms-open').click();
  await window.getByTestId('forms-dialog').waitFor();
  await keepScreenshot(window, 'forms-dialog-1366');
  await window.getByTestId('forms-send').click();
  await eventually(() => fs.readdirSync(desk.folder).filter((name) => name.endsWith('填报表.xlsx')).length).toBe(25);
  await window.getByTestId('toast').filter({ hasText: '填报表' }).first().waitFor();

  const [name] = fs.readdirSync(desk.folder).filter((file) => file.startsWith('县林业局'));
  const file = path.join(desk.folder, name ?? '');
  await fillFirstRow(file, '已完成 30 批次监测任务');
  await answerDialogs(app, { open: [file] });
  await window.getByTestId('returns-open').click();
  await window.getByTestId('review-dialog').waitFor();
  await keepScreenshot(window, 'review-1366');
  expect(stored(desk, 'SELECT count(*) FROM progress')).toEqual([[0]]);
  await window.getByTestId('review-accept').click();
  await eventually(() => stored(desk, 'SELECT narrative, origin FROM progress')).toEqual([
    ['已完成 30 批次监测任务', 'return'],
  ]);
  await window.getByTestId('review-dialog').waitFor({ state: 'hidden' });
  expect(keptFiles(desk)).toEqual([asKept(file)]);

  await window.getByTestId('undo').click();
  await eventually(() => stored(desk, 'SELECT count(*) FROM progress')).toEqual([[0]]);
});

test('a foreign file is refused with a sentence inside the review', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const foreign = path.join(desk.folder, '照片.xlsx');
  fs.writeFileSync(foreign, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]));
  await answerDialogs(app, { open: [foreign] });
  await window.getByTestId('returns-open').click();
  await window.getByTestId('review-dialog').getByText('不是 Excel 或 WPS 工作簿').first().waitFor();
  await keepScreenshot(window, 'review-refused-1366');
});

/** Writes into the first task's 进展情况, as an agency would. */
async function fillFirstRow(file: string, text: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[0];
  let headRow = 0;
  sheet?.eachRow((row, number) => {
    if (row.getCell(1).value === '序号') headRow = number;
  });
  let column = 0;
  sheet?.getRow(headRow).eachCell((cell, number) => {
    if (cell.value === '进展情况') column = number;
  });
  if (!sheet || headRow === 0 || column === 0) throw new Error('no form');
  sheet.getRow(headRow + 1).getCell(column).value = text;
  await book.xlsx.writeFile(file);
}
