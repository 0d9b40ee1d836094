import { expect, test } from 'vitest';
import {
  aDesk,
  cellOf,
  eventually,
  keepScreenshot,
  killHard,
  quit,
  saved,
  startProgram,
  stored,
  storedRole,
} from './program.ts';
import { openDesk } from './shared-program.ts';

test('a role is typed, undone, redone, cleared and set again without leaving the keyboard', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const role = () => storedRole(desk, 5, '县公安局');
  const cell = await cellOf(window, 5, '公安局');
  await cell.click();
  await window.keyboard.press('F2');
  await window.keyboard.type('配合');
  await window.keyboard.press('Enter');
  await saved(window);
  expect(role()).toBe('cooperating');
  await expect.poll(() => cell.textContent()).toContain('△');

  await window.keyboard.press('Control+z');
  await eventually(role).toBeUndefined();
  // The file knows of it a moment before the window does, and redoing is offered by the window.
  await saved(window);
  await window.keyboard.press('Control+y');
  await eventually(role).toBe('cooperating');
  await cell.click();
  await window.keyboard.press('Delete');
  await eventually(role).toBeUndefined();
  await window.keyboard.type('1');
  await window.keyboard.press('Enter');
  await eventually(role).toBe('lead');
  await keepScreenshot(window, 'role-typed-1366');
});

test('a word that is no role is refused with a sentence, and the cell stays as it was', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 5, '农业农村局')).click();
  await window.keyboard.press('F2');
  await window.keyboard.type('主席');
  await window.keyboard.press('Enter');
  await window.getByTestId('toast').filter({ hasText: '不是责任标记' }).waitFor();
  expect(storedRole(desk, 5, '县农业农村局')).toBe('lead');
});

test('the role menu sets a role with the mouse', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await (await cellOf(window, 6, '林业局')).click({ button: 'right' });
  await window.getByTestId('role-menu').waitFor();
  await keepScreenshot(window, 'role-menu-1366');
  await window.getByTestId('role-cooperating').click();
  await eventually(() => storedRole(desk, 6, '县林业局')).toBe('cooperating');
});

test('progress is entered in the panel, and is all there after quitting and starting again', async () => {
  const desk = aDesk();
  const first = await startProgram(desk);
  const { window } = first;
  await (await cellOf(window, 5, '农业农村局')).click();
  await window.getByTestId('task-panel').getByText('县农业农村局').first().click();
  await window.getByTestId('progress-form').waitFor();
  await window.getByTestId('status-in-progress').check({ force: true });
  await window.getByTestId('progress-percent').fill('40');
  await window.getByTestId('progress-narrative').fill('已完成第一轮排查，涉及 12 个乡镇。');
  await window.getByTestId('progress-save').click();
  await saved(window);
  await keepScreenshot(window, 'progress-saved-1366');
  const written = stored(desk, 'SELECT status, percent, narrative FROM progress');
  expect(written).toEqual([['in-progress', 40, '已完成第一轮排查，涉及 12 个乡镇。']]);
  await quit(first);

  const second = await startProgram(desk);
  await (await cellOf(second.window, 5, '农业农村局')).click();
  await second.window.getByTestId('task-panel').getByText('已完成第一轮排查').first().waitFor();
  await second.window.keyboard.press('Control+z');
  await eventually(() => stored(desk, 'SELECT count(*) FROM progress')).toEqual([[0]]);
});

test('what the saved indicator has confirmed survives a hard kill', async () => {
  const desk = aDesk();
  const first = await startProgram(desk);
  await (await cellOf(first.window, 8, '公安局')).click();
  await first.window.keyboard.type('3');
  await first.window.keyboard.press('Enter');
  await saved(first.window);
  await killHard(first);

  const second = await startProgram(desk);
  expect(storedRole(desk, 8, '县公安局')).toBe('cooperating');
  expect(await (await cellOf(second.window, 8, '公安局')).textContent()).toContain('△');
});
