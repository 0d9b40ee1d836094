import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, compose, imeKey } from './input-method.ts';
import { aDesk, cellOf, eventually, startProgram, stored, storedRole } from './program.ts';
import { openDesk } from './shared-program.ts';

async function editorText(window: Page): Promise<string> {
  return await window.locator('.cell-input').inputValue();
}

test('pinyin typed on a chosen cell keeps its first letter; the word opens the editor and Enter enters it', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const ime = await window.context().newCDPSession(window);
  await (await cellOf(window, 5, '公安局')).click();

  await compose(ime, 'peihe');
  const cell = await cellOf(window, 5, '公安局');
  expect(await cell.textContent()).toBe('peihe');
  // Enter and the space bar belong to the input method: nothing is entered, the cell stays chosen.
  await imeKey(ime, 'Enter');
  expect(await cell.textContent()).toBe('peihe');
  expect(storedRole(desk, 5, '县公安局')).toBeUndefined();
  await choose(ime, '配合');
  await expect.poll(() => editorText(window)).toBe('配合');
  expect(storedRole(desk, 5, '县公安局')).toBeUndefined();
  await window.keyboard.press('Enter');
  await eventually(() => storedRole(desk, 5, '县公安局')).toBe('cooperating');
});

test('a second word goes on in the editor, and Enter that chooses it does not enter the cell', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const ime = await window.context().newCDPSession(window);
  await (await cellOf(window, 6, '公安局')).click();
  await compose(ime, 'fengong');
  await choose(ime, '分工');
  await expect.poll(() => editorText(window)).toBe('分工');
  await compose(ime, 'fuze');
  await imeKey(ime, 'Enter');
  await choose(ime, '负责');
  await expect.poll(() => editorText(window)).toBe('分工负责');
  expect(storedRole(desk, 6, '县公安局')).toBeUndefined();
  await window.keyboard.press('Tab');
  await eventually(() => storedRole(desk, 6, '县公安局')).toBe('co-responsible');
});

test('a composition that is given up leaves the cell as it was; Esc then leaves the editor', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const ime = await window.context().newCDPSession(window);
  const cell = await cellOf(window, 5, '农业农村局');
  await cell.click();
  await compose(ime, 'qian');
  await ime.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect.poll(() => cell.textContent()).toBe('●');

  await compose(ime, 'peihe');
  await choose(ime, '配合');
  await expect.poll(() => editorText(window)).toBe('配合');
  await window.keyboard.press('Escape');
  await expect.poll(() => cell.textContent()).toBe('●');
  expect(storedRole(desk, 5, '县农业农村局')).toBe('lead');
});

test('letters typed without an input method open the editor with all of them', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 7, '公安局')).click();
  await window.keyboard.type('q');
  expect(await editorText(window)).toBe('q');
  await window.keyboard.press('ArrowDown');
  await eventually(() => storedRole(desk, 7, '县公安局')).toBe('lead');
});

test('a title is composed in its cell like a mark', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const ime = await window.context().newCDPSession(window);
  await window.locator('.ag-row[row-id="task-2"] [col-id="title"]').click();
  await compose(ime, 'xin');
  await choose(ime, '新的标题');
  await expect.poll(() => editorText(window)).toBe('新的标题');
  await window.keyboard.press('Enter');
  await eventually(() => stored(desk, 'SELECT title FROM task WHERE id = 2')).toEqual([['新的标题']]);
});

test('the filter takes composed words whole, and searches for what was chosen', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const ime = await window.context().newCDPSession(window);
  const rows = () => window.locator('.ag-row[row-id^="task-"]').count();
  await window.getByTestId('quick-filter').click();
  await compose(ime, 'zjp');
  await choose(ime, '冷链');
  await expect.poll(() => window.getByTestId('quick-filter').inputValue()).toBe('冷链');
  await expect.poll(rows).toBeLessThan(10);
});

test('switched off for screen readers, a chosen cell is a plain cell, and stays so after a restart', async () => {
  const desk = aDesk();
  const first = await startProgram(desk);
  const editable = async (window: Page) => {
    const cell = await cellOf(window, 5, '公安局');
    await cell.click();
    return await cell.getAttribute('contenteditable');
  };
  expect(await editable(first.window)).toBe('plaintext-only');
  await first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('toggle-composing')?.click());
  await expect.poll(() => editable(first.window)).toBeNull();
  await first.app.close();
  const second = await startProgram(desk);
  expect(await editable(second.window)).toBeNull();
  await second.window.keyboard.type('2');
  await second.window.keyboard.press('Enter');
  await eventually(() => storedRole(desk, 5, '县公安局')).toBe('co-responsible');
});
