// Superiors differ in what their table looks like. What only a programmer could change is changed by the clerk, with the
// page in sight, and goes to the colleague's PC as a file.
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPdfPages } from './pdf-pages.ts';
import {
  aDesk,
  answerDialogs,
  clickMenu,
  eventually,
  keepScreenshot,
  saved,
  setWindowSize,
  stored,
} from './program.ts';
import { openDesk } from './shared-program.ts';

const OWN = 'SELECT name FROM layout ORDER BY name';

async function openExports(window: Page) {
  await window.keyboard.press('Control+e');
  await window.getByTestId('printed-page-1').waitFor();
  return window.getByTestId('export-dialog');
}

/** Texts of the first sheet, row by row. */
async function textsOf(file: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell((cell) => {
      if (cell.master === cell) texts.push(cell.text);
    });
    rows.push(texts);
  });
  return rows;
}

/** The column of a head in the first sheet of a workbook. */
async function columnOf(file: string, head: string): Promise<number> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  let found = 0;
  book.worksheets[0]?.eachRow((row) => {
    row.eachCell((cell) => {
      if (found === 0 && cell.text === head) found = Number(cell.col);
    });
  });
  expect(found).toBeGreaterThan(0);
  return found;
}

test('a clerk changes a layout with the page in sight, keeps it, exports it, and carries it as a file', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const dialog = await openExports(window);
  await dialog.getByTestId('layout-decomposition').check();
  const page = dialog.getByTestId('printed-page-1');
  await page.getByText('牵头单位', { exact: true }).waitFor();
  await keepScreenshot(window, 'export-dialog-1366');
  await dialog.getByTestId('layout-edit').click();

  // By keyboard alone: to the column of leads, and to the left with it.
  const list = dialog.getByTestId('column-list');
  await expect.poll(() => window.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('column-0');
  const heads = () => list.locator('.column-head').allTextContents();
  const before = await heads();
  const from = before.indexOf('牵头单位');
  // Columns in which nothing stands are on neither page nor workbook: it goes over one that is seen.
  const leftOf = (head: string) =>
    page.getByText(head, { exact: true }).evaluate((cell) => cell.getBoundingClientRect().left);
  const to = before.indexOf('工作任务');
  expect(from).toBeGreaterThan(to);
  expect(await leftOf('牵头单位')).toBeGreaterThan(await leftOf('工作任务'));
  for (let step = 0; step < from; step++) await window.keyboard.press('ArrowDown');
  for (let step = to; step < from; step++) await window.keyboard.press('Alt+ArrowUp');
  const moved = before.toSpliced(from, 1).toSpliced(to, 0, '牵头单位');
  await expect.poll(heads).toEqual(moved);
  await window.keyboard.press('Alt+ArrowDown');
  await expect.poll(heads).not.toEqual(moved);
  await window.keyboard.press('Control+z');
  await expect.poll(heads).toEqual(moved);
  await expect.poll(async () => (await leftOf('牵头单位')) < (await leftOf('工作任务'))).toBe(true);

  // By mouse: the first column to the fourth place and, taken back, to the front again.
  await dialog.getByTestId('column-0').dragTo(dialog.getByTestId('column-3'));
  await expect.poll(async () => (await heads())[3]).toBe(before[0]);
  await dialog.getByTestId('draft-undo').click();
  await expect.poll(async () => (await heads())[0]).toBe(before[0]);

  await dialog.getByTestId(`column-${to}`).click();
  await dialog.getByTestId('column-head').fill('牵头部门');
  await page.getByText('牵头部门', { exact: true }).waitFor();
  await dialog.getByTestId('column-add').fill('完成时限');
  await window.getByRole('option', { name: '完成时限' }).first().click();
  await keepScreenshot(window, 'layout-columns-1366');

  await dialog.getByTestId('part-look').click();
  await dialog.getByTestId('font-title-name').fill('华文中宋');
  await dialog.getByTestId('font-title-size').fill('26');
  await expect
    .poll(() => page.locator('h1').evaluate((title) => getComputedStyle(title).fontFamily))
    .toContain('华文中宋');
  await dialog.getByTestId('print-own-orientation-portrait').check();
  await expect.poll(() => page.evaluate(({ style }) => style.width)).toBe('210mm');
  await keepScreenshot(window, 'layout-look-1366');

  await dialog.getByTestId('part-words').click();
  await dialog.getByTestId('words-title').fill('责任分工表（）');
  await dialog.getByTestId('words-title').evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(6, 6));
  await dialog.getByTestId('placeholder-年度').click();
  expect(await dialog.getByTestId('words-title').inputValue()).toBe('责任分工表（{{年度}}）');
  await page.locator('h1').getByText('责任分工表（2021）').waitFor();
  await dialog.getByTestId('words-signature').fill('填报人：　　审核人：');
  await keepScreenshot(window, 'layout-words-1366');
  await dialog.getByTestId('part-rows').click();
  await keepScreenshot(window, 'layout-rows-1366');

  // A layout that cannot be drawn leaves the last good picture, and says why.
  await dialog.getByTestId('part-columns').click();
  await dialog.getByTestId('column-width').fill('0');
  await dialog.getByTestId('layout-problem').getByText('宽度').waitFor();
  expect(await dialog.getByTestId('layout-save-as').isDisabled()).toBe(true);
  expect(await page.isVisible()).toBe(true);
  await dialog.getByTestId('draft-undo').click();

  // Nothing is thrown away by a stray Escape.
  await window.keyboard.press('Escape');
  await window.getByTestId('confirm-no').click();
  await dialog.getByTestId('layout-save-as').click();
  await window.getByTestId('layout-name').fill('市里要的分工表');
  await window.getByTestId('layout-name-keep').click();
  await eventually(() => stored(desk, OWN)).toEqual([['市里要的分工表']]);
  await dialog.getByTestId('layout-edit').waitFor();

  const workbook = path.join(desk.folder, '分工表.xlsx');
  await answerDialogs(app, { save: workbook });
  await dialog.getByTestId('export-excel').click();
  await window.getByTestId('toast').filter({ hasText: '分工表.xlsx' }).waitFor();
  const texts = await textsOf(workbook);
  expect(texts[0]?.[0]).toBe('责任分工表（2021）');
  const at = (head: string) => columnOf(workbook, head);
  expect((await at('牵头部门')) - (await at('工作任务'))).toBeLessThan(0);
  expect(texts.flat()).toContain('填报人：　　审核人：');

  const file = path.join(desk.folder, '市里.表样.json');
  await answerDialogs(app, { save: file });
  await dialog.getByTestId('layout-write').click();
  await window.getByTestId('toast').filter({ hasText: '市里.表样.json' }).waitFor();
  expect(fs.readFileSync(file, 'utf8')).toContain('牵头部门');

  await dialog.getByTestId('layout-remove').click();
  await eventually(() => stored(desk, OWN)).toEqual([]);
  // At once, and by the notice that says so.
  await window.getByTestId('toast').filter({ hasText: '已删除表样' }).getByText('撤销').click();
  await eventually(() => stored(desk, OWN)).toEqual([['市里要的分工表']]);
  await dialog.getByText('市里要的分工表', { exact: true }).click();
  await dialog.getByTestId('layout-remove').click();
  await eventually(() => stored(desk, OWN)).toEqual([]);
  await answerDialogs(app, { open: [file] });
  await dialog.getByTestId('layout-take').click();
  await eventually(() => stored(desk, OWN)).toEqual([['市里要的分工表']]);
  await dialog.getByText('市里要的分工表', { exact: true }).waitFor();
  await page.getByText('牵头部门', { exact: true }).waitFor();

  await dialog.getByTestId('layout-rename').click();
  await window.getByTestId('layout-name').fill('报市政府的分工表');
  await window.getByTestId('layout-name-keep').click();
  await eventually(() => stored(desk, OWN)).toEqual([['报市政府的分工表']]);
  await keepScreenshot(window, 'export-own-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'export-own-1920');
  await dialog.getByTestId('layout-edit').click();
  await keepScreenshot(window, 'layout-columns-1920');
  await setWindowSize(app, 1366, 768);
  await window.keyboard.press('Escape');
  await dialog.getByTestId('export-close').click();

  // Name, file and removal were steps like any other.
  await clickMenu(app, 'undo');
  await eventually(() => stored(desk, OWN)).toEqual([['市里要的分工表']]);
  await clickMenu(app, 'undo');
  await eventually(() => stored(desk, OWN)).toEqual([]);
  await clickMenu(app, 'undo');
  await eventually(() => stored(desk, OWN)).toEqual([['市里要的分工表']]);
  await clickMenu(app, 'redo');
  await eventually(() => stored(desk, OWN)).toEqual([]);
  await saved(window);
});

test('an own layout is changed in place, a built-in one never; what is not kept is asked about', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const dialog = await openExports(window);
  await dialog.getByTestId('layout-ledger').check();
  await dialog.getByTestId('layout-edit').click();
  expect(await dialog.getByTestId('layout-save').count()).toBe(0);
  await dialog.getByTestId('layout-save-as').click();
  await window.getByTestId('layout-name').fill('进展情况台账');
  expect(await window.getByTestId('layout-name-keep').isDisabled()).toBe(true);
  await window.getByTestId('layout-name').fill('本县台账');
  await window.getByTestId('layout-name-keep').click();
  await eventually(() => stored(desk, OWN)).toEqual([['本县台账']]);

  await dialog.getByTestId('layout-edit').click();
  await dialog.getByTestId('column-1').click();
  await window.keyboard.press('Delete');
  await dialog.getByTestId('layout-leave').click();
  await window.getByTestId('confirm-yes').click();
  const columns = () => stored(desk, "SELECT json_array_length(body, '$.columns') FROM layout").flat()[0];
  const all = Number(columns());
  await dialog.getByTestId('layout-edit').click();
  await dialog.getByTestId('column-1').click();
  await window.keyboard.press('Delete');
  await dialog.getByTestId('layout-save').click();
  await eventually(columns).toBe(all - 1);
});

test('every built-in table shows its page, and is printed as it shows', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const dialog = await openExports(window);
  for (const key of ['decomposition', 'matrix', 'ledger', 'agency-tasks', 'summary', 'targets', 'reports', 'late']) {
    await dialog.getByTestId(`layout-${key}`).check();
    await expect.poll(() => dialog.locator('.layout-picture').getAttribute('aria-busy')).toBe('false');
    await dialog.getByTestId('printed-page-1').locator('thead th').first().waitFor();
    await keepScreenshot(window, `export-${key}-1366`);
    // What closes the table stands below its last row.
    await dialog.getByTestId('print-preview').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await expect.poll(() => dialog.getByTestId('print-preview').locator('.printed-page').last().isVisible()).toBe(true);
    await keepScreenshot(window, `export-${key}-end-1366`);
  }
  await dialog.getByTestId('layout-ledger').check();
  await expect.poll(() => dialog.locator('.layout-picture').getAttribute('aria-busy')).toBe('false');
  await dialog.getByTestId('picture-next').click();
  await dialog.getByTestId('picture-page').getByText('第 2 页').waitFor();
  const file = path.join(desk.folder, '台账.pdf');
  await answerDialogs(app, { save: file });
  await dialog.getByTestId('export-pdf').click();
  await window.getByTestId('toast').filter({ hasText: '台账.pdf' }).waitFor();
  const { pages, title } = await readPdfPages(file);
  expect(title).toContain('进展情况');
  for (const [index, page] of pages.entries()) expect(page).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
});

test.each([
  [1366, 768],
  // The same screen at a Windows scaling of 125 and 150 percent.
  [1092, 614],
  [910, 512],
])('nothing of the dialog is cut or nameless on a window of %i × %i', async (width, height) => {
  const { app, window } = await openDesk(aDesk());
  await setWindowSize(app, width, height);
  const dialog = await openExports(window);
  const outside = () =>
    dialog.evaluate((modal) =>
      [...modal.querySelectorAll('button, input, select, textarea, legend, label')]
        .filter((element) => element.getClientRects().length > 0 && !element.closest('.print-preview'))
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -1 || right > innerWidth + 1;
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
  const nameless = () =>
    dialog.evaluate((modal) =>
      [...modal.querySelectorAll<HTMLInputElement>('button, input, select, textarea')]
        .filter((element) => element.getClientRects().length > 0 && element.getAttribute('aria-hidden') !== 'true')
        .filter((element) => {
          const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
          return label.trim() === '' && (element.labels?.length ?? 0) === 0 && !element.getAttribute('title');
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
  expect(await outside()).toEqual([]);
  expect(await nameless()).toEqual([]);
  await keepScreenshot(window, `export-dialog-${width}`);
  const foot = await dialog.getByTestId('export-excel').boundingBox();
  const tall = await window.evaluate(() => innerHeight);
  expect((foot?.y ?? tall) + (foot?.height ?? 0)).toBeLessThanOrEqual(tall);
  await dialog.getByTestId('layout-edit').click();
  for (const part of ['columns', 'words', 'look', 'rows']) {
    await dialog.getByTestId(`part-${part}`).click();
    await keepScreenshot(window, `layout-${part}-${width}`);
    expect(await outside()).toEqual([]);
    expect(await nameless()).toEqual([]);
  }
});
