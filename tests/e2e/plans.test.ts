// December's clerk wrote into November: a period once chosen was remembered for ever, as a row id, for every file and
// plan. And next year's plan needed a data file of its own, with another directory of the same units.
import { expect, test } from 'vitest';
import { aDesk, clickMenu, keepScreenshot, quit, setWindowSize, startProgram, stored } from './program.ts';

const NEXT_YEAR = `泽州县2022年食品安全重点工作安排
一、严格监管
1.强化进口冷链食品监管，建立追溯平台。（县公安局牵头，县民政局配合）
2.开展农村集体聚餐风险排查。（县民政局负责）`;

test('another period says that it is not the current one, in its plan and in this sitting alone', async () => {
  const desk = aDesk();
  const program = await startProgram(desk);
  const { app, window } = program;
  const period = window.getByTestId('period');
  const current = await period.inputValue();
  await window.getByTestId('period-back').waitFor({ state: 'detached' });
  await period.selectOption({ index: 2 });
  await window.getByTestId('period-back').waitFor();
  const march = await period.inputValue();
  await keepScreenshot(window, 'period-other-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'period-other-1920');
  await setWindowSize(app, 1366, 768);

  await clickMenu(app, 'print-preview');
  await window.getByTestId('print-dialog').getByText('2021年3月（不是当期）').waitFor();
  await window.keyboard.press('Escape');
  await clickMenu(app, 'send-forms');
  await window.getByTestId('forms-other').filter({ hasText: '2021年3月' }).waitFor();
  await window.keyboard.press('Escape');

  // Another file and back: the page is loaded anew, the sitting goes on.
  await window.reload();
  await window.getByTestId('period-back').waitFor();
  expect(await period.inputValue()).toBe(march);
  await window.getByTestId('period-back').click();
  expect(await period.inputValue()).toBe(current);
  await period.selectOption(march);
  await quit(program);
  const again = await startProgram(desk);
  expect(await again.window.getByTestId('period').inputValue()).toBe(current);
});

test('a second plan lives in the same file: chosen, put aside, and each with its own period', async () => {
  const desk = aDesk();
  const { app, window } = await startProgram(desk);
  const title = window.getByTestId('plan-name');
  await window.getByTestId('period').selectOption({ index: 2 });
  await window.getByTestId('tab-ledger').click();
  await window.locator('.ledger-grid .ag-cell[col-id="status"]').nth(4).click();
  await window.getByTestId('tab-matrix').click();
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), NEXT_YEAR);
  await clickMenu(app, 'read-clipboard');
  await window.getByTestId('plan-add').waitFor();
  await keepScreenshot(window, 'plan-add-1366');
  await window.getByTestId('plan-add').click();
  const doubtful = window.getByTestId('confirm-yes');
  await doubtful
    .or(title.filter({ hasText: '2022年' }))
    .first()
    .waitFor();
  if (await doubtful.isVisible()) await doubtful.click();
  await title.filter({ hasText: '2022年' }).waitFor();
  await window.getByTestId('status-counts').filter({ hasText: '任务 2 项' }).waitFor();
  await window.getByTestId('period-back').waitFor({ state: 'detached' });
  expect(stored(desk, 'SELECT count(*) FROM plan')).toEqual([[2]]);

  // The ledger was left on a cell of the other plan: the panel once went on to speak of it, ready to be written into.
  await window.getByTestId('tab-ledger').click();
  await window.locator('.ledger-grid .ag-row[row-id]').first().waitFor();
  await window.getByTestId('task-panel').getByText('强化进口冷链食品监管，建立追溯平台').first().waitFor();
  await window.getByTestId('tab-matrix').click();

  await clickMenu(app, 'switch-plan');
  await window.getByTestId('plans-dialog').waitFor();
  await window.getByTestId('archive-1').click();
  await window.getByTestId('plans-archived').getByTestId('plan-1').waitFor();
  await keepScreenshot(window, 'plans-1366');
  await window.getByTestId('plan-1').click();
  await window.getByTestId('status-counts').filter({ hasText: '任务 53 项' }).waitFor();
  await title.filter({ hasText: '2021年' }).waitFor();
  // The plan was left in March.
  await window.getByTestId('period-back').waitFor();

  // Put aside or not: the plan on show stays on show.
  await title.click();
  await window.getByTestId('archive-1').click();
  await window.getByTestId('plans-archived').waitFor({ state: 'detached' });
  await window.keyboard.press('Escape');
  await title.filter({ hasText: '2021年' }).waitFor();
});

test('when the step that added a plan is undone, the window goes back to the other one', async () => {
  const { app, window } = await startProgram(aDesk());
  const title = window.getByTestId('plan-name');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), NEXT_YEAR);
  await clickMenu(app, 'read-clipboard');
  await window.getByTestId('plan-add').click();
  const doubtful = window.getByTestId('confirm-yes');
  await doubtful
    .or(title.filter({ hasText: '2022年' }))
    .first()
    .waitFor();
  if (await doubtful.isVisible()) await doubtful.click();
  await window.getByTestId('status-counts').filter({ hasText: '任务 2 项' }).waitFor();
  await window.getByTestId('undo').click();
  await title.filter({ hasText: '2021年' }).waitFor();
  await window.getByTestId('status-counts').filter({ hasText: '任务 53 项' }).waitFor();
});
