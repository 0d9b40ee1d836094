import { expect, test } from 'vitest';
import {
  aDesk,
  cellOf,
  eventually,
  keepScreenshot,
  quit,
  setWindowSize,
  startProgram,
  stored,
  storedRole,
} from './program.ts';
import { openDesk } from './shared-program.ts';

test('sections and families of agencies fold by mouse and keyboard, and stay folded after a restart', async () => {
  const desk = aDesk();
  const first = await startProgram(desk);
  const { window } = first;
  await window.locator('[row-id="section-1"] .section-heading').click();
  await window.locator('[row-id="task-1"]').first().waitFor({ state: 'detached' });
  await (await cellOf(window, 5, '农业农村局')).click();
  await window.keyboard.press('Alt+Shift+ArrowLeft');
  await window.locator('[row-id="task-5"]').first().waitFor({ state: 'detached' });
  await window.keyboard.press('Enter');
  await window.locator('[row-id="task-5"]').first().waitFor();

  await window.getByTestId('fold-government').click();
  await window.locator('[col-id="folded-government"]').first().waitFor();
  await window.locator('[row-id="task-7"] [col-id="folded-government"]').filter({ hasText: '2' }).waitFor();
  await keepScreenshot(window, 'folded-1366');
  await quit(first);

  const second = await startProgram(desk);
  await second.window.locator('[col-id="folded-government"]').first().waitFor();
  expect(await second.window.locator('[row-id="task-1"]').count()).toBe(0);
  await second.window.getByTestId('fold-government').click();
  await second.window.locator('.ag-header-cell', { hasText: '公安局' }).first().waitFor();
});

test('the funnel of a column ticks roles with counts, the chip says so and takes it away', async () => {
  const { window } = await openDesk(aDesk());
  const head = window.locator('.ag-header-cell', { hasText: '农业农村局' }).first();
  await head.hover();
  await head.locator('.head-funnel').click();
  await window.getByTestId('filter-popover').waitFor();
  await keepScreenshot(window, 'funnel-agency-1366');
  await window.getByTestId('tick-none').uncheck();
  await window.getByTestId('filter-shown').filter({ hasText: '/ 53 项' }).waitFor();
  await window.getByTestId('filter-done').click();
  await expect.poll(() => window.locator('[row-id="task-1"]').count()).toBe(0);
  await window.locator('[row-id="task-5"]').first().waitFor();
  await keepScreenshot(window, 'filtered-1366');
  await window.locator('.filter-chip').first().click();
  await window.locator('[row-id="task-1"]').first().waitFor();
});

test('titles are filtered by words and sorted by pinyin; the order of the plan comes back', async () => {
  const { window } = await openDesk(aDesk());
  const head = window.locator('.ag-header-cell[col-id="title"]');
  await head.hover();
  await head.locator('.head-funnel').click();
  await window.getByTestId('text-wanted').fill('监测');
  await window.getByTestId('chip-titleTest').waitFor();
  await keepScreenshot(window, 'funnel-title-1366');
  await window.getByTestId('sort-descending').click();
  await window.getByTestId('chip-sort').waitFor();
  expect(await window.locator('[row-id^="section-"]').count()).toBe(0);
  await window.keyboard.press('Escape');
  await window.getByTestId('chips-clear').click();
  await window.locator('[row-id="section-1"]').first().waitFor();
  expect(await window.getByTestId('filter-chips').count()).toBe(0);
});

test('find steps through the hits, replace changes one, replace all the rest as one undoable step', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const counted = (words: string) =>
    stored(desk, `SELECT count(*) FROM task WHERE title LIKE '%${words}%' OR content LIKE '%${words}%'`).flat()[0];
  const before = Number(counted('监测'));
  await (await cellOf(window, 5, '农业农村局')).click();
  await window.keyboard.press('Control+f');
  await window.locator('[data-testid="find-words"]:focus').waitFor();
  await window.keyboard.type('监测');
  await window.getByTestId('find-count').filter({ hasText: / 处$/ }).waitFor();
  await window.keyboard.press('Enter');
  await window
    .getByTestId('find-count')
    .filter({ hasText: /^第 1 \// })
    .waitFor();
  await window.keyboard.press('F3');
  await window
    .getByTestId('find-count')
    .filter({ hasText: /^第 2 \// })
    .waitFor();
  await window.keyboard.press('Shift+F3');
  await window
    .getByTestId('find-count')
    .filter({ hasText: /^第 1 \// })
    .waitFor();
  await window.getByTestId('find-all').click();
  await keepScreenshot(window, 'find-1366');

  await window.keyboard.press('Control+h');
  await window.getByTestId('find-scope').selectOption('task');
  await window.getByTestId('replace-words').fill('检测');
  await window.getByTestId('replace-all').click();
  await window.getByTestId('toast').filter({ hasText: '替换了' }).waitFor();
  expect(counted('监测')).toBe(0);
  await keepScreenshot(window, 'replace-1366');
  await window.getByTestId('find-words').press('Escape');
  await window.keyboard.press('Control+z');
  await eventually(() => counted('监测')).toBe(before);

  await window.keyboard.press('Control+h');
  await window.getByTestId('find-scope').selectOption('role');
  await window.getByTestId('find-words').fill('配合');
  await window.getByTestId('replace-words').fill('分工');
  await window.getByTestId('replace-one').click();
  await window.getByTestId('replace-one').click();
  await eventually(() => stored(desk, "SELECT count(*) FROM assignment WHERE role = 'cooperating'")).toEqual([[1]]);
});

test('the progress view says each light in words; a view saved under a name comes back after a restart', async () => {
  const desk = aDesk();
  const first = await startProgram(desk);
  const { app, window } = first;
  await window.keyboard.press('Control+2');
  const cell = await cellOf(window, 5, '农业农村局');
  await cell.filter({ hasText: '● 逾期未报' }).waitFor();
  await keepScreenshot(window, 'progress-view-1366');
  await cell.click();
  await window.keyboard.press('Delete');
  await window.getByTestId('toast').filter({ hasText: '进度视图里不修改责任' }).waitFor();
  expect(storedRole(desk, 5, '县农业农村局')).toBe('lead');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'progress-view-1920');
  await setWindowSize(app, 1366, 768);
  await window.locator('.ag-header-cell[col-id="title"]').click({ button: 'right' });
  await window.getByTestId('place-menu').waitFor();
  await keepScreenshot(window, 'head-menu-1366');
  await window.getByTestId('head-by-duties').click();
  await window.getByTestId('chip-sort').waitFor();
  await window.getByTestId('view-menu').click();
  await window.getByTestId('views-open').click();
  await window.getByTestId('view-name').fill('按责任多少');
  await window.getByTestId('view-save').click();
  await window.getByTestId('use-view-按责任多少').waitFor();
  await keepScreenshot(window, 'views-1366');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+1');
  await window.getByTestId('chip-sort').click();
  await quit(first);

  const second = await startProgram(desk);
  await second.window.locator('[row-id="section-1"]').first().waitFor();
  await second.window.getByTestId('view-menu').click();
  await second.window.getByTestId('saved-view-按责任多少').click();
  await second.window.getByTestId('chip-sort').waitFor();
  await second.window.locator('.cell-mark', { hasText: '● 逾期未报' }).first().waitFor();
});

test('columns freeze, hide, widen and come back; Ctrl with the wheel zooms the matrix alone', async () => {
  const { window } = await openDesk(aDesk());
  const head = (name: string) => window.locator('.ag-header-cell', { hasText: name }).first();
  const lastFrozen = () => window.locator('.ag-header-cell-last-left-pinned .head-words').allTextContents();
  await head('网信办').click({ button: 'right' });
  await window.getByTestId('head-freeze').click();
  await expect.poll(lastFrozen).toEqual(['网信办']);
  await keepScreenshot(window, 'frozen-1366');
  await head('宣传部').click({ button: 'right' });
  await window.getByTestId('head-unfreeze').click();
  await expect.poll(lastFrozen).toEqual([]);
  await head('工作任务').click({ button: 'right' });
  await window.getByTestId('head-freeze').click();

  await head('公安局').click({ button: 'right' });
  await window.getByTestId('head-hide').click();
  await head('公安局').waitFor({ state: 'detached' });
  await window.getByTestId('chip-hiddenAgencies').click();
  await head('公安局').waitFor();

  const width = async () => Math.round((await head('公安局').boundingBox())?.width ?? 0);
  const before = await width();
  const edge = await head('公安局').boundingBox();
  if (!edge) throw new Error('no head');
  await window.mouse.move(edge.x + edge.width - 1, edge.y + 20);
  await window.mouse.down();
  await window.mouse.move(edge.x + edge.width + 29, edge.y + 20, { steps: 4 });
  await window.mouse.up();
  await expect.poll(width).toBe(before + 30);

  await window.mouse.move(600, 400);
  await window.keyboard.down('Control');
  await window.mouse.wheel(0, -100);
  await window.mouse.wheel(0, -100);
  await window.keyboard.up('Control');
  await window.getByTestId('zoom').filter({ hasText: '120%' }).waitFor();
  await expect.poll(width).toBe(Math.round((before + 30) * 1.2));
  const rowHeight = async () => (await window.locator('.ag-row[row-id="task-1"]').first().boundingBox())?.height;
  await expect.poll(rowHeight).toBe(34);
  await keepScreenshot(window, 'zoom-120-1366');
  await window.getByTestId('zoom').click();
  await expect.poll(width).toBe(before + 30);
});

test('a unit is reached by the initials of its pinyin, out of a folded family too', async () => {
  const { window } = await openDesk(aDesk());
  await window.getByTestId('fold-government').click();
  await window.keyboard.press('Control+j');
  await window.getByTestId('go-to-words').fill('xgaj');
  await window.locator('[role="option"]').filter({ hasText: '县公安局' }).waitFor();
  await keepScreenshot(window, 'go-to-1366');
  await window.keyboard.press('Enter');
  const column = await window.locator('.ag-header-cell', { hasText: '公安局' }).first().getAttribute('col-id');
  await window.locator(`.ag-cell-focus[col-id="${column}"]`).waitFor();
});
