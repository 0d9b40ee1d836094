// A clerk looks up what went out: two ledgers are compared, one is said to have gone to the city, the state of then is
// looked at, and the same table is written again as it was.
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

test('what went out is listed, compared, named, looked back at and written again', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const report = async (text: string) => {
    await (await cellOf(window, 5, '农业农村局')).click();
    await window.getByTestId('task-panel').getByRole('heading', { name: '第5项' }).waitFor();
    await window.getByTestId('progress-narrative').fill(text);
    await window.keyboard.press('Control+Enter');
    await saved(window);
  };
  const out = async (name: string) => {
    await answerDialogs(app, { save: path.join(desk.folder, name) });
    await clickMenu(app, 'export-ledger');
    await eventually(() => fs.existsSync(path.join(desk.folder, name))).toBe(true);
    await window.getByText(name).first().waitFor();
  };
  await report('已排查冷链企业12家。');
  await out('十月台账一稿.xlsx');
  await report('已排查冷链企业15家，发现问题3处，均已整改。');
  await out('十月台账二稿.xlsx');

  await clickMenu(app, 'sendings');
  const dialog = window.getByTestId('sendings-dialog');
  await dialog.getByText('十月台账一稿.xlsx').waitFor();
  await window.getByTestId('sent-to-1').fill('报送市食安办');
  await window.getByTestId('sent-to-1').press('Enter');
  await eventually(() => stored(desk, 'SELECT sent_to FROM export ORDER BY id')).toEqual([['报送市食安办'], ['']]);
  await window.getByTestId('choose-sending-1').check();
  await window.getByTestId('choose-sending-2').check();
  await keepScreenshot(window, 'sendings-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'sendings-1920');
  await window.getByTestId('sendings-compare').click();
  const compared = window.getByTestId('sendings-compared');
  await compared.getByText('第 5 项 县农业农村局').first().waitFor();
  await keepScreenshot(window, 'sendings-compared-1920');
  await setWindowSize(app, 1366, 768);
  await keepScreenshot(window, 'sendings-compared-1366');
  expect(await compared.locator('.sendings-sum').textContent()).toMatch(/新增 0 行 · 减少 0 行/u);

  await window.getByTestId('sendings-back').click();
  await answerDialogs(app, { save: path.join(desk.folder, '再次导出.xlsx') });
  await window.getByTestId('send-again-1').click();
  await eventually(() => fs.existsSync(path.join(desk.folder, '再次导出.xlsx'))).toBe(true);
  await dialog.getByTestId('sending-3').waitFor();

  await window.getByTestId('look-at-sending-1').click();
  await dialog.waitFor({ state: 'detached' });
  await window.getByTestId('progress-narrative').waitFor();
  expect(await window.getByTestId('progress-narrative').inputValue()).toBe('已排查冷链企业12家。');
});
