// A period that was closed could still be written into by an old step taken back, and there was no way to close one.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aDesk, cellOf, clickMenu, keepScreenshot, saved, setWindowSize, startProgram, stored } from './program.ts';

const CLOSED = 'SELECT count(*) FROM period WHERE closed_on IS NOT NULL';

/** What has the focus, by the name tests know it by. */
const focused = (window: Page) => window.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);

test('a period is closed after saying what is missing, seen closed everywhere, and opened again for a reason', async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  const period = window.getByTestId('period');
  await period.selectOption({ index: 2 });
  await window.getByTestId('period-back').waitFor();
  const cell = await cellOf(window, 5, '农业农村局');
  await cell.click();

  await clickMenu(app, 'periods');
  const dialog = window.getByTestId('periods-dialog');
  const march = dialog.getByTestId('period-2021-03');
  await march.getByText('未关闭').waitFor();
  expect(await focused(window)).toBe('periods-done');
  await keepScreenshot(window, 'periods-1366');

  // By the keyboard alone. A hasty Enter and Escape are the harmless answers.
  await march.getByTestId('period-act-2021-03').focus();
  await window.keyboard.press('Enter');
  const question = window.getByTestId('close-period');
  await question.getByTestId('period-gaps').waitFor();
  expect(await focused(window)).toBe('close-period-no');
  await keepScreenshot(window, 'periods-close-1366');
  await window.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await focused(window)).toBe('period-act-2021-03');
  expect(stored(desk, CLOSED)).toEqual([[0]]);
  await window.keyboard.press('Enter');
  await question.getByTestId('period-gaps').waitFor();
  await window.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(stored(desk, CLOSED)).toEqual([[0]]);
  await window.keyboard.press('Enter');
  await question.getByTestId('period-gaps').getByText('县农业农村局').first().waitFor();
  await question.getByTestId('close-period-yes').click();
  await march.getByText('已关闭').waitFor();
  expect(stored(desk, CLOSED)).toEqual([[1]]);
  expect(await focused(window)).toBe('period-act-2021-03');
  await keepScreenshot(window, 'periods-closed-1366');

  // Escape leads back to the cell; everything that shows the period says it.
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await window.evaluate(() => document.activeElement?.closest('.ag-cell, .ag-body, .ag-root') !== null)).toBe(
    true,
  );
  expect(await period.locator('option:checked').textContent()).toBe('2021年3月（已关闭）');
  await window.getByTestId('progress-period-closed').waitFor();
  await keepScreenshot(window, 'period-closed-matrix-1366');
  await setWindowSize(app, 1024, 700);
  await keepScreenshot(window, 'period-closed-matrix-1024');
  await setWindowSize(app, 1366, 768);
  await window.getByTestId('tab-ledger').click();
  await window.getByTestId('ledger-closed').waitFor();
  await window.locator('.ledger-grid .ag-cell[col-id="narrative"]').first().click();
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('已排查');
  await window.keyboard.press('Enter');
  await window.getByTestId('toast').getByText('“2021-03”已经关闭，没有改动').waitFor();
  expect(stored(desk, 'SELECT count(*) FROM progress')).toEqual([[0]]);
  await keepScreenshot(window, 'period-closed-ledger-1366');

  await clickMenu(app, 'periods');
  await march.getByTestId('period-act-2021-03').click();
  const reopen = window.getByTestId('reopen-period');
  await reopen.waitFor();
  expect(await focused(window)).toBe('reopen-reason');
  expect(await reopen.getByTestId('reopen-period-yes').isDisabled()).toBe(true);
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('县农业农村局更正');
  await keepScreenshot(window, 'periods-reopen-1366');
  await window.keyboard.press('Enter');
  await march.getByText('未关闭').waitFor();
  await window.keyboard.press('Escape');
  await window.getByTestId('ledger-closed').waitFor({ state: 'detached' });
  await clickMenu(app, 'history');
  await window.getByTestId('history-dialog').getByText('重新打开2021年3月（原因：县农业农村局更正）').waitFor();
  await keepScreenshot(window, 'periods-history-1366');
  await window.keyboard.press('Escape');

  // Both are steps as any other.
  await clickMenu(app, 'undo');
  await window.getByTestId('ledger-closed').waitFor();
  await clickMenu(app, 'undo');
  await window.getByTestId('ledger-closed').waitFor({ state: 'detached' });
  await saved(window);
  expect(stored(desk, CLOSED)).toEqual([[0]]);
});
