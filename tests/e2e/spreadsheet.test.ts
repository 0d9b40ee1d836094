import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aDesk, cellOf, type Desk, eventually, keepScreenshot, startProgram, stored, storedRole } from './program.ts';
import { openDesk } from './shared-program.ts';

/** How many roles the data file holds in these tasks. */
const roles = (desk: Desk, where = '1 = 1') =>
  stored(desk, `SELECT count(*) FROM assignment JOIN task ON task.id = task_id WHERE ${where}`).flat()[0];

const steps = (desk: Desk) => stored(desk, 'SELECT count(*) FROM step').flat()[0];

async function drag(window: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middle(from), await middle(to)];
  await window.mouse.move(start.x, start.y);
  await window.mouse.down();
  await window.mouse.move(end.x, end.y, { steps: 6 });
  await window.mouse.up();
}

async function middle(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('nothing there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a word typed over a dragged range goes into every cell with Ctrl+Enter, as one step; Delete clears the range', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const before = Number(steps(desk));
  await drag(window, await cellOf(window, 1, '林业局'), await cellOf(window, 4, '审批局'));
  await window.keyboard.type('3');
  await window.keyboard.press('Control+Enter');
  await eventually(() => roles(desk, "number <= 4 AND role = 'cooperating'")).toBe(12);
  expect(steps(desk)).toBe(before + 1);
  await keepScreenshot(window, 'range-1366');

  await window.keyboard.press('Delete');
  await eventually(() => roles(desk, "number <= 4 AND role = 'cooperating'")).toBe(0);
  await window.keyboard.press('Control+z');
  await eventually(() => roles(desk, "number <= 4 AND role = 'cooperating'")).toBe(12);
});

test('Ctrl+D fills down, Ctrl+R fills to the right, over the heading of a section', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 3, '司法局')).click();
  await window.keyboard.type('1');
  await window.keyboard.press('Enter');
  await eventually(() => storedRole(desk, 3, '县司法局')).toBe('lead');
  await window.keyboard.press('ArrowUp');
  for (const _ of [4, 5, 6]) await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+d');
  await eventually(() => [4, 5, 6].map((task) => storedRole(desk, task, '县司法局'))).toEqual(['lead', 'lead', 'lead']);
  await expect.poll(async () => (await cellOf(window, 6, '司法局')).textContent()).toContain('●');
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Control+r');
  await eventually(() => roles(desk, "number BETWEEN 3 AND 6 AND role = 'lead' AND origin = 'manual'")).toBe(8);
});

test('the fill handle repeats the marks it is dragged over', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await drag(window, await cellOf(window, 1, '交通局'), await cellOf(window, 2, '交通局'));
  await drag(window, window.locator('.fill-handle'), await cellOf(window, 6, '交通局'));
  await eventually(() => [3, 4, 5, 6].map((task) => storedRole(desk, task, '县交通运输局'))).toEqual([
    'co-responsible',
    'lead',
    'co-responsible',
    'lead',
  ]);
});

test('Tab goes along the row, and Enter returns to the column it set out from', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 2, '司法局')).click();
  await window.keyboard.type('1');
  await window.keyboard.press('Tab');
  await window.keyboard.type('2');
  await window.keyboard.press('Enter');
  await window.keyboard.type('3');
  await window.keyboard.press('ArrowDown');
  await eventually(() => [
    storedRole(desk, 2, '县司法局'),
    storedRole(desk, 2, '县行政审批服务管理局'),
    storedRole(desk, 3, '县司法局'),
  ]).toEqual(['lead', 'co-responsible', 'cooperating']);
});

test('a whole column is selected by its head and cleared, and is back after undo', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const held = () =>
    stored(
      desk,
      "SELECT count(*) FROM assignment JOIN agency ON agency.id = agency_id WHERE short_name = '公安局'",
    ).flat()[0];
  const before = held();
  await window.locator('.ag-header-cell', { hasText: '公安局' }).click({ position: { x: 14, y: 20 } });
  await window.keyboard.press('Delete');
  await eventually(held).toBe(0);
  await window.keyboard.press('Control+z');
  await eventually(held).toBe(before);
});

test('the menu opened on a range speaks of all of it', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await drag(window, await cellOf(window, 1, '民政局'), await cellOf(window, 3, '文旅局'));
  await (await cellOf(window, 2, '文旅局')).click({ button: 'right' });
  await window.getByTestId('role-co-responsible').click();
  await eventually(() => roles(desk, "number <= 3 AND role = 'co-responsible' AND origin = 'manual'")).toBe(6);
});

test('the status bar counts what is selected, by rows, columns and several ranges', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const figures = window.getByTestId('status-selection');
  await (await cellOf(window, 1, '市场监管局')).click();
  expect(await figures.count()).toBe(0);
  await window.keyboard.press('Shift+Space');
  await expect.poll(() => figures.textContent()).toBe('计数 6● 1○ 3求和 1平均 1');
  const other = window.locator('.ag-row[row-id="task-2"] [col-id="number"]');
  await other.click({ modifiers: ['Control'] });
  await expect.poll(() => figures.textContent()).toBe('计数 9● 2○ 3求和 3平均 1.5');
  await window.keyboard.press('Control+a');
  await expect.poll(() => figures.textContent()).toBe('计数 209● 30○ 71△ 2求和 1431平均 27');
});

test('a drag past the lower edge scrolls on and selects what comes into sight', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const start = await middle(await cellOf(window, 1, '公安局'));
  await window.mouse.move(start.x, start.y);
  await window.mouse.down();
  await window.mouse.move(start.x + 30, 760, { steps: 4 });
  const below = () =>
    window.locator('.ag-grid-viewport').evaluate((view) => view.scrollHeight - view.clientHeight - view.scrollTop);
  await expect.poll(below, { timeout: 10_000 }).toBeLessThan(1);
  await window.mouse.move(start.x + 31, 760);
  await window.mouse.up();
  await window.keyboard.type('2');
  await window.keyboard.press('Control+Enter');
  await eventually(() => storedRole(desk, 53, '县公安局')).toBe('co-responsible');
  expect(storedRole(desk, 30, '县教育局')).toBe('co-responsible');
});

test('F6 leads out of the matrix and back to the cell it left', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 5, '农业农村局')).click();
  const pane = () =>
    window.evaluate(() => document.activeElement?.closest('.matrix-pane, .panel-pane, .top-bar')?.classList[0]);
  for (const next of ['panel-pane', 'top-bar', 'matrix-pane']) {
    await window.keyboard.press('F6');
    expect(await pane()).toBe(next);
  }
  await window.keyboard.type('3');
  await window.keyboard.press('Enter');
  await eventually(() => storedRole(desk, 5, '县农业农村局')).toBe('cooperating');
});

test('a fast hand is never ahead of itself: typed, filled, cleared and typed again without a pause', async () => {
  const desk = aDesk();
  // Keys faster than any hand: in a program that other tests have used, some were lost under load.
  const { window } = await startProgram(desk);
  const before = Number(steps(desk));
  await (await cellOf(window, 1, '司法局')).click();
  for (const key of [
    '1',
    'Enter',
    'ArrowUp',
    'Shift+ArrowDown',
    'Control+d',
    'Delete',
    'ArrowUp',
    'ArrowDown',
    '2',
    'Enter',
  ]) {
    await window.keyboard.press(key);
  }
  await eventually(() => [storedRole(desk, 1, '县司法局'), storedRole(desk, 2, '县司法局')]).toEqual([
    undefined,
    'co-responsible',
  ]);
  expect(steps(desk)).toBe(before + 4);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await eventually(() => [storedRole(desk, 1, '县司法局'), storedRole(desk, 2, '县司法局')]).toEqual(['lead', 'lead']);
});

test('the column under the mouse is shaded with its head; the shade changes when the mouse moves, not under a scroll', async () => {
  const { window } = await openDesk(aDesk());
  const shaded = () =>
    window.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('.matrix-grid :is(.ag-cell, .ag-header-cell)[col-id]')]
          .filter((cell) => getComputedStyle(cell).backgroundImage !== 'none')
          .map((cell) => cell.getAttribute('col-id')),
      ),
    ]);
  const under = (x: number, y: number) =>
    window.evaluate(
      ([left, top]) => document.elementFromPoint(left, top)?.closest('[col-id]')?.getAttribute('col-id'),
      [x, y] as const,
    );
  // Its columns are wider than the window.
  await window.keyboard.press('Control+2');
  await window.locator('.matrix-grid.shows-progress').waitFor();
  const { x, y } = await middle(await cellOf(window, 3, '卫体局'));
  await window.mouse.move(x, y);
  const first = await under(x, y);
  await expect.poll(shaded).toEqual([first]);

  await window.mouse.wheel(120, 0);
  await expect.poll(() => under(x, y)).not.toBe(first);
  expect(await shaded()).toEqual([first]);
  await window.mouse.move(x + 1, y + 1);
  await expect.poll(shaded).toEqual([await under(x + 1, y + 1)]);
  await window.mouse.move(0, 0);
  await expect.poll(shaded).toEqual([]);
});

test('progress that is filled in changes the light of a cell whose mark stays, and undo changes it back', async () => {
  const { window } = await openDesk(aDesk());
  const cell = await cellOf(window, 5, '农业农村局');
  const light = async () => /lit-\S+/.exec((await cell.getAttribute('class')) ?? '')?.[0];
  await cell.click();
  const before = await light();
  await window.getByTestId('progress-form').getByTestId('status-done').click();
  await window.getByTestId('progress-save').click();
  await expect.poll(light).toBe('lit-green');
  expect(await cell.textContent()).toBe('●');
  await cell.click();
  await window.keyboard.press('Control+z');
  await expect.poll(light).toBe(before);
});
