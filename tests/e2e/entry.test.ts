// A clerk enters what goes with a report: the value of a target in the ledger and in the panel, milestones by quarters, a
// check on the spot, a photograph as evidence; and takes the data file with its evidence to a stick.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  aDesk,
  answerDialogs,
  cellOf,
  clickMenu,
  eventually,
  keepScreenshot,
  saved,
  setWindowSize,
  stored,
} from './program.ts';
import { openDesk } from './shared-program.ts';

const WIDE = { width: 1920, height: 1080 };

test('the year of a target: typed in the ledger, seen in the panel with what the year asks for', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await (await cellOf(window, 16, '发改局')).click();
  await window.keyboard.press('Control+PageDown');
  await window.locator('.ledger-grid .ag-cell-focus[col-id="status"]').click();
  const values = () => stored(desk, 'SELECT value FROM target_value');
  for (let column = 0; column < 6; column++) await window.keyboard.press('ArrowRight');
  await window.locator('.ledger-grid .ag-cell-focus[col-id="reporter"]').waitFor();
  await window.keyboard.type('张三');
  await window.keyboard.press('Tab');
  await window.keyboard.type('20批次');
  await window.keyboard.press('Enter');
  await saved(window);
  await eventually(values).toEqual([[20]]);
  await window.keyboard.press('ArrowUp');
  await window.getByTestId('target-fields').getByText('比序时进度').waitFor();
  await keepScreenshot(window, 'ledger-targets-1366');
  await setWindowSize(app, WIDE.width, WIDE.height);
  await keepScreenshot(window, 'ledger-targets-1920');

  await window.keyboard.press('Control+z');
  await eventually(values).toEqual([]);
  await window.keyboard.press('Control+y');
  await eventually(values).toEqual([[20]]);

  const field = window.getByTestId('target-fields').locator('input').first();
  await field.fill('25');
  await window.getByTestId('progress-narrative').fill('已抽检25批次。');
  await window.keyboard.press('Control+Enter');
  await saved(window);
  await eventually(values).toEqual([[25]]);
  // Progress and value of one form are one step.
  await window.getByTestId('undo').click();
  await eventually(values).toEqual([[20]]);
  await eventually(() => stored(desk, `SELECT narrative FROM progress WHERE narrative <> ''`)).toEqual([]);
});

test('milestones by quarters, a check and a photograph stand in the panel and go to a stick', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await (await cellOf(window, 5, '农业农村局')).click();
  // The panel follows when the cursor rests.
  await window.getByTestId('task-panel').getByRole('heading', { name: '第5项' }).waitFor();
  await window.getByTestId('edit-milestones').click();
  await window.getByTestId('make-milestones').click();
  await window.getByTestId('entry-save').click();
  await window.getByTestId('milestones').locator('li').nth(3).waitFor();
  await window.getByTestId('milestones').locator('input').first().click();
  await eventually(() => stored(desk, 'SELECT count(done_on), count(*) FROM milestone')).toEqual([[1, 4]]);

  await window.getByTestId('status-done').check({ force: true });
  await window.getByTestId('progress-save').click();
  await saved(window);
  await window.getByTestId('entry-warnings').getByText('没有佐证材料').waitFor();

  const photo = path.join(desk.folder, '现场 照片.jpg');
  fs.writeFileSync(photo, 'a photograph');
  await answerDialogs(app, { open: [photo] });
  await window.getByTestId('add-evidence').click();
  await window.getByTestId('evidence-list').getByText('现场 照片').waitFor();
  const folder = path.join(desk.folder, '责任矩阵.佐证材料');
  expect(fs.readdirSync(folder)).toHaveLength(1);

  await window.getByTestId('add-verification').click();
  await window.getByTestId('verify-not-confirmed').check();
  await window.getByTestId('verify-checker').fill('张三');
  await window.getByTestId('verify-note').fill('现场未见台账');
  await window.getByTestId('entry-save').click();
  await window.getByTestId('verifications').getByText('核查未完成').waitFor();
  await keepScreenshot(window, 'panel-entries-1366');
  await setWindowSize(app, WIDE.width, WIDE.height);
  await keepScreenshot(window, 'panel-entries-1920');

  await clickMenu(app, 'verifications');
  await window.getByTestId('verification-table').getByText('现场未见台账').waitFor();
  await keepScreenshot(window, 'verifications-1920');
  await window.keyboard.press('Escape');
  await clickMenu(app, 'evidence');
  await window.getByTestId('evidence-dialog').getByText('5-县农业农村局-01').waitFor();
  await keepScreenshot(window, 'evidence-1920');
  await window.keyboard.press('Escape');

  const stick = path.join(desk.folder, 'U盘');
  fs.mkdirSync(stick);
  await answerDialogs(app, { save: path.join(stick, '带走.db') });
  await clickMenu(app, 'copy-data-file');
  await window.getByTestId('copy-data-file').getByText('1 份佐证材料').waitFor();
  await window.getByTestId('copy-data-file-yes').click();
  await eventually(() => fs.readdirSync(stick).toSorted()).toEqual(['带走.db', '带走.佐证材料']);
  await window.getByText('带上 1 份佐证材料').waitFor();

  // Carried elsewhere without its evidence, it says so when it opens.
  fs.renameSync(folder, `${folder}（别处）`);
  await window.reload();
  await window.getByText('1 份佐证材料不在数据文件旁边').waitFor();
  await keepScreenshot(window, 'evidence-left-behind');
});
