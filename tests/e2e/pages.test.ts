// A clerk in the middle of a year: 本周 is there when the program opens, its lines lead to their places; the pages of a task,
// a unit and a leader, back and forward; the lead's summary drafted, adopted, taken back.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createSample } from '#backend/cases/sample/sample-file.ts';
import { SCREENS } from '#renderer/state/screen.ts';
import { SEEDS } from '../helpers/an-office.ts';
import { aDesk, clickMenu, type Desk, keepScreenshot, matrixPainted, setWindowSize, startProgram } from './program.ts';

/** The sample, a lifelike year with a date of its own, and a leader at two of its tasks. */
async function aYear(desk: Desk): Promise<void> {
  await createSample({ file: desk.dataFile, seedsFolder: SEEDS });
  const db = new Database(desk.dataFile);
  try {
    db.prepare("UPDATE task SET lead_leader = '张三' WHERE number IN (5, 12)").run();
  } finally {
    db.close();
  }
}

const SIZES = [
  ['1366', 1366, 768],
  ['1920', 1920, 1080],
] as const;

test('本周, 档案 and 汇总稿 in a year of work', { timeout: 120_000 }, async () => {
  const desk = aDesk();
  await aYear(desk);
  const { app, window } = await startProgram(desk);
  const shots = async (name: string) => {
    for (const [size, width, height] of SIZES) {
      await setWindowSize(app, width, height);
      await keepScreenshot(window, `${name}-${size}`);
    }
    await setWindowSize(app, 1366, 768);
  };

  // The card stands where the panel will be, and its number on the button.
  const card = window.getByTestId('week-pane');
  await card.getByTestId('week-late').waitFor();
  await expect.poll(() => window.getByTestId('week-open').innerText()).toMatch(/本周\s*\d+/u);
  await shots('week-card');
  await card.locator('.week-line').first().click();
  await card.waitFor({ state: 'detached' });
  await window.locator('#screen-ledger[data-front="true"] .ag-cell-focus').waitFor();
  await window.getByTestId('week-open').click();
  await card.waitFor();
  await window.getByTestId('week-close').click();
  await card.waitFor({ state: 'detached' });
  // Put aside it stays away for the day, also after a restart; its number is there.
  await window.reload();
  await matrixPainted(window);
  await expect.poll(() => window.getByTestId('week-open').innerText()).toMatch(/本周\s*\d+/u);
  expect(await card.count()).toBe(0);

  await window.getByTestId('tab-pages').click();
  await window.getByTestId('page-words').fill('12');
  await window.locator('.page-choice').first().click();
  await window.getByTestId('task-timeline').waitFor();
  await shots('page-task');
  await window.getByTestId('task-timeline').locator('thead .link-button').first().click();
  await window.getByTestId('page-periods').waitFor();
  await shots('page-agency');
  await window.keyboard.press('Alt+ArrowLeft');
  await window.getByTestId('task-timeline').waitFor();
  await window.locator('.page-person .link-button', { hasText: '张三' }).click();
  await window.getByTestId('page-late').or(window.locator('[data-testid^="page-task-"]')).first().waitFor();
  await shots('page-leader');
  await window.keyboard.press('Alt+ArrowLeft');
  await window.keyboard.press('Alt+ArrowRight');
  expect(await window.locator('.page-title h2').innerText()).toBe('张三');

  await window.keyboard.press('Alt+ArrowLeft');
  await window.getByTestId('page-summary').click();
  await window.getByTestId('summary-sentences').waitFor();
  await window.locator('.summary-sentence').first().hover();
  await shots('summary');
  await window.getByTestId('summary-adopt').click();
  await window.getByTestId('summary-dialog').waitFor({ state: 'detached' });
  await expect.poll(() => window.getByTestId('undo').getAttribute('aria-label')).toContain('采用汇总稿');
  await clickMenu(app, 'undo');
  await expect.poll(() => window.getByTestId('undo').getAttribute('aria-label')).not.toContain('采用汇总稿');
});

// The first time a screen opened it was still being fetched, and the arrow keys went nowhere.
test('every screen takes the keys when it comes to the front, also the first time', async () => {
  const desk = aDesk();
  await aYear(desk);
  const { window } = await startProgram(desk);
  const taker = () =>
    window.evaluate(() => document.activeElement?.closest('.screen[data-front="true"]')?.id.replace('screen-', ''));
  for (const screen of SCREENS.slice(1)) {
    await window.keyboard.press('Control+PageDown');
    await expect.poll(taker, { message: screen, timeout: 10_000 }).toBe(screen);
  }
});
