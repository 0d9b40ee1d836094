// A superior's form was retyped by hand each month; now its columns are pointed out once and it is filled as it is.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { madeForm, row } from '../backend/excel/template/made-forms.ts';
import { aDesk, answerDialogs, clickMenu, type Desk, keepScreenshot, saved, setWindowSize, stored } from './program.ts';
import { openDesk } from './shared-program.ts';

const HEADS = ['序号', '重点工作任务', '责任单位', null, '完成时限', '进展情况', null, '总体评价', '备注'];
const BELOW = [null, null, '牵头', '配合', null, '定性描述', '完成比例（%）'];
const TITLES = {
  A1: '附件2',
  A2: '2021年食品安全重点工作任务进展情况统计表',
  A3: '填报单位（盖章）：　　　　　　填报人：　　　　　填报时间：',
};
const MERGES = ['A2:I2', 'A3:I3', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:G4', 'H4:H5', 'I4:I5'];

async function aForm(desk: Desk, name: string, more = {}): Promise<string> {
  const file = path.join(desk.folder, name);
  const cells = { ...TITLES, ...row(4, HEADS), ...row(5, BELOW), ...more };
  const explained = { name: '填表说明', cells: { A1: '填表说明', A2: '一、请如实填写。' } };
  fs.writeFileSync(file, await madeForm({ name: '附表', cells, merges: MERGES, ruled: [6, 20, 9] }, explained));
  return file;
}

const kept = (desk: Desk): unknown => {
  const [first] = stored(desk, "SELECT mapping FROM template WHERE name = '市级月报'") as string[][];
  return first?.[0] === undefined ? undefined : JSON.parse(first[0]);
};

const pickForm = (window: Page) => window.getByTestId('template-pick').click();

test('a form is read, its doubtful column settled, kept under a name, and known again next month', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const form = await aForm(desk, '市级表.xlsx');
  await clickMenu(app, 'templates');
  await window.getByTestId('templates-dialog').getByText('还没有记住的表样').waitFor();
  await keepScreenshot(window, 'templates-empty-1366');
  await answerDialogs(app, { open: [form] });
  await pickForm(window);

  const editor = window.getByTestId('template-editor');
  await editor.getByTestId('template-column-H').waitFor();
  expect(await editor.getByTestId('template-state').textContent()).toBe('还有 1 列待核对，未核对的列不填。');
  await expect.poll(() => editor.getByTestId('template-list-G').inputValue()).toBe('percent');
  // What is in doubt stands first and is shown on the picture.
  expect(await editor.locator('.mapping-column').first().getAttribute('data-testid')).toBe('template-column-H');
  await keepScreenshot(window, 'template-editor-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'template-editor-1920');
  await setWindowSize(app, 1366, 768);
  await editor.getByTestId('template-list-H').selectOption('light');
  await expect.poll(() => editor.getByTestId('template-state').textContent()).toBe('各列都已核对。');
  await editor.getByTestId('template-name').fill('市级月报');
  await editor.getByTestId('template-save').click();
  await saved(window);
  expect(kept(desk)).toMatchObject({ sheet: '附表', titleCell: 'A2', unitCell: 'A3', headRows: [4, 5], bodyRow: 6 });

  // Another file with the same heads: nothing is asked any more.
  await window.getByTestId('template-list').getByText('市级月报').waitFor();
  await keepScreenshot(window, 'templates-kept-1366');
  await answerDialogs(app, { open: [await aForm(desk, '市级表11月.xlsx', { A2: '2021年11月进展情况统计表' })] });
  await pickForm(window);
  await editor.getByText('表头与记住的“市级月报”相同').waitFor();
  expect(await editor.getByTestId('template-list-H').inputValue()).toBe('light');
  await editor.getByRole('button', { name: '返回' }).click();

  await window.getByTestId('template-remove').click();
  await window.getByTestId('confirm-yes').click();
  await expect.poll(() => stored(desk, 'SELECT name FROM template')).toEqual([]);
  await window.getByTestId('templates-close').click();
  await clickMenu(app, 'undo');
  await expect.poll(() => stored(desk, 'SELECT name FROM template')).toEqual([['市级月报']]);
});

test('heads, first row, title and unit line are pointed out on the picture, by mouse and by keyboard', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const file = path.join(desk.folder, '别的表.xlsx');
  const cells = { B1: '督查表', C2: '报送机构', ...row(4, ['甲项', '乙项', '丙项'], 2), B6: '示范' };
  fs.writeFileSync(file, await madeForm({ name: '督查', cells }));
  await clickMenu(app, 'templates');
  await answerDialogs(app, { open: [file] });
  await pickForm(window);
  const editor = window.getByTestId('template-editor');
  await editor.getByText('没有自动找到表头').waitFor();
  await editor.locator('tr[data-row="4"] > th').click();
  await editor.getByTestId('template-column-B').waitFor();
  await expect.poll(() => editor.getByTestId('template-first-row').inputValue()).toBe('4');

  await editor.getByTestId('template-point-body').check({ force: true });
  await editor.locator('tr[data-row="6"] > th').click();
  await expect.poll(() => editor.getByTestId('template-body-row').inputValue()).toBe('6');
  await editor.getByTestId('template-point-unit').check({ force: true });
  await editor.locator('tr[data-row="2"] > td[data-column="3"]').click();
  await expect.poll(() => editor.locator('td[data-named="unit"]').textContent()).toBe('报送机构');
  // The title by the keyboard alone: up to the first row, Enter takes its name away and gives it back.
  await editor.getByTestId('template-point-title').check({ force: true });
  await editor.getByRole('grid').focus();
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await editor.locator('td[data-named="title"]').waitFor({ state: 'detached' });
  await window.keyboard.press('Enter');
  await expect.poll(() => editor.locator('td[data-named="title"]').textContent()).toBe('督查表');

  expect(await editor.getByTestId('template-save').isDisabled()).toBe(true);
  await editor.getByTestId('template-picture-B').selectOption('task');
  await editor.getByTestId('template-picture-C').selectOption('responsible');
  await editor.getByTestId('template-confirm-D').click();
  await keepScreenshot(window, 'template-pointed-1366');
  await editor.getByTestId('template-name').fill('市级月报');
  await editor.getByTestId('template-save').click();
  await saved(window);
  expect(kept(desk)).toMatchObject({
    titleCell: 'B1',
    unitCell: 'C2',
    headRows: [4, 4],
    bodyRow: 6,
    columns: [
      { column: 'B', field: 'task', sure: true },
      { column: 'C', field: 'responsible', sure: true },
      { column: 'D', field: null, sure: true },
    ],
  });
});
