import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { asKept, keptFiles } from '#tests/helpers/an-office.ts';
import { aDesk, answerDialogs, eventually, keepScreenshot, stored } from './program.ts';
import { fillForm, sendForms, takeReturned } from './returned-forms.ts';
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
  const program = await openDesk(desk);
  const { window } = program;
  const forms = await sendForms(program, desk);
  const file = forms.find((form) => path.basename(form).startsWith('县林业局')) ?? '';
  await fillForm(file, (nth) => (nth === 0 ? { 进展情况: '已完成 30 批次监测任务' } : null));
  await takeReturned(program, [file]);
  expect(stored(desk, 'SELECT count(*) FROM progress')).toEqual([[0]]);
  await window.getByTestId('confirm-file').click();
  await eventually(() => stored(desk, 'SELECT narrative, origin FROM progress')).toEqual([
    ['已完成 30 批次监测任务', 'return'],
  ]);
  expect(keptFiles(desk)).toEqual([asKept(file)]);

  await window.getByTestId('undo').click();
  await eventually(() => stored(desk, 'SELECT count(*) FROM progress')).toEqual([[0]]);
});
