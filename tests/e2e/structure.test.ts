import { expect, test } from 'vitest';
import { aDesk, cellOf, eventually, keepScreenshot, saved, stored, storedRole } from './program.ts';
import { openDesk } from './shared-program.ts';

const ORDER = 'SELECT number FROM task WHERE removed = 0 ORDER BY section_id, position LIMIT 6';

test('a task is inserted, titled in place, moved by keys and removed; each step is undone', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const numbers = () => stored(desk, ORDER).flat();
  const before = numbers();
  expect(before).toEqual([1, 2, 3, 4, 5, 6]);

  await (await cellOf(window, 2, '公安局')).click({ button: 'right' });
  await window.getByTestId('role-menu').waitFor();
  await keepScreenshot(window, 'cell-menu-1366');
  await window.getByTestId('menu-insert-below').click();
  await eventually(numbers).toEqual([1, 2, 54, 3, 4, 5]);
  await window.locator('.ag-cell-focus[col-id="title"]').waitFor();
  await window.keyboard.type('abc');
  await window.keyboard.press('Enter');
  await eventually(() => stored(desk, 'SELECT title FROM task WHERE number = 54')).toEqual([['abc']]);

  const title = window.locator('.ag-row[row-id="task-3"] [col-id="title"]');
  await title.click();
  await window.keyboard.press('Alt+Shift+ArrowUp');
  await eventually(numbers).toEqual([1, 2, 3, 54, 4, 5]);
  await window.keyboard.press('Alt+Shift+ArrowDown');
  await eventually(numbers).toEqual([1, 2, 54, 3, 4, 5]);

  await title.click({ button: 'right' });
  await window.getByTestId('menu-remove-tasks').click();
  await eventually(numbers).toEqual([1, 2, 54, 4, 5, 6]);
  for (let step = 0; step < 5; step += 1) await window.keyboard.press('Control+z');
  await eventually(numbers).toEqual(before);
});

test('number, title and full text of a task are edited together, line breaks kept', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 4, '公安局')).click({ button: 'right' });
  await window.getByTestId('menu-edit-task').click();
  await window.getByTestId('task-number').fill('5');
  await window.getByTestId('task-content-input').fill('第一行');
  await window.getByTestId('task-content-input').press('Alt+Enter');
  await window.getByTestId('task-content-input').pressSequentially('second');
  await keepScreenshot(window, 'task-text-1366');
  await window.getByTestId('task-text-save').click();
  // Another task has that number: refused, and what was typed stays.
  await window.locator('[data-testid="toast"][data-tone="bad"]').waitFor();
  await window.getByTestId('task-number').fill('99');
  await window.getByTestId('task-text-save').click();
  await window.getByTestId('task-text-dialog').waitFor({ state: 'detached' });
  expect(stored(desk, 'SELECT content FROM task WHERE number = 99')).toEqual([['第一行\nsecond']]);
  await window.keyboard.press('Control+z');
  await eventually(() => stored(desk, 'SELECT count(*) FROM task WHERE number = 99')).toEqual([[0]]);
});

test('a note is written on a cell, marked in its corner, and taken away again', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const cell = await cellOf(window, 5, '公安局');
  await cell.click();
  await window.keyboard.press('Shift+F2');
  await window.getByTestId('note-text').fill('等县局回复');
  await keepScreenshot(window, 'note-1366');
  await window.getByTestId('note-text').press('Control+Enter');
  await saved(window);
  expect(stored(desk, 'SELECT text FROM note')).toEqual([['等县局回复']]);
  await expect.poll(() => cell.getAttribute('class')).toContain('has-note');
  await window.keyboard.press('Shift+F2');
  await window.getByTestId('note-delete').click();
  await eventually(() => stored(desk, 'SELECT count(*) FROM note')).toEqual([[0]]);
  await expect.poll(() => cell.getAttribute('class')).not.toContain('has-note');
});

test('tasks go to another section, sections and units are renamed, units change places', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 1, '公安局')).click({ button: 'right' });
  await window.getByTestId('menu-move-to-section').click();
  await window.getByTestId('move-to-2').click();
  await eventually(() => stored(desk, 'SELECT section_id FROM task WHERE number = 1')).toEqual([[2]]);

  await window.locator('.ag-full-width-row[row-id="section-1"]').click({ button: 'right' });
  await window.getByTestId('section-rename').click();
  await window.getByTestId('section-title-input').fill('严管进口冷链');
  await window.getByTestId('section-title-save').click();
  await window.locator('[row-id="section-1"]', { hasText: '一、严管进口冷链' }).waitFor();

  const head = window.locator('.ag-header-cell', { hasText: '公安局' }).first();
  const column = await head.getAttribute('col-id');
  await head.click({ button: 'right' });
  await window.getByTestId('head-rename').click();
  // The unit's card in the directory, the cursor in its name.
  await window.locator('[data-testid="agency-name"]:focus').waitFor();
  await window.getByTestId('agency-short-name').fill('县公安');
  await window.getByTestId('agencies-close').click();
  await window.locator(`.ag-header-cell[col-id="${column}"]`, { hasText: '县公安' }).waitFor();
  const order = () =>
    stored(desk, "SELECT name FROM agency WHERE name IN ('县公安局', '县教育局') ORDER BY position").flat();
  const before = order();
  await window.locator(`.ag-header-cell[col-id="${column}"]`).click({ button: 'right' });
  await window.getByTestId('head-right').click();
  await eventually(order).toEqual(before.toReversed());
});

test('the history of a cell tells what was changed, when, and what was taken back', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const cell = await cellOf(window, 5, '公安局');
  await cell.click();
  await window.keyboard.type('1');
  await window.keyboard.press('Enter');
  await eventually(() => storedRole(desk, 5, '县公安局')).toBe('lead');
  await window.keyboard.press('Control+z');
  await eventually(() => storedRole(desk, 5, '县公安局')).toBeUndefined();
  await cell.click({ button: 'right' });
  await window.getByTestId('menu-cell-history').click();
  const dialog = window.getByTestId('cell-history-dialog');
  await dialog.locator('tbody tr').nth(1).filter({ hasText: '后来撤销' }).waitFor();
  await dialog.locator('tbody tr').first().filter({ hasText: '牵头' }).waitFor();
  await keepScreenshot(window, 'cell-history-1366');
});

test('the menu of a cell copies and pastes like the keys', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 5, '农业农村局')).click({ button: 'right' });
  await window.getByTestId('edit-copy').click();
  await (await cellOf(window, 6, '公安局')).click({ button: 'right' });
  await keepScreenshot(window, 'cell-menu-1366');
  await window.getByTestId('edit-paste').click();
  await eventually(() => storedRole(desk, 6, '县公安局')).toBe('lead');
});

test('a row is dragged by its grip to another place, over the heading of a section', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const row = window.locator('.ag-row[row-id="task-5"] [col-id="number"]').first();
  await row.hover();
  const grip = await row.locator('.ag-row-drag').boundingBox();
  const goal = await window.locator('.ag-row[row-id="task-2"] [col-id="number"]').first().boundingBox();
  if (!grip || !goal) throw new Error('no grip or no goal');
  await window.mouse.move(grip.x + 5, grip.y + grip.height / 2);
  await window.mouse.down();
  await window.mouse.move(grip.x + 8, grip.y - 30, { steps: 3 });
  await window.mouse.move(goal.x + 8, goal.y + 4, { steps: 6 });
  await keepScreenshot(window, 'row-drag-1366');
  await window.mouse.up();
  await eventually(() => stored(desk, ORDER).flat()).toEqual([1, 5, 2, 3, 4, 6]);
  await saved(window);
  await window.keyboard.press('Control+z');
  await eventually(() => stored(desk, ORDER).flat()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('no command touches a row that is not selected on the screen', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const present = () => stored(desk, 'SELECT count(*) FROM task WHERE removed = 0').flat()[0];
  const remove = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('remove-tasks')?.click());
  // Nothing is selected right after the start, although the panel shows the first task once 本周 is put aside.
  await window.getByTestId('week-close').click();
  await window.getByTestId('task-panel').getByText('第1项').waitFor();
  await remove();
  // A row that was selected and is filtered away is selected no more.
  await (await cellOf(window, 5, '公安局')).click();
  await window.getByTestId('quick-filter').fill('第20项');
  await window.locator('[row-id="task-5"]').first().waitFor({ state: 'detached' });
  await remove();
  await window.getByTestId('quick-filter').fill('');
  await (await cellOf(window, 2, '公安局')).click({ button: 'right' });
  await window.getByTestId('menu-remove-tasks').click();
  await eventually(present).toBe(52);
  expect(stored(desk, 'SELECT number FROM task WHERE removed = 1')).toEqual([[2]]);
  // The cursor goes on to the next row, and the panel with it.
  await window.locator('.ag-row[row-id="task-3"] .ag-cell-focus').waitFor();
  await window.getByTestId('task-panel').getByText('第3项').waitFor();
});
