// Returns that do not come in at once: with a password, in a packet, turned down.
import fs from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import officecrypto from 'officecrypto-tool';
import { expect, test } from 'vitest';
import { aDesk, eventually, keepScreenshot, stored } from './program.ts';
import { fillForm, itemRow, sendForms, takeReturned } from './returned-forms.ts';
import { openDesk } from './shared-program.ts';

const states = 'SELECT state FROM return ORDER BY id';

test('a file with a password asks for it, and is read with the right one', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const [form = ''] = await sendForms(program, desk);
  await fillForm(form, (nth) => (nth === 0 ? { 进展情况: '已开展检查' } : null));
  const locked = path.join(desk.folder, '加密.xlsx');
  fs.writeFileSync(locked, await officecrypto.encrypt(fs.readFileSync(form), { password: '1234' }));
  await takeReturned(program, [locked]);
  await window.getByTestId('password').fill('4321');
  await window.keyboard.press('Enter');
  await window.getByTestId('password-wrong').waitFor();
  await keepScreenshot(window, 'returns-password-1366');
  await window.getByTestId('password').fill('1234');
  await window.keyboard.press('Enter');
  await itemRow(window, '已开展检查').waitFor();
  expect(await window.locator('.return-line').count()).toBe(1);
});

test('the password of a file inside a packet is asked too, and the keys go on in the list when it is not given', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const [form = ''] = await sendForms(program, desk);
  await fillForm(form, (nth) => (nth === 0 ? { 进展情况: '已开展检查' } : null));
  const zip = new JSZip();
  zip.file('巴公镇/交回.xlsx', await officecrypto.encrypt(fs.readFileSync(form), { password: '1234' }));
  const packet = path.join(desk.folder, '巴公镇.zip');
  fs.writeFileSync(packet, await zip.generateAsync({ type: 'nodebuffer' }));
  await takeReturned(program, [packet]);
  await window.getByTestId('return-password').getByText('交回.xlsx').waitFor();
  await window.keyboard.press('Escape');
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('data-testid')))
    .toBe('return-list');

  await takeReturned(program, [packet]);
  await window.getByTestId('password').fill('1234');
  await window.keyboard.press('Enter');
  await itemRow(window, '已开展检查').waitFor();
});

test('a return that was turned down is reviewed again', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const [form = ''] = await sendForms(program, desk);
  await fillForm(form, (nth) => (nth === 0 ? { 进展情况: '已开展检查' } : null));
  await takeReturned(program, [form]);
  await window.getByTestId('refuse-return').click();
  await window.getByTestId('refuse-reason').fill('错发');
  await window.getByTestId('refuse-yes').click();
  await eventually(() => stored(desk, states)).toEqual([['refused']]);
  await window.getByTestId('review-again').click();
  await eventually(() => stored(desk, states)).toEqual([['to-review']]);
  await itemRow(window, '已开展检查').waitFor();
});
