import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  aDesk,
  cellOf,
  clickMenu,
  eventually,
  keepScreenshot,
  saved,
  setWindowSize,
  stored,
  storedRole,
} from './program.ts';
import { openDesk } from './shared-program.ts';

/** Opens the directory and finds one agency in it. */
async function openAgency(window: Page, search: string): Promise<void> {
  await window.getByTestId('agency-search').fill(search);
  await window.locator('.agency-line').first().click();
}

test('an agency is found by its initials, renamed and given another name, and all of it can be taken back', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await clickMenu(app, 'agencies');
  await openAgency(window, 'nyncj');
  await keepScreenshot(window, 'agencies-1366');
  await window.getByTestId('agency-name').fill('县农业局');
  await window.getByTestId('agency-name').press('Enter');
  await window.getByTestId('agency-alias-add').fill('农业局、农委');
  await window.getByTestId('agency-alias-add').press('Enter');
  const names = () =>
    stored(
      desk,
      `SELECT alias, agency_alias.kind FROM agency_alias JOIN agency ON agency.id = agency_id
                                    WHERE name = '县农业局' ORDER BY agency_alias.id`,
    );
  await eventually(names).toEqual([
    ['县农业农村局', 'former'],
    ['农业局', 'alias'],
    ['农委', 'alias'],
  ]);
  await window.getByTestId('agency-alias-remove-农委').click();
  await eventually(names).toHaveLength(2);
  for (let step = 0; step < 3; step++) {
    await window.getByTestId('agencies-undo').click();
    await eventually(() => stored(desk, `SELECT count(*) FROM step WHERE kind = 'undo'`)).toEqual([[step + 1]]);
  }
  await eventually(() => stored(desk, `SELECT count(*) FROM agency WHERE name = '县农业农村局'`)).toEqual([[1]]);
  await eventually(() => stored(desk, `SELECT count(*) FROM agency_alias WHERE alias = '农业局'`)).toEqual([[0]]);
});

test('a second name of a unit is seen to be like the first, and the two are made one after a look at what happens', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await clickMenu(app, 'agencies');
  await window.getByTestId('agency-add').click();
  await window.getByTestId('add-agencies-names').fill('县公安局交警大队\n县气象局');
  await window.getByTestId('add-agencies-take').click();
  await window.getByTestId('add-agencies').waitFor({ state: 'hidden' });
  await openAgency(window, '县公安局');
  await window.getByTestId('agency-near').getByText('县公安局交警大队').click();
  await window.getByTestId('merge-words').filter({ hasText: '0 项责任转入“县公安局”' }).waitFor();
  await window.getByTestId('merge-swap').click();
  await window.getByTestId('merge-words').filter({ hasText: '6 项责任转入“县公安局交警大队”' }).waitFor();
  await keepScreenshot(window, 'agencies-merge-1366');
  await window.getByTestId('merge-swap').click();
  await eventually(() => window.getByTestId('merge-into').inputValue()).toBe('县公安局');
  // Another one is found by its pinyin initials or a part of its name.
  await window.getByTestId('merge-into').fill('xnyncj');
  await window.getByRole('option', { name: '县农业农村局' }).click();
  await window.getByTestId('merge-words').filter({ hasText: '转入“县农业农村局”' }).waitFor();
  await window.getByTestId('merge-into').fill('县公安');
  await window.getByTestId('merge-into').press('Enter');
  await window.getByTestId('merge-words').filter({ hasText: '转入“县公安局”' }).waitFor();
  await window.getByTestId('merge-take').click();
  const alias = () =>
    stored(
      desk,
      `SELECT agency.name FROM agency_alias JOIN agency ON agency.id = agency_id
                                    WHERE alias = '县公安局交警大队'`,
    );
  await eventually(alias).toEqual([['县公安局']]);
  await window.getByTestId('agencies-undo').click();
  await eventually(alias).toEqual([]);
});

test('a group agency gets its members, and columns follow the order of the list', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await setWindowSize(app, 1920, 1080);
  await clickMenu(app, 'agencies');
  await openAgency(window, '各成员单位');
  await window.getByTestId('agency-members').click();
  await window.getByTestId('member-search').fill('检察院');
  await window.getByTestId('members-kind-party').waitFor({ state: 'detached' });
  await window.getByTestId('member-search').fill('');
  await window.getByTestId('members-kind-judicial').click();
  await keepScreenshot(window, 'agencies-members-1920');
  await window.getByTestId('members-take').click();
  const members = () =>
    stored(
      desk,
      `SELECT member.name FROM agency_member JOIN agency AS member ON member.id = member_id
                                      ORDER BY member.name`,
    );
  await eventually(members).toEqual([['县检察院'], ['县法院']]);
  await openAgency(window, '农业农村局');
  await window.getByTestId('agency-search').fill('');
  await window.getByTestId('agency-list').press('Alt+ArrowUp');
  await saved(window);
  await keepScreenshot(window, 'agencies-1920');
  await window.getByTestId('agencies-close').click();
  const left = async (name: string) => (await (await cellOf(window, 5, name)).boundingBox())?.x ?? 0;
  await expect.poll(async () => (await left('农业农村局')) < (await left('市场监管局'))).toBe(true);
});

test('an expanded group shows lighter marks in its members, which are not roles of theirs', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await clickMenu(app, 'toggle-groups');
  await window.getByTestId('toast-action').click();
  await window.getByTestId('toast').waitFor({ state: 'detached' });
  await openAgency(window, '各成员单位');
  await window.getByTestId('agency-members').click();
  await window.getByTestId('members-kind-judicial').click();
  await window.getByTestId('members-kind-party').click();
  await window.getByTestId('members-take').click();
  await eventually(() => stored(desk, 'SELECT count(*) FROM agency_member')).toEqual([[4]]);
  await window.getByTestId('agencies-close').click();
  const sql = `SELECT number FROM task JOIN assignment ON task_id = task.id JOIN agency ON agency.id = agency_id
               WHERE agency.short_name = '各成员单位' ORDER BY number LIMIT 1`;
  const number = Number(stored(desk, sql).flat()[0]);
  await window.getByTestId('quick-filter').fill(String(number));
  const cell = await cellOf(window, number, '法院');
  await expect.poll(() => cell.getAttribute('class')).toContain('mark-inherited');
  expect(await cell.textContent()).toMatch(/[●○△]/u);
  expect(storedRole(desk, number, '县法院')).toBeUndefined();
  // Opened and left unchanged, it is still nobody's own role.
  await cell.click();
  await window.keyboard.press('F2');
  await window.keyboard.press('Enter');
  expect(stored(desk, `SELECT count(*) FROM step WHERE code = 'matrix.setRoles'`)).toEqual([[0]]);
  await window.getByTestId('quick-filter').fill('各成员单位');
  await keepScreenshot(window, 'groups-expanded-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'groups-expanded-1920');
  await clickMenu(app, 'toggle-groups');
  await expect.poll(() => window.locator('.mark-inherited').count()).toBe(0);
});
