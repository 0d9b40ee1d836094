// Every table leaves from one dialog, which shows it first.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openExports, textsOf } from './export-dialog.ts';
import { readPdfPages } from './pdf-pages.ts';
import { aDesk, answerDialogs, eventually, keepScreenshot, setWindowSize, stored } from './program.ts';
import { openDesk } from './shared-program.ts';

const OWN = 'SELECT name FROM layout ORDER BY name';

test('each agency gets a file of its own from a layout that says so', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const dialog = await openExports(window);
  await dialog.getByTestId('layout-agency-tasks').check();
  await dialog.getByTestId('layout-edit').click();
  await dialog.getByTestId('part-rows').click();
  await dialog.getByTestId('rows-split').selectOption('files');
  await dialog.getByTestId('layout-save-as').click();
  await window.getByTestId('layout-name-keep').click();
  await eventually(() => stored(desk, OWN)).toEqual([['单位任务清单（本单位）']]);
  await dialog.getByTestId('layout-edit').waitFor();
  const folder = path.join(desk.folder, '各单位 清单');
  fs.mkdirSync(folder);
  await answerDialogs(app, { open: [folder] });
  await dialog.getByTestId('export-excel').click();
  await window.getByTestId('toast').filter({ hasText: '个文件' }).waitFor();
  const files = fs.readdirSync(folder);
  expect(files.length).toBeGreaterThan(20);
  const police = files.find((file) => file.includes('县公安局')) ?? '';
  expect((await textsOf(path.join(folder, police))).flat().join()).toContain('县公安局');

  // One agency alone is one workbook.
  await dialog.getByTestId('export-scope').selectOption({ label: '县公安局' });
  const one = path.join(desk.folder, '公安局.xlsx');
  await answerDialogs(app, { save: one });
  await dialog.getByTestId('export-excel').click();
  await window.getByTestId('toast').filter({ hasText: '公安局.xlsx' }).waitFor();
  expect((await textsOf(one)).flat().join()).toContain('县公安局');
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
