import { expect, test } from 'vitest';
import {
  aDesk,
  cellOf,
  clickMenu,
  eventually,
  GOVERNMENT_SCREEN,
  keepScreenshot,
  setWindowSize,
  stored,
} from './program.ts';
import { openDesk } from './shared-program.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A picture at the two sizes offices have. */
async function twice({ app, window }: Desk, name: string): Promise<void> {
  await keepScreenshot(window, `${name}-1366`);
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, `${name}-1920`);
  await setWindowSize(app, GOVERNMENT_SCREEN.width, GOVERNMENT_SCREEN.height);
}

test('leaders are set on a task, succeeded from a day on, and what they lead is seen', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  await (await cellOf(window, 5, '农业农村')).click();
  await clickMenu(app, 'set-people');
  await window.getByTestId('people-leadLeader').fill('张三');
  await window.getByTestId('people-personInCharge').fill('李四，王五');
  await twice(program, 'task-people');
  await window.getByTestId('task-people-save').click();
  const people = () => stored(desk, 'SELECT lead_leader, person_in_charge FROM task WHERE number = 5');
  await eventually(people).toEqual([['张三', '李四、王五']]);
  await window.getByTestId('task-panel').getByText('牵头领导').waitFor();
  await twice(program, 'task-panel-people');

  await clickMenu(app, 'leaders');
  await window.getByTestId('unlisted-张三').getByRole('button', { name: '加入名录…' }).click();
  await window.getByTestId('leader-post').fill('县委常委、副县长');
  await window.getByTestId('leader-save').click();
  await window.getByTestId('succeed-张三').click();
  await window.getByTestId('leader-name').fill('赵六');
  await keepScreenshot(window, 'leader-succession');
  await window.getByTestId('leader-save').click();
  await window.getByTestId('leader-赵六').waitFor();
  await window.getByTestId('leader-赵六').getByRole('button', { name: '赵六' }).click();
  await window.getByTestId('leader-tasks').getByText('1 项任务').waitFor();
  await twice(program, 'leaders');
  await eventually(people).toEqual([['赵六', '李四、王五']]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+z');
  await eventually(people).toEqual([['张三', '李四、王五']]);
});

test('a matter is added with its units typed, counted in workdays, marked in the matrix, corrected and taken out', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  await clickMenu(app, 'new-matter');
  await window.getByTestId('matter-source').fill('县政府第12次常务会议');
  await window.getByTestId('matter-arose').fill('2021-09-24');
  await window.getByTestId('matter-content').fill('开展校园周边食品安全专项整治，月底前完成。');
  await expect.poll(() => window.getByTestId('matter-counted').textContent()).toBe('至 2021年11月10日');
  await window.getByTestId('units-lead').fill('jyj');
  await window.getByTestId('units-lead').press('Enter');
  await window.getByTestId('units-cooperating').fill('gaj');
  await window.getByTestId('units-cooperating').press('Enter');
  await twice(program, 'matter-new');
  await window.getByTestId('matter-save').click();
  await window.getByTestId('matter-dialog').waitFor({ state: 'hidden' });
  const matters = () =>
    stored(desk, 'SELECT number, workdays, due_on FROM matter JOIN task ON task.id = task_id WHERE removed = 0');
  await eventually(matters).toEqual([[54, 30, null]]);
  await window.getByText('【会议议定】开展校园周边').first().waitFor();
  await twice(program, 'matter-in-matrix');
  await clickMenu(app, 'matters');
  await window.getByTestId('matter-54').waitFor();
  await twice(program, 'matters');
  await window.getByTestId('matter-edit-54').click();
  await window.getByTestId('matter-due-kind').selectOption('day');
  await window.getByTestId('matter-due-on').fill('2021-10-31');
  await window.getByTestId('matter-save').click();
  await eventually(matters).toEqual([[54, null, '2021-10-31']]);
  await window.getByTestId('matter-remove-54').click();
  await eventually(matters).toEqual([]);
  await window.getByText('还没有年中事项').waitFor();
});

test('the contact of an agency is named, and taken over by another', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  await clickMenu(app, 'agencies');
  await window.getByTestId('agency-search').fill('nyncj');
  await window.getByTestId('contact-add').click();
  await window.getByTestId('contact-reporter').fill('张三');
  await window.getByTestId('contact-phone').fill('0356-1234567');
  await window.getByTestId('contact-save').click();
  await window.getByTestId('contact-standing').waitFor();
  await window.getByTestId('contact-add').click();
  await window.getByTestId('contact-reporter').fill('李四');
  await window.getByTestId('contact-post').fill('办公室主任');
  await window.getByTestId('contact-save').click();
  await expect.poll(() => window.getByTestId('contact-standing').textContent()).toContain('李四');
  await eventually(() => stored(desk, 'SELECT reporter FROM agency_contact ORDER BY id')).toEqual([['张三'], ['李四']]);
  await twice(program, 'agency-contacts');
});

test('a new year is made of the old one, shown, and both stand beside each other', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  await clickMenu(app, 'next-year');
  await window.getByTestId('year-tick-2').click();
  await twice(program, 'next-year');
  await window.getByTestId('next-year-make').click();
  await window.getByTestId('next-year-dialog').waitFor({ state: 'hidden' });
  await eventually(() => stored(desk, 'SELECT year, previous_plan_id FROM plan ORDER BY id')).toEqual([
    [2021, null],
    [2022, 1],
  ]);
  await eventually(() => stored(desk, 'SELECT count(*) FROM task WHERE plan_id = 2')).toEqual([[52]]);
  await window.getByTestId('plan-name').getByText('2022年').waitFor();
  await window.locator('.ag-row').first().waitFor();
  await clickMenu(app, 'compare-years');
  await window.getByTestId('year-dropped').waitFor();
  await twice(program, 'compare-years');
});
