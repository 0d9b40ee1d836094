import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Clerk } from './a-clerk.ts';
import { putOnClipboard } from './clipboard-content.ts';
import { choose, compose } from './input-method.ts';
import {
  aDesk,
  answerDialogs,
  cellOf,
  type Desk,
  keepScreenshot,
  type Program,
  quit,
  setWindowSize,
  startProgram,
  stored,
} from './program.ts';

/** Longer than the usual limit: more than sixty actions, each looked up in the data file. */
const SESSION_LIMIT_MS = 400_000;
/** What a table of two columns, copied in any office program of the fixtures, makes of tasks 14 to 16. */
const PASTED = ['lead', 'lead', '-', 'co-responsible', 'co-responsible', '-', 'cooperating', 'cooperating', 'lead'];

test(
  'a morning of a clerk: sixty actions and more by hand, each in the data file, the last ones after a restart',
  async () => {
    const desk = aDesk();
    const program = await startProgram(desk);
    const clerk = new Clerk(desk, program);
    await types(clerk);
    await fills(clerk);
    await pastes(clerk);
    await findsAndFilters(clerk);
    await edits(clerk, desk);
    await prints(clerk, program, desk);
    await keepScreenshot(program.window, 'session-1366');
    await setWindowSize(program.app, 1920, 1080);
    await keepScreenshot(program.window, 'session-1920');
    await quit(program);

    const again = await startProgram(desk);
    const later = new Clerk(desk, again);
    await takesBack(later);
    expect(clerk.actions + later.actions).toBeGreaterThanOrEqual(60);
  },
  SESSION_LIMIT_MS,
);

/** Marks and words, with Enter and Tab, and pinyin. */
async function types(clerk: Clerk): Promise<void> {
  const { window } = clerk;
  await clerk.chooses(1, '民政局');
  await clerk.does(clerk.type('1', 'Enter'), () => clerk.role(1, '民政局'), 'lead');
  await clerk.does(clerk.type('2', 'Enter'), () => clerk.role(2, '民政局'), 'co-responsible');
  await clerk.does(clerk.type('3', 'Enter'), () => clerk.role(3, '民政局'), 'cooperating');
  await clerk.chooses(7, '民政局');
  await clerk.does(clerk.type('1', 'Tab'), () => clerk.role(7, '民政局'), 'lead');
  await clerk.does(clerk.type('2', 'Tab'), () => clerk.role(7, '文旅局'), 'co-responsible');
  await clerk.does(clerk.type('3', 'Enter'), () => clerk.role(7, '林业局'), 'cooperating');

  const ime = await window.context().newCDPSession(window);
  for (const [task, pinyin, word, role] of [
    [9, 'qiantou', '牵头', 'lead'],
    [10, 'fengong', '分工', 'co-responsible'],
    [11, 'peihe', '配合', 'cooperating'],
  ] as const) {
    await clerk.chooses(task, '民政局');
    const composed = async () => {
      await compose(ime, pinyin);
      await choose(ime, word);
      await window.locator('.cell-input').waitFor();
      await window.keyboard.press('Enter');
    };
    await clerk.does(composed, () => clerk.role(task, '民政局'), role);
  }

  await clerk.chooses(11, '民政局');
  const eleventh = () => clerk.role(11, '民政局');
  await clerk.does(clerk.press('Delete'), eleventh, '-');
  await clerk.does(clerk.press('Control+z'), eleventh, 'cooperating');
  await clerk.does(clerk.press('Control+y'), eleventh, '-');
  await clerk.does(clerk.press('Control+z'), eleventh, 'cooperating');
  await clerk.does(clerk.press('Control+z'), eleventh, '-');
  await clerk.does(clerk.press('Control+y'), eleventh, 'cooperating');
}

/** Ctrl+D, Ctrl+R and Ctrl+Enter over ranges. */
async function fills(clerk: Clerk): Promise<void> {
  const down = () => clerk.roles([1, 2, 3], ['文旅局']);
  await clerk.chooses(1, '文旅局');
  await clerk.does(clerk.type('1', 'Enter'), () => clerk.role(1, '文旅局'), 'lead');
  await clerk.chooses(1, '文旅局', 0, 2);
  await clerk.does(clerk.press('Control+d'), down, ['lead', 'lead', 'lead']);
  await clerk.does(clerk.press('Control+z'), down, ['lead', '-', '-']);
  await clerk.does(clerk.press('Control+y'), down, ['lead', 'lead', 'lead']);
  await clerk.chooses(1, '文旅局', 1, 2);
  const right = () => clerk.roles([1, 2, 3], ['林业局']);
  await clerk.does(clerk.press('Control+r'), right, ['lead', 'lead', 'lead']);
  await clerk.does(clerk.press('Control+z'), right, ['-', '-', '-']);
  const block = () => clerk.roles([1, 2, 3], ['林业局', '司法局']);
  await clerk.chooses(1, '林业局', 1, 2);
  await clerk.does(clerk.type('3', 'Control+Enter'), block, Array(6).fill('cooperating'));
  await clerk.does(clerk.press('Delete'), block, Array(6).fill('-'));
  await clerk.does(clerk.press('Control+z'), block, Array(6).fill('cooperating'));
}

/** Tables of four office programs, plain text, and cells that move. */
async function pastes(clerk: Clerk): Promise<void> {
  const { window } = clerk;
  const table = () => clerk.roles([14, 15, 16], ['民政局', '文旅局', '林业局']);
  const before = table();
  for (const name of ['excel', 'wps', 'libreoffice', 'word']) {
    const html = fs.readFileSync(new URL(`../fixtures/clipboard/${name}.html.txt`, import.meta.url), 'utf8');
    await putOnClipboard(window, { text: '不用这一份', html });
    await clerk.chooses(14, '民政局');
    await clerk.does(clerk.press('Control+v'), table, PASTED);
    await clerk.does(clerk.press('Control+z'), table, before);
  }
  const text = () => clerk.roles([12, 13], ['民政局', '文旅局']);
  await putOnClipboard(window, { text: '●\t○\r\n配合\t★\r\n' });
  await clerk.chooses(12, '民政局');
  await clerk.does(clerk.press('Control+v'), text, ['lead', 'co-responsible', 'cooperating', 'lead']);
  await clerk.does(clerk.press('Control+z'), text, ['-', '-', '-', '-']);
  await clerk.does(clerk.press('Control+y'), text, ['lead', 'co-responsible', 'cooperating', 'lead']);
  const tiled = () => clerk.roles([8, 9, 10], ['文旅局']);
  await putOnClipboard(window, { text: '★' });
  await clerk.chooses(8, '文旅局', 0, 2);
  await clerk.does(clerk.press('Control+v'), tiled, ['lead', 'lead', 'lead']);
  await clerk.does(clerk.press('Control+z'), tiled, ['-', '-', '-']);
  const moved = () => [clerk.role(13, '文旅局'), clerk.role(13, '司法局')];
  await clerk.chooses(13, '文旅局');
  await window.keyboard.press('Control+x');
  await clerk.chooses(13, '司法局');
  await clerk.does(clerk.press('Control+v'), moved, ['-', 'lead']);
  await clerk.does(clerk.press('Control+z'), moved, ['lead', '-']);
}

/** Replacing words everywhere, and typing where a filter or a fold hides the rest. */
async function findsAndFilters(clerk: Clerk): Promise<void> {
  const { window } = clerk;
  const counted = (words: string) =>
    clerk.read(`SELECT count(*) FROM task WHERE title LIKE '%${words}%' OR content LIKE '%${words}%'`);
  const before = counted('监测');
  await window.keyboard.press('Control+h');
  await window.getByTestId('find-words').fill('监测');
  await window.getByTestId('find-scope').selectOption('task');
  await window.getByTestId('replace-words').fill('检测');
  await clerk.does(
    () => window.getByTestId('replace-all').click(),
    () => counted('监测'),
    0,
  );
  await window.getByTestId('find-words').press('Escape');
  await clerk.does(clerk.press('Control+z'), () => counted('监测'), before);

  await window.getByTestId('quick-filter').fill('第20项');
  await window.locator('[row-id="task-1"]').first().waitFor({ state: 'detached' });
  await clerk.chooses(20, '司法局');
  await clerk.does(clerk.type('1', 'Enter'), () => clerk.role(20, '司法局'), 'lead');
  await window.getByTestId('quick-filter').fill('');
  await window.locator('[row-id="task-1"]').first().waitFor();
  await window.locator('[row-id="section-1"] .section-heading').click();
  await window.locator('[row-id="task-1"]').first().waitFor({ state: 'detached' });
  await clerk.chooses(6, '司法局');
  await clerk.does(clerk.type('2', 'Enter'), () => clerk.role(6, '司法局'), 'co-responsible');
  await window.locator('[row-id="section-1"] .section-heading').click();
  await window.locator('[row-id="task-1"]').first().waitFor();
}

/** Rows, notes and progress. */
async function edits(clerk: Clerk, desk: Desk): Promise<void> {
  const { window } = clerk;
  const tasks = () => clerk.read('SELECT count(*) FROM task WHERE removed = 0');
  await clerk.chooses(2, '司法局');
  await (await cellOf(window, 2, '司法局')).click({ button: 'right' });
  await clerk.does(() => window.getByTestId('menu-insert-below').click(), tasks, 54);
  await window.locator('.ag-cell-focus[col-id="title"]').waitFor();
  const title = () => clerk.read('SELECT title FROM task WHERE number = 54');
  await clerk.does(clerk.type('abc', 'Enter'), title, 'abc');
  await (await cellOf(window, 54, '司法局')).click({ button: 'right' });
  await clerk.does(() => window.getByTestId('menu-remove-tasks').click(), tasks, 53);
  await clerk.does(clerk.press('Control+z'), tasks, 54);
  await clerk.does(clerk.press('Control+y'), tasks, 53);

  const order = () =>
    stored(desk, 'SELECT number FROM task WHERE removed = 0 ORDER BY section_id, position LIMIT 4').flat();
  await clerk.chooses(3, '司法局');
  await clerk.does(clerk.press('Alt+Shift+ArrowUp'), order, [1, 3, 2, 4]);
  await clerk.does(clerk.press('Control+z'), order, [1, 2, 3, 4]);
  await clerk.chooses(4, '司法局');
  await clerk.does(clerk.press('F2', '3', 'Enter'), () => clerk.role(4, '司法局'), 'cooperating');

  const note = () => clerk.read('SELECT text FROM note');
  await clerk.chooses(5, '司法局');
  await window.keyboard.press('Shift+F2');
  await window.getByTestId('note-text').fill('等县局回复');
  await clerk.does(() => window.getByTestId('note-text').press('Control+Enter'), note, '等县局回复');
  await clerk.does(clerk.press('Control+z'), note, undefined);
  await clerk.does(clerk.press('Control+y'), note, '等县局回复');

  await clerk.chooses(1, '民政局');
  await window.keyboard.press('Alt+Enter');
  await window.getByTestId('progress-form').waitFor();
  await window.getByTestId('status-in-progress').check({ force: true });
  await window.getByTestId('progress-percent').fill('40');
  const percent = () => clerk.read('SELECT percent FROM progress');
  await clerk.does(() => window.getByTestId('progress-save').click(), percent, 40);
}

/** A PDF of the whole matrix, which changes nothing in the data file. */
async function prints(clerk: Clerk, { app, window }: Program, desk: Desk): Promise<void> {
  const file = path.join(desk.folder, '责任矩阵.pdf');
  const steps = () => clerk.read('SELECT count(*) FROM step');
  const before = steps();
  await answerDialogs(app, { save: file });
  await clerk.chooses(1, '民政局');
  await window.keyboard.press('Control+p');
  await window.getByTestId('printed-page-1').waitFor();
  const print = async () => {
    await window.getByTestId('print-pdf').click();
    await expect.poll(() => fs.existsSync(file), { timeout: 60_000 }).toBe(true);
  };
  await clerk.does(print, steps, before);
  await window.keyboard.press('Escape');
  await window.getByTestId('print-dialog').waitFor({ state: 'detached' });
}

/** After a restart the last steps are undone one by one, and done again. */
async function takesBack(clerk: Clerk): Promise<void> {
  const percent = () => clerk.read('SELECT count(*) FROM progress');
  const note = () => clerk.read('SELECT count(*) FROM note');
  await clerk.chooses(1, '民政局');
  await clerk.does(clerk.press('Control+z'), percent, 0);
  await clerk.does(clerk.press('Control+z'), note, 0);
  await clerk.does(clerk.press('Control+y'), note, 1);
  await clerk.does(clerk.press('Control+y'), percent, 1);
  await clerk.chooses(8, '林业局');
  await clerk.does(clerk.type('1', 'Enter'), () => clerk.role(8, '林业局'), 'lead');
  await clerk.does(clerk.press('Control+z'), () => clerk.role(8, '林业局'), '-');
}
