// A month of 信息报送: who has sent what stands in one table, what is short is chased from the next one.
import { expect, test } from 'vitest';
import { runCli } from '#backend/cli/run-cli.ts';
import { withDataFile } from '#backend/cli/session.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aDesk, type Desk, keepScreenshot, saved, setWindowSize, startProgram, stored } from './program.ts';

const TOWNSHIPS = [
  '南村镇',
  '下村镇',
  '大东沟镇',
  '周村镇',
  '犁川镇',
  '晋庙铺镇',
  '金村镇',
  '高都镇',
  '巴公镇',
  '大阳镇',
];

/** The embedded plan with townships and member units in the two groups that owe tasks 52 and 53. */
async function withMembers({ dataFile }: Desk): Promise<void> {
  expect(await runCli(['init', dataFile])).toBe(0);
  await withDataFile(dataFile, async (client) => {
    await client.agency.add({ agencies: TOWNSHIPS.map((name) => ({ name: `${name}人民政府` })) });
    const { agencies } = await client.workspace.overview();
    const ids = (isMember: (name: string) => boolean) =>
      agencies.filter(({ name }) => isMember(name)).map(({ id }) => id);
    const setMembers = async (group: string, members: (typeof agencies)[number]['id'][]) => {
      for (const agencyId of ids((name) => name === group))
        await client.agency.update({ agencyId, patch: { members } });
    };
    await setMembers(
      '各乡镇人民政府',
      ids((name) => name.endsWith('镇人民政府') && name !== '各乡镇人民政府'),
    );
    await setMembers(
      '县食品安全委员会各成员单位',
      ids((name) => /^县.*局$/u.test(name)),
    );
    const [duty] = await client.duty.list({ planId: PLAN });
    const sent = ids((name) => name.endsWith('局') && name.startsWith('县')).slice(0, 6);
    const records = sent.flatMap((agencyId) =>
      ['2021-01', '2021-02', '2021-03'].map((period) => ({
        ...{ dutyId: duty?.id ?? 1, agencyId, period, title: '食品安全工作动态', receivedOn: `${period}-12` },
      })),
    );
    await client.duty.record({ records });
  });
}

test('pieces are typed into the table, and who is short is chased by call and by slip', async () => {
  const desk = aDesk();
  await withMembers(desk);
  const { app, window } = await startProgram(desk);
  await window.getByTestId('week-close').click();
  await window.getByTestId('tab-duties').click();
  const grid = window.getByTestId('duty-grid');
  await grid.locator('tbody tr').nth(10).waitFor();
  await keepScreenshot(window, 'duties-1366');

  // The keys are in the table at once: the cursor goes, a title is typed, Enter records it and goes down.
  await grid.locator('td[data-row="3"][data-column="4"]').click();
  const typing = window.getByTestId('duty-typing');
  await typing.focus();
  await window.keyboard.insertText('冷链食品专项检查见成效');
  await keepScreenshot(window, 'duties-typing-1366');
  await window.keyboard.press('Enter');
  await saved(window);
  await grid.locator('td[data-row="3"][data-column="4"]').getByText('1/1').waitFor();
  const titles = "SELECT title, starts_on FROM duty_record WHERE title LIKE '冷链%'";
  expect(stored(desk, titles)).toEqual([['冷链食品专项检查见成效', '2021-05-01']]);
  expect(await grid.locator('td[data-at]').getAttribute('data-row')).toBe('4');

  // Several at once, beside the table.
  await window.getByTestId('duty-titles').fill('第一篇\n第二篇');
  await window.getByTestId('duty-record').click();
  await grid.locator('td[data-row="4"][data-column="4"]').getByText('2/1').waitFor();
  await keepScreenshot(window, 'duties-two-1366');
  await window.keyboard.press('Control+z');
  await grid.locator('td[data-row="4"][data-column="4"]').getByText('0/1').waitFor();

  await window.getByTestId('duty-change').click();
  await window.getByTestId('duty-dialog').waitFor();
  await keepScreenshot(window, 'duty-dialog-1366');
  await window.keyboard.press('Escape');
  await window.getByTestId('duty-print').click();
  await window.getByTestId('printed-page-1').waitFor();
  await keepScreenshot(window, 'duty-print-1366');
  await window.keyboard.press('Escape');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'duties-1920');
  await setWindowSize(app, 1366, 768);

  await window.getByTestId('tab-reminders').click();
  await window.getByTestId('letter-text').waitFor();
  await keepScreenshot(window, 'reminders-1366');
  await window.getByTestId('letter-call').click();
  await window.getByTestId('call-told').fill('张三');
  await window.getByTestId('call-answer').fill('本周五前报');
  await window.getByTestId('call-promised').fill('2021-11-05');
  await keepScreenshot(window, 'reminder-call-1366');
  await window.getByTestId('call-save').click();
  await window.getByTestId('reminder-log').getByText('本周五前报').waitFor();
  await window.getByTestId('slip-red').click();
  await window.getByTestId('letter-slip').click();
  await window.getByTestId('printed-page-1').waitFor();
  await keepScreenshot(window, 'reminder-slip-1366');
  await window.keyboard.press('Escape');
  await window
    .getByTestId('reminder-log')
    .getByText(/红1号$/u)
    .waitFor();
  await keepScreenshot(window, 'reminders-after-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'reminders-1920');
  expect(stored(desk, 'SELECT manner, told, promised_on FROM reminder ORDER BY id')).toEqual([
    ['call', '张三', '2021-11-05'],
    ['slip', '', null],
  ]);
});
