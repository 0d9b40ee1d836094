import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { putOnClipboard } from './clipboard-content.ts';
import { aDesk, cellOf, type Desk, eventually, stored, storedRole } from './program.ts';
import { openDesk } from './shared-program.ts';

/** What lies on the clipboard, as a page that is pasted into gets it. */
async function clipboardOf(window: Page): Promise<{ readonly text: string; readonly html: string }> {
  const taken = window.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const take = (event: ClipboardEvent) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          const read = (type: string) => event.clipboardData?.getData(type) ?? '';
          resolve({ text: read('text/plain'), html: read('text/html') });
        };
        document.addEventListener('paste', take, { capture: true, once: true });
      }),
  );
  await window.keyboard.press('Control+v');
  return await taken;
}

/** Roles of 民政局, 文旅局 and 林业局 in three tasks. */
function picture(desk: Desk, tasks: readonly number[]): unknown {
  return tasks.map((task) =>
    ['县民政局', '县文化和旅游局', '县林业局'].map((agency) => storedRole(desk, task, agency) ?? '-'),
  );
}

const steps = (desk: Desk) => Number(stored(desk, 'SELECT count(*) FROM step').flat()[0]);

async function selectBlock(window: Page, from: readonly [number, string], right: number, down: number): Promise<void> {
  await (await cellOf(window, ...from)).click();
  for (let count = 0; count < right; count++) await window.keyboard.press('Shift+ArrowRight');
  for (let count = 0; count < down; count++) await window.keyboard.press('Shift+ArrowDown');
}

test('tables copied in Excel, WPS, LibreOffice and Word are pasted as one step each, and undone', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const empty = picture(desk, [14, 15, 16]);
  for (const name of ['excel', 'wps', 'libreoffice', 'word']) {
    const html = fs.readFileSync(new URL(`../fixtures/clipboard/${name}.html.txt`, import.meta.url), 'utf8');
    await putOnClipboard(window, { text: '不用这一份', html });
    await (await cellOf(window, 14, '民政局')).click();
    const before = steps(desk);
    await window.keyboard.press('Control+v');
    await eventually(() => picture(desk, [14, 15, 16])).toEqual([
      ['lead', 'lead', '-'],
      ['co-responsible', 'co-responsible', '-'],
      ['cooperating', 'cooperating', 'lead'],
    ]);
    expect(steps(desk)).toBe(before + 1);
    await window.keyboard.press('Control+z');
    await eventually(() => picture(desk, [14, 15, 16])).toEqual(empty);
  }
});

test('what is copied here reads in a spreadsheet, and pastes as text and as a table', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 1, '市场监管局')).click();
  for (let count = 0; count < 4; count++) await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Control+c');
  await window.locator('.range-clipped').waitFor();
  const copied = await clipboardOf(window);
  expect(copied.text.replaceAll('\r', '')).toBe('●\t\t\t○\t○\n');
  expect(copied.html).toContain('<table');
  await window.keyboard.press('Escape');
  await window.locator('.range-clipped').waitFor({ state: 'detached' });
});

test('what was cut moves when it is pasted, in one step', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await selectBlock(window, [1, '市场监管局'], 0, 0);
  await window.keyboard.press('Control+x');
  expect(storedRole(desk, 1, '县市场监督管理局')).toBe('lead');
  const before = steps(desk);
  await (await cellOf(window, 1, '公安局')).click();
  await window.keyboard.press('Control+v');
  await eventually(() => [storedRole(desk, 1, '县市场监督管理局'), storedRole(desk, 1, '县公安局')]).toEqual([
    undefined,
    'lead',
  ]);
  expect(steps(desk)).toBe(before + 1);
});

test('one word that is no role refuses the whole paste and names the place; nothing half done', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await putOnClipboard(window, { text: '●\t○\r\n●\t下周报' });
  await (await cellOf(window, 14, '民政局')).click();
  const before = steps(desk);
  await window.keyboard.press('Control+v');
  await window.getByTestId('toast').filter({ hasText: '第 15 项（粘贴内容的第 2 行第 2 列）的“下周报”' }).waitFor();
  expect(steps(desk)).toBe(before);
});

test('a row copied with its number and title is pasted over another: the title too, the number is counted', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await putOnClipboard(window, { text: '88\t改过的"标题"\t●\r\n' });
  await window.locator('.ag-row[row-id="task-14"] [col-id="number"]').click();
  await window.keyboard.press('Control+v');
  await eventually(() => stored(desk, 'SELECT number, title FROM task WHERE id = 14')).toEqual([[14, '改过的"标题"']]);
  await window.getByTestId('toast').filter({ hasText: '不能修改的 1 格' }).waitFor();
  await window.keyboard.press('Control+z');
  await eventually(() => stored(desk, 'SELECT title FROM task WHERE id = 14')).toEqual([['加大抽检监测力度']]);
});
