import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import {
  aDesk,
  answerDialogs,
  cellOf,
  clickMenu,
  type Desk,
  GOVERNMENT_SCREEN,
  keepScreenshot,
  makeDataFile,
  matrixPainted,
  PROJECT,
  START_TIMEOUT_MS,
  saved,
  setWindowSize,
} from './program.ts';

/** Starts the program as a double click does, on a desk whose documents folder is the desk's own. */
async function startBare(desk: Desk): Promise<{ readonly app: ElectronApplication; readonly window: Page }> {
  const app = await _electron.launch({
    args: [PROJECT, `--user-data-dir=${desk.userData}`],
    env: { ...process.env, HOME: desk.folder, XDG_CONFIG_HOME: desk.folder },
    timeout: START_TIMEOUT_MS,
  });
  onTestFinished(async () => {
    await app.close().catch(() => undefined);
  });
  const window = await app.firstWindow();
  await setWindowSize(app, GOVERNMENT_SCREEN.width, GOVERNMENT_SCREEN.height);
  return { app, window };
}

const door = (window: Page, words: string) => window.getByRole('button', { name: words });

/** Everything below the desk's folder that is a data file. */
function dataFiles({ folder }: Desk): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.db'))
    .map((name) => path.basename(name));
}

test('the first start makes nothing by itself: three doors stand in the window', async () => {
  const desk = aDesk();
  const { app, window } = await startBare(desk);
  for (const words of ['从文件建立计划', '用示例试一试', '打开已有数据文件']) await door(window, words).waitFor();
  expect(dataFiles(desk)).toEqual([]);
  await keepScreenshot(window, 'welcome-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'welcome-1920');
  // Thought better of it: the doors are open as before.
  await answerDialogs(app, {});
  await door(window, '打开已有数据文件').click();
  await expect.poll(() => door(window, '打开已有数据文件').isEnabled()).toBe(true);
  expect(dataFiles(desk)).toEqual([]);
});

test('the sample says that it is one and which day it is there, takes changes, and comes back as it was', async () => {
  const desk = aDesk();
  const { app, window } = await startBare(desk);
  await door(window, '用示例试一试').click();
  await matrixPainted(window);
  const bar = window.getByTestId('sample-bar');
  await bar.waitFor();
  expect(await bar.textContent()).toContain('今天是 2021年10月20日');
  expect(dataFiles(desk)).toEqual(['示例.db']);
  await keepScreenshot(window, 'sample-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'sample-1920');

  const cell = await cellOf(window, 5, '公安局');
  await cell.click();
  await window.keyboard.type('3');
  await window.keyboard.press('Enter');
  await saved(window);
  await expect.poll(() => cell.textContent()).toContain('△');
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: () => Promise.resolve({ response: 0 }) });
  });
  const loaded = window.waitForEvent('load');
  await window.getByTestId('sample-reset').click();
  await loaded;
  await matrixPainted(window);
  expect(await (await cellOf(window, 5, '公安局')).textContent()).not.toContain('△');
  expect(dataFiles(desk)).toEqual(['示例.db']);
});

test('a document chosen at the first door is read at once, and nothing but its own file is remembered', async () => {
  const desk = aDesk();
  const document = path.join(desk.folder, '工作安排.txt');
  fs.copyFileSync(path.join(PROJECT, 'seeds', 'zezhou-2021-food-safety.txt'), document);
  const { app, window } = await startBare(desk);
  await answerDialogs(app, { open: [document] });
  await door(window, '从文件建立计划').click();
  await window.getByTestId('plan-review').waitFor({ timeout: START_TIMEOUT_MS });
  await app.close();
  const again = await startBare(desk);
  await door(again.window, '从文件建立计划').waitFor();
});

test('who opens a data file goes straight to it from then on, and back to the doors by the menu', async () => {
  const desk = aDesk();
  await makeDataFile(desk.dataFile);
  const { app, window } = await startBare(desk);
  await answerDialogs(app, { open: [desk.dataFile] });
  await door(window, '打开已有数据文件').click();
  await matrixPainted(window);
  expect(await window.getByTestId('sample-bar').count()).toBe(0);
  await app.close();
  const again = await startBare(desk);
  await matrixPainted(again.window);
  await clickMenu(again.app, 'start-page');
  await door(again.window, '打开已有数据文件').waitFor();
});
