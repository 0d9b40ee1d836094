// The end of a month at the office, as a clerk who is new to it lives it: the own table goes to the city, the city's form is
// read, remembered and filled, those who have not reported get their form again, and a second draft is told from the first.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createSample } from '#backend/cases/sample/sample-file.ts';
import { madeForm, row } from '../backend/excel/template/made-forms.ts';
import { SEEDS } from '../helpers/an-office.ts';
import { openExports, textsOf } from './export-dialog.ts';
import {
  aDesk,
  answerDialogs,
  cellOf,
  clickMenu,
  type Desk,
  eventually,
  type Program,
  saved,
  startProgram,
  stored,
} from './program.ts';

const OWN = '报市食安办台账';
const CITY = '市食安办月报表';

/** Where the cursor is, by the name tests know it by. */
const cursor = (window: Page) =>
  expect.poll(() => window.evaluate(() => document.activeElement?.getAttribute('data-testid')));

/** What the city sends: two rows of heads, and below them what the office reported last month. */
async function cityForm(desk: Desk): Promise<string> {
  const tasks = stored(desk, 'SELECT number, title FROM task ORDER BY number LIMIT 12');
  const cells = {
    A1: '附件1',
    A2: '2021年食品安全重点工作进展情况统计表（9月）',
    A3: '填报单位（盖章）：　　　　　　填报时间：',
    ...row(4, ['序号', '重点工作内容', '工作推进情况', null, '完成情况评价']),
    ...row(5, [null, null, '工作进展', '完成率']),
    ...Object.assign(
      {},
      ...tasks.map((task, at) => row(6 + at, [...(task as [number, string]), '9月份正常推进。', 0.6, '正在推进'])),
    ),
    A18: '注：每月25日前报市食安办。',
  };
  const merges = ['A1:E1', 'A2:E2', 'A3:E3', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'A18:E18'];
  const file = path.join(desk.folder, `${CITY}.xlsx`);
  fs.writeFileSync(file, await madeForm({ name: '附表', cells, merges }));
  return file;
}

async function exportOwn({ app, window }: Program, file: string): Promise<readonly string[][]> {
  const dialog = window.getByTestId('export-dialog');
  await answerDialogs(app, { save: file });
  await dialog.getByTestId('export-excel').click();
  await window
    .getByTestId('toast')
    .filter({ hasText: path.basename(file) })
    .waitFor();
  return textsOf(file);
}

test('month end: own table, the city’s form, forms to those missing, and what went out', {
  timeout: 60_000,
}, async () => {
  const desk = aDesk();
  await createSample({ file: desk.dataFile, seedsFolder: SEEDS });
  const program = await startProgram(desk);
  const { app, window } = program;
  const out = (name: string): string => path.join(desk.folder, name);
  await (await cellOf(window, 5, '农业农村局')).click();

  // The city wants other words in the ledger: changed, kept under a name of the office's own, exported.
  const dialog = await openExports(window);
  await dialog.getByTestId('layout-ledger').check();
  await dialog.getByTestId('layout-edit').click();
  const columns = dialog.getByTestId('column-list');
  await columns.getByText('进展情况').first().click();
  await dialog.getByTestId('column-head').fill('工作推进情况');
  await dialog.getByTestId('part-columns').focus();
  await window.keyboard.press('ArrowRight');
  await dialog.getByTestId('words-title').fill('{{年度}}年食品安全工作台账（{{期}}）');
  await dialog.getByTestId('part-look').click();
  await dialog.getByTestId('print-own-paper-A4').check();
  await dialog.getByTestId('layout-save-as').click();
  await window.getByTestId('layout-name').fill(OWN);
  await window.keyboard.press('Enter');
  await eventually(() => stored(desk, 'SELECT name FROM layout')).toEqual([[OWN]]);
  // The cursor is at the layout that was kept, not at the first of the list, not in the cells behind.
  await cursor(window).toBe(await dialog.getByLabel(OWN).getAttribute('data-testid'));
  const first = await exportOwn(program, out('台账一稿.xlsx'));
  expect(first[0]).toEqual(['2021年食品安全工作台账（2021年10月）']);
  expect(first.flat()).toContain('工作推进情况');
  expect(first.flat()).not.toContain('进展情况');
  const said = String(
    stored(desk, "SELECT narrative FROM progress WHERE narrative <> '' AND period_id = 10 LIMIT 1").flat()[0],
  );
  expect(first.flat()).toContain(said);
  await dialog.getByTestId('export-close').click();

  // The city's form: one column is in doubt and settled, the form is remembered; a stray Escape loses nothing.
  await answerDialogs(app, { open: [await cityForm(desk)], save: out('市表10月.xlsx') });
  await clickMenu(app, 'templates');
  await window.getByTestId('template-pick').click();
  const editor = window.getByTestId('template-editor');
  await editor.getByTestId('template-list-E').selectOption('light');
  await window.keyboard.press('Escape');
  await window.getByTestId('confirm-no').click();
  await editor.getByTestId('template-save').click();
  await window.getByTestId('template-fill').click();
  await window.getByTestId('fill-scope').selectOption('lead');
  await window.keyboard.press('Tab');
  await window.getByTestId('fill-start').click();
  await cursor(window).toBe('filled-close');
  await window.keyboard.press('Enter');
  await window.getByTestId('filled-dialog').waitFor({ state: 'detached' });
  const filled = await textsOf(out('市表10月.xlsx'));
  expect(filled.map((line) => line[0])).toEqual([
    '附件1',
    '2021年食品安全重点工作进展情况统计表（10月）',
    expect.stringContaining('填报单位（盖章）：'),
    '序号',
    '工作进展',
    // Rows were added in the looks of those that were there: one for each task.
    ...stored(desk, 'SELECT number FROM task ORDER BY number').flat().map(String),
    '注：每月25日前报市食安办。',
  ]);
  const [led] = stored(
    desk,
    "SELECT narrative, percent FROM progress JOIN assignment USING (task_id, agency_id) WHERE task_id = 2 AND period_id = 10 AND role = 'lead'",
  ) as [string, number][];
  expect(filled[6]?.slice(2)).toEqual([led?.[0], String((led?.[1] ?? 0) / 100), '已完成']);
  expect(filled.flat().filter((text) => text.includes('9月份'))).toEqual([]);
  await window.getByTestId('templates-close').click();

  // Forms to those that have not reported: the sample knows three of them.
  await answerDialogs(app, { open: [desk.folder] });
  await clickMenu(app, 'send-forms');
  await window.getByTestId('forms-whom').selectOption('missing');
  await eventually(() => window.getByTestId('forms-count').innerText()).toBe('已选 3 个单位');
  await window.getByTestId('forms-send').click();
  const forms = () => fs.readdirSync(desk.folder).filter((name) => name.includes('—2021年10月'));
  await eventually(() => forms().length).toBe(3);
  expect(
    forms()
      .map((name) => name.split('—')[0])
      .toSorted(),
  ).toEqual(['县住房和城乡建设管理局', '县工业和信息化局', '县教育局']);

  // A word changes, the second draft goes out: the log has both, and tells one from the other.
  await (await cellOf(window, 5, '农业农村局')).click();
  await window.getByTestId('progress-narrative').fill('已完成耕地土壤排查12处。');
  await window.keyboard.press('Control+Enter');
  await saved(window);
  await openExports(window);
  await exportOwn(program, out('台账二稿.xlsx'));
  await window.keyboard.press('Escape');
  await clickMenu(app, 'sendings');
  const log = window.getByTestId('sendings-dialog');
  const lines = log.locator('tbody tr');
  await eventually(() => lines.count()).toBe(6);
  await log.getByTestId('sendings-search').fill('台账');
  await eventually(() => lines.count()).toBe(2);
  for (const box of await lines.locator('input[type="checkbox"]').all()) await box.check();
  await log.getByTestId('sendings-compare').click();
  const compared = log.getByTestId('sendings-compared');
  await compared.getByText('第 5 项 县农业农村局').first().waitFor();
  expect(await compared.locator('.sendings-sum').textContent()).toMatch(/新增 0 行 · 减少 0 行/u);
  expect(await compared.locator('tbody tr').filter({ hasText: '已完成耕地土壤排查12处。' }).count()).toBe(1);
  await cursor(window).toBe('sendings-back');
  // Escape goes back to the list, where the cursor goes on, and the first draft is written again as it was.
  await window.keyboard.press('Escape');
  await cursor(window).toBe('sendings-compare');
  await answerDialogs(app, { save: out('台账一稿-重印.xlsx') });
  await lines.last().getByText('再次导出…').click();
  await window.getByTestId('toast').filter({ hasText: '台账一稿-重印.xlsx' }).waitFor();
  expect(await textsOf(out('台账一稿-重印.xlsx'))).toEqual(first);
  await window.keyboard.press('Escape');

  // Next month, with the remembered form: from the export dialog, two choices and a file name.
  await openExports(window);
  await answerDialogs(app, { save: out('市表11月.xlsx') });
  await window.getByRole('button', { name: `${CITY}…` }).click();
  await window.getByTestId('fill-period').selectOption('11');
  await window.getByTestId('fill-start').click();
  await window.getByTestId('filled-close').click();
  expect((await textsOf(out('市表11月.xlsx')))[1]).toEqual(['2021年食品安全重点工作进展情况统计表（11月）']);
  expect(stored(desk, 'SELECT DISTINCT what FROM export ORDER BY what')).toEqual(
    [['填报表'], [CITY], [OWN]].toSorted(),
  );
});
