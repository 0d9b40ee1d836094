import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startHarness } from '#tests/renderer/harness/harness-server.ts';
import { cellOf, matrixPainted, saved, stored, storedRole } from './program.ts';
import { returnLine } from './returned-forms.ts';

/** An Electron with nothing of the program in it serves as the browser. */
const BARE_BROWSER = fileURLToPath(new URL('../bench/pages/bare-main.cjs', import.meta.url));

test('in a plain browser the window works on the real backend: a role is kept and undone, a return reviewed', async () => {
  const harness = await startHarness(0);
  onTestFinished(harness.close);
  const browser = await _electron.launch({ args: [BARE_BROWSER] });
  onTestFinished(() => browser.close());
  const window = await browser.firstWindow();
  const failures: string[] = [];
  window.on('pageerror', (error) => failures.push(error.message));
  await window.goto(harness.address);
  await matrixPainted(window);

  const { files } = harness.office;
  const desk = { ...files, userData: '' };
  await (await cellOf(window, 5, '公安局')).click();
  await window.keyboard.type('3');
  await window.keyboard.press('Enter');
  await saved(window);
  expect(storedRole(desk, 5, '县公安局')).toBe('cooperating');
  await window.keyboard.press('Control+z');
  await expect.poll(() => storedRole(desk, 5, '县公安局')).toBeUndefined();

  await window.getByTestId('returns-open').click();
  await window.getByTestId('returns-refused').click();
  await returnLine(window, path.basename(files.returns.at(-1) ?? '')).waitFor();
  const filled = window.locator('.return-line.return-state-to-review', { hasText: '差异' }).first();
  await filled.click();
  // Some cells were changed on both sides, and a status is none: ours stay.
  await window.getByTestId('take-none').click();
  await window.getByTestId('take-clear').click();
  await window.getByTestId('confirm-file').click();
  await saved(window);
  expect(stored(desk, "SELECT count(*) > 0 FROM progress WHERE origin = 'return'")).toEqual([[1]]);

  // Loaded anew, the page asks over another socket, and finds what was kept.
  await window.reload();
  await matrixPainted(window);
  expect(failures).toEqual([]);
});
