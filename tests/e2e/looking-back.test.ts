import fs from 'node:fs';
import { expect, test } from 'vitest';
import { copyWorld } from '../worlds/write-world.ts';
import {
  aDesk,
  cellOf,
  clickMenu,
  eventually,
  keepScreenshot,
  saved,
  setWindowSize,
  startProgram,
  stored,
} from './program.ts';
import { openDesk } from './shared-program.ts';

test('the whole plan is seen as it was, in the same screens, and cannot be changed there', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const cell = await cellOf(window, 5, '公安局');
  await cell.click();
  await window.keyboard.type('△');
  await window.keyboard.press('Enter');
  await saved(window);
  await expect.poll(() => cell.innerText()).toContain('△');

  await window.getByTestId('history-open').click();
  await window.getByTestId('facts-2').click();
  await window.getByTestId('step-facts').getByText('配合').waitFor();
  await keepScreenshot(window, 'history-1366');
  await window.getByTestId('look-at-1').click();
  await window.getByTestId('past-bar').waitFor();
  const then = await cellOf(window, 5, '公安局');
  await expect.poll(() => then.innerText()).not.toContain('△');
  await keepScreenshot(window, 'past-matrix-1366');

  // Nothing is changed in the past, whatever is typed there.
  await then.click();
  await window.keyboard.type('●');
  await window.keyboard.press('Enter');
  await window.locator('[data-testid="toast"][data-tone="bad"]').waitFor();
  expect(stored(desk, 'SELECT count(*) FROM step')).toEqual([[2]]);

  await window.getByTestId('past-return').click();
  await window.getByTestId('past-bar').waitFor({ state: 'detached' });
  await expect.poll(async () => (await cellOf(window, 5, '公安局')).innerText()).toContain('△');
  await window.keyboard.press('Control+z');
  await eventually(() => stored(desk, 'SELECT count(*) FROM step')).toEqual([[3]]);
});

test('the name of who works here is said once and stands in the history from then on', async () => {
  const desk = aDesk();
  const first = await startProgram(desk);
  await first.window.getByTestId('status-operator').click();
  await first.window.getByTestId('operator-name').fill('张三');
  await first.window.getByTestId('operator-keep').click();
  await first.window.locator('[data-testid="status-operator"]', { hasText: '张三' }).waitFor();
  await (await cellOf(first.window, 5, '公安局')).click();
  await first.window.keyboard.type('△');
  await first.window.keyboard.press('Enter');
  await saved(first.window);
  expect(stored(desk, 'SELECT actor FROM step ORDER BY id DESC LIMIT 1')).toEqual([['张三']]);
  await first.app.close();

  const again = await startProgram(desk);
  await again.window.locator('[data-testid="status-operator"]', { hasText: '张三' }).waitFor();
  await (await cellOf(again.window, 6, '公安局')).click();
  await again.window.keyboard.type('△');
  await again.window.keyboard.press('Enter');
  await saved(again.window);
  expect(stored(desk, 'SELECT actor FROM step ORDER BY id DESC LIMIT 1')).toEqual([['张三']]);
});

test('a year in figures: every table, the duties behind a figure, the ranking, two days compared, a past day', async () => {
  const desk = aDesk();
  await copyWorld('seed', desk.dataFile);
  const { app, window } = await startProgram(desk);
  // What is due this week stands beside the screens on the first start of a day.
  await window.getByTestId('week-close').click();
  await clickMenu(app, 'show-statistics');
  await window.getByTestId('tally-table').waitFor();
  await keepScreenshot(window, 'statistics-agency-1366');
  await window.locator('[data-testid="figure-overdue"] button').click();
  await window.getByTestId('counted-duties-dialog').locator('tbody tr').first().waitFor();
  await keepScreenshot(window, 'statistics-duties-1366');
  await window.keyboard.press('Escape');
  for (const view of [
    'byKind',
    'bySection',
    'byLeader',
    'byRole',
    'byStatus',
    'byLight',
    'byPeriod',
    'targets',
    'load',
  ]) {
    await window.getByTestId(`statistics-${view}`).click();
    await window.locator('.figure-table tbody tr').first().waitFor();
  }
  await keepScreenshot(window, 'statistics-load-1366');
  await window.getByTestId('statistics-targets').click();
  await keepScreenshot(window, 'statistics-targets-1366');
  await window.getByTestId('statistics-ranking').click();
  await window.getByTestId('ranking-table').waitFor();
  await keepScreenshot(window, 'statistics-ranking-1366');
  await window.getByTestId('statistics-print').click();
  await window.getByTestId('print-summary').waitFor();
  await keepScreenshot(window, 'statistics-print-1366');
  await window.keyboard.press('Escape');
  await window.getByTestId('scoring-open').click();
  await window.getByTestId('scoring-missing').fill('－80');
  await keepScreenshot(window, 'scoring-1366');
  await window.getByTestId('scoring-keep').click();
  await window.getByTestId('scoring-dialog').waitFor({ state: 'detached' });
  await window.getByText('到期未报 −80').waitFor();

  await window.getByTestId('statistics-comparison').click();
  await window.getByTestId('compare-from').fill('2021-10-31');
  await window.getByTestId('compare-to').fill('2021-11-30');
  await window.getByTestId('compare-table').waitFor();
  await keepScreenshot(window, 'statistics-compare-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'statistics-compare-1920');

  await window.getByTestId('statistics-ranking').click();
  await window.getByTestId('statistics-on').fill('2021-09-30');
  await window.getByText('截至2021年9月30日').waitFor();
  // The rule of that day, not the one written since.
  await window.getByText('到期未报 −100').waitFor();
  await keepScreenshot(window, 'statistics-ranking-past-1920');
  await clickMenu(app, 'look-back');
  await window.getByTestId('look-back-day').fill('2021-06-30');
  await keepScreenshot(window, 'look-back-1920');
  await window.getByTestId('look-back-go').click();
  await window.getByTestId('past-bar').waitFor();
  await clickMenu(app, 'show-ledger');
  await window.locator('#screen-ledger .ag-row').first().waitFor();
  // Its week does not come by itself over what is looked at.
  expect(await window.getByTestId('week-pane').count()).toBe(0);
  await keepScreenshot(window, 'past-ledger-1920');
  expect(fs.existsSync(desk.dataFile)).toBe(true);
});
