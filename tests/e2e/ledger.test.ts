// A clerk keeps the ledger of a month by keyboard alone, as in the workbook it replaces. Whatever a workbook asks for
// (the characters of a cell and one key that leaves it) is the most this window may ask for.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { putOnClipboard } from './clipboard-content.ts';
import { choose, compose } from './input-method.ts';
import { aDesk, cellOf, type Desk, eventually, quit, saved, startProgram, stored } from './program.ts';

/** Opens the ledger from the matrix. The cursor stands on the status of the first line. */
async function openLedger(window: Page): Promise<void> {
  await window.keyboard.press('Control+PageDown');
  await window.locator('.ledger-grid .ag-cell-focus[col-id="status"]').waitFor();
}

/** Hands that count: every character and every key is one. */
class Hands {
  keys = 0;
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  async enters(text: string, leave: 'Tab' | 'Enter'): Promise<void> {
    await this.#window.keyboard.type(text);
    await this.#window.keyboard.press(leave);
    this.keys += [...text].length + 1;
  }
}

/** What the data file holds of the first lines: task, status, percent and texts, in the order of the ledger. */
function progress(desk: Desk): unknown[] {
  return stored(
    desk,
    `SELECT task.number, status, percent, narrative, problems FROM progress
       JOIN task ON task.id = progress.task_id
       JOIN assignment ON assignment.task_id = progress.task_id AND assignment.agency_id = progress.agency_id
      ORDER BY task.number, assignment.position`,
  );
}

const steps = (desk: Desk) => Number(stored(desk, 'SELECT count(*) FROM step').flat()[0]);

/** Row and column of the cell that the cursor stands on. */
function cursor(window: Page): Promise<string> {
  return window.evaluate(() => {
    const cell = document.querySelector('.ledger-grid .ag-cell-focus');
    const number = cell?.closest('.ag-row')?.querySelector('[col-id="number"]')?.textContent ?? '';
    return `${number.trim()} ${cell?.getAttribute('col-id') ?? ''}`;
  });
}

test('twenty cells of a month take no more keys than in a workbook, and are still there after a restart', async () => {
  const desk = aDesk();
  const program = await startProgram(desk);
  const { window } = program;
  await openLedger(window);
  const lines = Array.from({ length: 5 }, (_, line) => ['2', `${line + 1}0%`, `本月完成第${line + 1}段`, '缺资金']);
  const hands = new Hands(window);
  for (const line of lines) {
    for (const [place, text] of line.entries()) await hands.enters(text, place < line.length - 1 ? 'Tab' : 'Enter');
  }
  const inWorkbook = lines.flat().reduce((sum, text) => sum + [...text].length + 1, 0);
  console.log(`${lines.flat().length} cells: ${hands.keys} keys, in a workbook ${inWorkbook}`);
  expect(hands.keys).toBeLessThanOrEqual(inWorkbook);

  const texts = lines.map(([, percent, narrative, problems]) => [
    'in-progress',
    Number.parseInt(percent ?? '', 10),
    narrative,
    problems,
  ]);
  await eventually(() => progress(desk).map((row) => (row as unknown[]).slice(1))).toEqual(texts);
  // Enter after Tab goes back to the column that Tab set out from.
  expect(await cursor(window)).toMatch(/ status$/);
  await saved(window);
  await quit(program);

  const again = await startProgram(desk);
  await openLedger(again.window);
  const cells = again.window.locator('.ledger-grid .ag-cell[col-id="narrative"]');
  await expect.poll(() => cells.first().textContent()).toBe('本月完成第1段');
});

test('words are composed on the cell, Alt+Enter breaks the line, Ctrl+; is today, and a wrong word changes nothing', async () => {
  const desk = aDesk();
  const { window } = await startProgram(desk);
  const ime = await window.context().newCDPSession(window);
  await openLedger(window);
  for (const key of ['ArrowRight', 'ArrowRight']) await window.keyboard.press(key);
  await compose(ime, 'kaigong');
  await choose(ime, '开工');
  await expect.poll(() => window.locator('.cell-input').inputValue()).toBe('开工');
  await window.keyboard.press('Alt+Enter');
  await compose(ime, 'yanshou');
  await choose(ime, '验收');
  await window.keyboard.press('Tab');
  await eventually(() => stored(desk, 'SELECT narrative FROM progress').flat()).toEqual(['开工\n验收']);
  const cell = window.locator('.ledger-grid .ag-cell[col-id="narrative"]').first();
  await expect.poll(() => cell.evaluate((element) => element.clientHeight)).toBeGreaterThan(40);

  await window.keyboard.press('End');
  // The last columns say who reported, how far the targets are and what a check found.
  for (let left = 0; left < 4; left++) await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('Control+;');
  await window.keyboard.press('Enter');
  await eventually(() => stored(desk, 'SELECT reported_on IS NOT NULL FROM progress').flat()).toEqual([1]);

  const before = steps(desk);
  for (let left = 0; left < 5; left++) await window.keyboard.press('ArrowLeft');
  await window.keyboard.type('mmm');
  await window.keyboard.press('Enter');
  await window.locator('[data-testid="toast"]', { hasText: '不能填入“状态”' }).waitFor();
  expect(steps(desk)).toBe(before);
});

test('a block from a workbook is pasted as one step, filled down and taken back to the place', async () => {
  const desk = aDesk();
  const { window } = await startProgram(desk);
  await openLedger(window);
  const before = steps(desk);
  const html = `<table><tr><td>已完成</td><td>100%</td><td>一、验收<br>二、归档</td></tr>
    <tr><td>受阻</td><td>0.4</td><td>缺地</td></tr></table>`;
  await putOnClipboard(window, { text: '不用这一份', html });
  await window.keyboard.press('Control+v');
  await eventually(() => stored(desk, 'SELECT status, percent, narrative FROM progress ORDER BY id')).toEqual([
    ['done', 100, '一、验收\n二、归档'],
    ['blocked', 40, '缺地'],
  ]);
  expect(steps(desk)).toBe(before + 1);
  expect(stored(desk, 'SELECT manner FROM step ORDER BY id DESC LIMIT 1').flat()).toEqual(['pasted']);

  await putOnClipboard(window, { text: '已完成\t大半\r\n', html: '' });
  await window.keyboard.press('Control+v');
  await window.locator('[data-testid="toast"]', { hasText: '的“大半”不能填入“完成比例”' }).waitFor();
  expect(steps(desk)).toBe(before + 1);

  // Down from the second line over two more: one step.
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+d');
  await eventually(() => stored(desk, "SELECT count(*) FROM progress WHERE status = 'blocked'").flat()).toEqual([3]);
  expect(steps(desk)).toBe(before + 2);

  await window.keyboard.press('Control+End');
  await window.keyboard.press('Control+z');
  await eventually(() => stored(desk, "SELECT count(*) FROM progress WHERE status = 'blocked'").flat()).toEqual([1]);
  await expect.poll(() => cursor(window)).toMatch(/^[12] status$/);

  await window.keyboard.press('Alt+ArrowDown');
  await window.locator('[data-testid="choice-menu"]').waitFor();
  await window.locator('[data-testid="choice-menu"] [data-testid="status-not-started"]').click();
  await eventually(() => stored(desk, "SELECT count(*) FROM progress WHERE status = 'not-started'").flat()).toEqual([
    1,
  ]);
});

test('the screens keep their place behind each other, and typing on a unit says where units are changed', async () => {
  const desk = aDesk();
  const { window } = await startProgram(desk);
  await openLedger(window);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  const before = await cursor(window);
  await window.keyboard.press('Control+PageUp');
  await window.locator('[data-testid="tab-matrix"][aria-selected="true"]').waitFor();
  // A duty given in the matrix meanwhile is a line of the ledger.
  await (await cellOf(window, 1, '公安局')).click();
  await window.keyboard.type('3');
  await window.keyboard.press('Enter');
  await saved(window);
  await window.locator('[data-testid="tab-ledger"]').click();
  await window.locator('.ledger-grid .ag-cell[col-id="agency"]', { hasText: '县公安局' }).first().waitFor();
  await expect.poll(() => cursor(window)).toBe(before);
  await expect.poll(() => window.evaluate(() => document.activeElement?.getAttribute('col-id'))).toBe('status');

  // After a dialog the cursor is in the sheet on show, not in the one behind it, which takes no focus.
  // What is typed before the dialog stands is not typed into the sheet: a 3 would be a status.
  for (const key of ['Control+j', '3', 'Enter']) await window.keyboard.press(key);
  await window.locator('[data-testid="go-to-words"]:focus').waitFor();
  await expect.poll(() => window.locator('.cell-input').count()).toBe(0);
  expect(stored(desk, 'SELECT count(*) FROM progress').flat()).toEqual([0]);
  await window.keyboard.press('Escape');
  await window.locator('.ledger-grid .ag-cell[col-id="status"]:focus').waitFor();

  for (let left = 0; left < 2; left++) await window.keyboard.press('ArrowLeft');
  await window.keyboard.type('x');
  await window.locator('[data-testid="toast"]', { hasText: '“单位”在台账里不能修改' }).waitFor();
});

test('texts of the ledger are found and exchanged in one step, filtered by the funnel, and a unit’s cell is noted', async () => {
  const desk = aDesk();
  const { window } = await startProgram(desk);
  await openLedger(window);
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  const lines = ['抽检三次', '抽检四次', '开会一次'];
  await putOnClipboard(window, { text: `${lines.join('\r\n')}\r\n`, html: '' });
  await window.keyboard.press('Control+v');
  const narratives = () => stored(desk, 'SELECT narrative FROM progress ORDER BY id').flat();
  await eventually(narratives).toEqual(lines);
  const before = steps(desk);

  await window.keyboard.press('Control+h');
  await window.locator('[data-testid="find-words"]').fill('抽检');
  // The third stands in the title of a task, which is only read here.
  await expect.poll(() => window.locator('[data-testid="find-count"]').textContent()).toContain('3 处');
  await window.locator('[data-testid="replace-words"]').fill('快检');
  await window.locator('[data-testid="replace-all"]').click();
  await eventually(narratives).toEqual(['快检三次', '快检四次', '开会一次']);
  expect(steps(desk)).toBe(before + 1);
  await window.locator('[data-testid="toast"]', { hasText: '替换了 2 处' }).waitFor();
  await window.locator('[data-testid="find-words"]').press('Escape');

  await window.locator('.ledger-grid [data-testid="funnel-narrative"]').click();
  await window.locator('[data-testid="text-wanted"]').fill('快检');
  await window.locator('[data-testid="filter-done"]').click();
  await expect.poll(() => window.locator('.ledger-grid .ag-cell[col-id="narrative"]').count()).toBe(2);
  await window.locator('[data-testid="ledger-chip-narrative"]').click();
  await expect.poll(() => window.locator('.ledger-grid .ag-cell[col-id="narrative"]').count()).toBeGreaterThan(2);

  await window.locator('.ledger-grid .ag-cell[col-id="narrative"]').first().click();
  await window.keyboard.press('Shift+F2');
  await window.locator('[data-testid="note-text"]').fill('已电话核实');
  await window.keyboard.press('Control+Enter');
  await window.locator('.ledger-grid .ag-cell.has-note[col-id="agency"]').waitFor();
  expect(stored(desk, 'SELECT text FROM note').flat()).toEqual(['已电话核实']);
});
