// Forms go out: to whom, which of them again, and what their names say.
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { aDesk, answerDialogs, eventually, keepScreenshot, setWindowSize } from './program.ts';
import { openDesk } from './shared-program.ts';

test('forms are sent to all, and again to those that have not reported, as a second version beside the first', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await answerDialogs(app, { open: [desk.folder] });
  await window.getByTestId('forms-open').click();
  const rows = window.getByTestId('forms-agencies').locator('tbody tr');
  await eventually(() => rows.count()).toBe(25);
  const first = rows.first();
  expect(await first.innerText()).toMatch(/未报[\s\S]*未发/u);
  await first.locator('input.input').fill('张三 0356-3030000');
  await keepScreenshot(window, 'forms-dialog-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'forms-dialog-1920');
  await setWindowSize(app, 1366, 768);
  await window.getByTestId('forms-send').click();
  const forms = () => fs.readdirSync(desk.folder).filter((name) => /—2021年.*\.xlsx$/u.test(name));
  await eventually(() => forms().length).toBe(25);
  const toast = window.getByTestId('toast').filter({ hasText: '25 份填报表' });
  await toast.waitFor();
  await keepScreenshot(window, 'forms-sent');

  await window.getByTestId('forms-open').click();
  await eventually(() => first.innerText()).toMatch(/第1版，张三 0356-3030000/u);
  await window.getByTestId('forms-none').click();
  await window.getByTestId('forms-whom').selectOption('missing');
  await first.locator('input[type="checkbox"]').check();
  await eventually(() => window.getByTestId('forms-count').innerText()).toBe('已选 1 个单位');
  await window.getByTestId('forms-send').click();
  await eventually(() => forms().filter((name) => name.includes('（第2版）')).length).toBe(1);
  expect(forms()).toHaveLength(26);
});
