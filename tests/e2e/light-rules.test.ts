// Places differ in what a colour means; the rules were in the program, and nobody could see or change them.
import { expect, test } from 'vitest';
import { aDesk, cellOf, clickMenu, keepScreenshot, saved, setWindowSize, stored } from './program.ts';
import { openDesk } from './shared-program.ts';

const CHOSEN = 'SELECT light_rules FROM plan';

test('a set of rules is read, chosen and taken back; matrix, ledger and status bar follow', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await window.getByTestId('period').selectOption({ index: 2 });
  const cell = await cellOf(window, 5, '农业农村局');
  await expect.poll(() => cell.getAttribute('class')).toContain('lit-');

  await clickMenu(app, 'light-rules');
  const dialog = window.getByTestId('light-rules');
  await dialog.getByTestId('rule-lines').getByText('本期未报送，且已过报送时限').waitFor();
  await keepScreenshot(window, 'light-rules-1366');
  await dialog.getByTestId('set-红黄绿').click();
  await dialog.getByTestId('rule-lines').getByText('落后序时进度超过30个百分点').waitFor();
  await expect.poll(() => dialog.getByTestId('set-counts').textContent()).toMatch(/红灯 \d+/u);
  await keepScreenshot(window, 'light-rules-red-yellow-green-1366');
  await dialog.getByTestId('set-choose').click();
  await saved(window);
  expect(stored(desk, CHOSEN)).toEqual([['红黄绿']]);
  await dialog.getByTestId('set-close').click();

  await window.getByTestId('light-red').or(window.getByTestId('light-unlit')).first().waitFor();
  await expect.poll(() => cell.getAttribute('class')).toMatch(/lit-(red sign-square|none)/u);
  await keepScreenshot(window, 'light-rules-matrix-1366');
  await setWindowSize(app, 1920, 1080);
  await window.getByTestId('tab-ledger').click();
  await window.locator('.ledger-status').first().waitFor();
  await keepScreenshot(window, 'light-rules-ledger-1920');
  await setWindowSize(app, 1366, 768);
  await window.getByTestId('tab-matrix').click();

  await clickMenu(app, 'undo');
  await expect.poll(() => stored(desk, CHOSEN)).toEqual([['']]);
  await expect.poll(() => cell.getAttribute('class')).toMatch(/lit-(red sign-marks|orange|none)/u);
});

test('a set is copied, its words, colours and thresholds changed, kept and used', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await clickMenu(app, 'light-rules');
  const dialog = window.getByTestId('light-rules');
  await dialog.getByTestId('set-蓝黄红').click();
  await dialog.getByTestId('set-copy').click();
  await dialog.getByTestId('set-name').fill('本县督查');
  await dialog.getByTestId('light-red-word').fill('已过时限');
  await dialog.getByTestId('light-red-colour').selectOption('purple');
  await keepScreenshot(window, 'light-rules-editor-1366');
  await dialog.getByTestId('rule-4').getByLabel('上移').click();
  await dialog.getByTestId('set-save').click();
  await dialog.getByTestId('set-本县督查').waitFor();
  await dialog.getByTestId('set-choose').click();
  await dialog.getByTestId('set-choose').getByText('正在使用').waitFor();
  await keepScreenshot(window, 'light-rules-own-1366');
  expect(await dialog.getByTestId('set-remove').isDisabled()).toBe(true);
  await dialog.getByTestId('set-close').click();
  // Nothing was reported for a year that is long past.
  await window.getByTestId('light-red').and(window.getByText('已过时限')).waitFor();
  expect(await window.getByTestId('light-red').getAttribute('class')).toContain('chip-purple');
  expect(stored(desk, CHOSEN)).toEqual([['本县督查']]);
});
