// Periods of other kinds, due days, extensions and closings could only be set by hand in a list beside the program.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  aDesk,
  answerDialogs,
  cellOf,
  clickMenu,
  keepScreenshot,
  setWindowSize,
  startProgram,
  stored,
} from './program.ts';

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

test('periods of all kinds are made, dated and carried forward in the window', { timeout: 120_000 }, async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  await clickMenu(app, 'periods');
  const dialog = window.getByTestId('periods-dialog');
  await dialog.getByTestId('periods-make').click();
  const make = window.getByTestId('make-periods');
  await make.getByTestId('make-kind').selectOption('quarter');
  await make.getByTestId('make-due-day').selectOption('20');
  await make.getByTestId('on-holiday').selectOption('next-workday');
  await make.getByText('季报：季末月20日前').waitFor();
  await keepScreenshot(window, 'periods-make-1366');
  await make.getByTestId('make-periods-yes').click();
  await make.waitFor({ state: 'detached' });
  await dialog.getByTestId('period-kind-quarter').click();
  await dialog.getByTestId('period-2021年第二季度').getByText('6月21日').waitFor();
  await keepScreenshot(window, 'periods-quarters-1366');

  await dialog.getByTestId('periods-own').click();
  const own = window.getByTestId('own-period');
  await own.getByTestId('own-label').fill('中秋国庆专项检查');
  await own.getByTestId('own-from').fill('2021-09-15');
  await own.getByTestId('own-to').fill('2021-10-08');
  await keepScreenshot(window, 'periods-own-1366');
  await own.getByTestId('own-period-yes').click();
  await own.waitFor({ state: 'detached' });
  await dialog.getByTestId('period-kind-own').click();
  await dialog.getByTestId('period-due-中秋国庆专项检查').click();
  const due = window.getByTestId('period-due');
  await due.getByTestId('period-due-date').fill('2021-10-12');
  await keepScreenshot(window, 'periods-due-1366');
  await due.getByTestId('period-due-yes').click();
  await due.waitFor({ state: 'detached' });
  await dialog.getByText('10月12日').waitFor();
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'periods-own-1920');
  await setWindowSize(app, 1366, 768);
  await dialog.getByTestId('periods-done').click();
  expect(await window.getByTestId('period').locator('optgroup').count()).toBe(3);
  expect(stored(desk, "SELECT count(*) FROM period WHERE kind = 'quarter'")).toEqual([[4]]);
});

test('a task is put off, closed and opened again from its cell', { timeout: 120_000 }, async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  const cell = await cellOf(window, 5, '农业农村局');
  await cell.click();
  await clickMenu(app, 'deadlines');
  const dialog = window.getByTestId('deadlines-dialog');
  await dialog.getByTestId('due-add').click();
  await dialog.getByTestId('due-date').fill('2021-11-20');
  await keepScreenshot(window, 'deadlines-dues-1366');
  await dialog.getByTestId('dues-yes').click();
  await expect
    .poll(() => stored(desk, "SELECT count(*) FROM task_due WHERE due_on = '2021-11-20' AND verbatim = '年底前'"))
    .toEqual([[1]]);

  await dialog.getByTestId('deadline-tab-extension').click();
  await dialog.getByTestId('extension-period').selectOption('');
  await dialog.getByTestId('extension-due').fill('2021-12-20');
  await dialog.getByTestId('extension-approver').fill('张三');
  await dialog.getByTestId('extension-reason').fill('汛期影响施工');
  await keepScreenshot(window, 'deadlines-extension-1366');
  await dialog.getByTestId('extension-yes').click();
  await dialog.getByTestId('extensions').getByText('汛期影响施工').waitFor();
  await keepScreenshot(window, 'deadlines-extended-1366');

  await dialog.getByTestId('deadline-tab-closing').click();
  await dialog.getByTestId('closing-basis').fill('县食安办〔2021〕8号验收意见');
  const opinion = path.join(desk.folder, '验收意见.pdf');
  fs.writeFileSync(opinion, 'an opinion');
  await answerDialogs(app, { open: [opinion] });
  await dialog.getByTestId('closing-pick').click();
  await dialog.getByTestId('closing-proof').getByText('验收意见.pdf').waitFor();
  await keepScreenshot(window, 'deadlines-closing-proof-1366');
  await dialog.getByTestId('closing-yes').click();
  await dialog.getByTestId('closings').getByText('县食安办〔2021〕8号验收意见').waitFor();
  await dialog.getByTestId('closings').getByRole('button', { name: '验收意见', exact: true }).waitFor();
  expect(stored(desk, 'SELECT count(*) FROM evidence WHERE closing_id IS NOT NULL')).toEqual([[1]]);
  await keepScreenshot(window, 'deadlines-closed-1366');
  await dialog.getByTestId('reopen-task-reason').fill('复查未通过');
  await dialog.getByTestId('reopen-task-yes').click();
  await dialog.getByTestId('closings').getByText('复查未通过').waitFor();
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await clickMenu(app, 'cadence');
  const cadence = window.getByTestId('cadence-dialog');
  await cadence.getByTestId('cadence-quarter').check();
  await keepScreenshot(window, 'cadence-1366');
  await cadence.getByTestId('cadence-yes').click();
  await expect.poll(() => stored(desk, "SELECT count(*) FROM task WHERE cadence = 'quarter'")).toEqual([[1]]);
});

test('what was reported goes on into the next month when the month is closed', { timeout: 120_000 }, async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  await window.getByTestId('period').selectOption({ index: 2 });
  await window.getByTestId('period-back').waitFor();
  const cell = await cellOf(window, 5, '农业农村局');
  await cell.click();
  await window.keyboard.press('Alt+Enter');
  const problems = window.getByLabel('存在问题').first();
  await problems.fill('人手不足');
  await window.keyboard.press('Control+Enter');
  await expect.poll(() => stored(desk, 'SELECT count(*) FROM progress')).toEqual([[1]]);
  await clickMenu(app, 'periods');
  const dialog = window.getByTestId('periods-dialog');
  await dialog.getByTestId('period-act-2021-03').click();
  await window.getByTestId('close-period-yes').click();
  const carry = window.getByTestId('carry-dialog');
  await carry.getByText('可沿用 1 处').waitFor();
  await keepScreenshot(window, 'carry-1366');
  await carry.getByTestId('carry-yes').click();
  await expect
    .poll(() => stored(desk, "SELECT problems, origin FROM progress WHERE origin = 'carried'"))
    .toEqual([['人手不足', 'carried']]);
});

test('the holidays of a year are pasted from the notice, changed and put back', { timeout: 120_000 }, async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), NOTICE);
  await clickMenu(app, 'calendar');
  const dialog = window.getByTestId('calendar-dialog');
  await dialog.getByText('国务院办公厅关于2021年部分节假日安排的通知').waitFor();
  await keepScreenshot(window, 'calendar-1366');
  await dialog.getByTestId('calendar-paste').click();
  await dialog.getByTestId('calendar-year-2027').getByText('未保存').waitFor();
  await keepScreenshot(window, 'calendar-pasted-1366');
  await dialog.getByTestId('calendar-save').click();
  await dialog.getByTestId('calendar-year-2027').getByText('自行录入').waitFor();
  expect(stored(desk, 'SELECT year, workdays FROM calendar_year')).toEqual([[2027, '["2027-09-26","2027-10-09"]']]);
  await dialog.getByTestId('calendar-add-year').click();
  await dialog.getByText('没有2028年的节假日安排').waitFor();
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'calendar-unknown-1920');
});
