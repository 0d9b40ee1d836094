// Who was asked, who has answered, whom to remind; and a form with heads of somebody's own making.
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { dropFiles } from './drop-files.ts';
import { aDesk, answerDialogs, clickMenu, eventually, keepScreenshot, setWindowSize, stored } from './program.ts';
import { fillForm, itemRow, sendForms, takeReturned } from './returned-forms.ts';
import { openDesk } from './shared-program.ts';

const clipboard = (app: Parameters<typeof clickMenu>[0]) => app.evaluate((electron) => electron.clipboard.readText());

test('回收情况 lists who was asked; a folder comes back; who is missing is copied, reminded and sent the form again', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  await clickMenu(app, 'returns-overview');
  await window.getByTestId('collection-send').waitFor();
  await keepScreenshot(window, 'collection-unsent-1366');
  const forms = await sendForms(program, desk);

  const folder = path.join(desk.folder, '第一批');
  fs.mkdirSync(path.join(folder, '乡镇'), { recursive: true });
  const [one = '', other = ''] = forms;
  await fillForm(one, () => ({ 进展状态: '推进中', 进展情况: '已检查 30 户' }), { into: path.join(folder, '1.xlsx') });
  await fillForm(other, () => ({ 进展状态: '推进中', 进展情况: '已培训 4 场次' }), {
    into: path.join(folder, '乡镇', '2.xlsx'),
  });
  fs.writeFileSync(path.join(folder, '~$1.xlsx'), 'lock');
  await answerDialogs(app, { open: [folder] });
  await clickMenu(app, 'take-folder');
  await window.getByTestId('toast').filter({ hasText: '收到 2 份' }).waitFor();
  expect(stored(desk, 'SELECT count(*) FROM return')).toEqual([[2]]);

  await clickMenu(app, 'returns-overview');
  const count = (filter: string) => window.getByTestId(`collection-filter-${filter}`).locator('b').textContent();
  await expect.poll(() => count('to-review')).toBe('2');
  expect(await count('all')).toBe('25');
  expect(await count('missing')).toBe('23');
  await keepScreenshot(window, 'collection-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'collection-1920');

  await window.getByTestId('collection-filter-missing').click();
  const lines = window.locator('[data-testid="collection-table"] tbody tr');
  await expect.poll(() => lines.count()).toBe(23);
  const first = await lines.first().locator('td').first().textContent();
  await lines.first().click();
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+c');
  const copied = (await clipboard(app)).trim().split('\r\n');
  expect(copied.map((line) => line.split('\t')[0]).slice(0, 2)).toEqual(['单位', first]);
  expect(copied).toHaveLength(3);

  await window.getByTestId('collection-remind').click();
  await window.getByTestId('toast').filter({ hasText: '已复制 2 个单位的催办文字' }).waitFor();
  expect(await clipboard(app)).toMatch(new RegExp(`^${first}：《.+》.+填报表`, 'u'));

  await window.getByTestId('collection-resend').click();
  await window.getByTestId('forms-dialog').waitFor();
  expect(await window.getByTestId('forms-dialog').locator('input[type="checkbox"]:checked').count()).toBe(2);
  await window.keyboard.press('Escape');

  // 催办 opens with the same two agencies ticked.
  await window.getByTestId('collection-remind-screen').click();
  const slips = window.getByTestId('owing-slips');
  await slips.filter({ hasText: '给 2 家按建议开单' }).waitFor();
  await keepScreenshot(window, 'returns-overview-remind');
  await window.getByTestId('tab-returns').click();

  await window.getByTestId('collection-filter-to-review').click();
  await lines.first().click();
  await window.keyboard.press('Enter');
  await window.getByTestId('return-pane').waitFor();
});

test('a column with a head of their own is pointed out once, and the next file of that shape is read by itself', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const forms = await sendForms(program, desk);
  const withOwnHead = async (unit: string, text: string): Promise<string> => {
    const form = forms.find((file) => path.basename(file).startsWith(unit)) ?? '';
    const file = await fillForm(form, (nth) => (nth === 0 ? { 进展情况: text } : null), {
      into: path.join(desk.folder, `${unit}交回.xlsx`),
    });
    await renameHead(file, '进展情况', '县里要的那一栏');
    return file;
  };
  await takeReturned(program, [await withOwnHead('县林业局', '已巡查林区 12 处')]);
  await window.getByTestId('map-columns').click();
  const dialog = window.getByTestId('return-mapping');
  const head = dialog.locator('td', { hasText: '县里要的那一栏' });
  await head.waitFor();
  await keepScreenshot(window, 'return-mapping-1366');
  const column = await head.getAttribute('data-column');
  await window.getByTestId(`mapping-picture-${column}`).selectOption('narrative');
  await window.getByTestId('mapping-take').click();
  await dialog.waitFor({ state: 'detached' });
  await itemRow(window, '已巡查林区 12 处').waitFor();

  await takeReturned(program, [await withOwnHead('县司法局', '已宣讲 6 场')]);
  await itemRow(window, '已宣讲 6 场').waitFor();
  await window.getByTestId('map-columns').click();
  await window.getByText('已沿用上次的对应').waitFor();
});

test('a sheet with no head that is known is refused, and is read once a person has pointed its columns out', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  const tasks = stored(
    desk,
    `SELECT number, title FROM task JOIN assignment ON task_id = task.id JOIN agency ON agency.id = agency_id
     WHERE agency.name = '县林业局' ORDER BY number`,
  );
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表一');
  sheet.addRow(['县林业局2021年12月']);
  sheet.addRow(['甲', '乙', '丙']);
  // Rows of two columns, as asked for above.
  for (const [number, title] of tasks as [number, string][]) sheet.addRow([number, title, `已巡查 ${number} 处林区`]);
  const file = path.join(desk.folder, '县林业局.xlsx');
  await book.xlsx.writeFile(file);
  await takeReturned(program, [file]);
  await window.getByTestId('refused-map').click();
  const dialog = window.getByTestId('return-mapping');
  await dialog.getByText('已巡查').first().waitFor();
  await window.getByTestId('mapping-first-row').fill('2');
  for (const [column, field] of [
    [1, 'number'],
    [2, 'task'],
    [3, 'narrative'],
  ] as const) {
    await window.getByTestId(`mapping-list-${column}`).selectOption(field);
  }
  await keepScreenshot(window, 'return-mapping-pointed-1366');
  await window.getByTestId('mapping-take').click();
  await dialog.waitFor({ state: 'detached' });
  await itemRow(window, '已巡查').waitFor();
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'return-pointed-1920');
});

test('files dropped together are received, a packet of them too, and another data file is compared', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  const [one = '', two = '', three = ''] = await sendForms(program, desk);
  for (const form of [one, two, three])
    await fillForm(form, (nth) => (nth === 0 ? { 进展情况: '已检查 30 户' } : null));
  const received = (count: number) =>
    window
      .getByTestId('toast')
      .filter({ hasText: `收到 ${count} 份` })
      .waitFor();
  await dropFiles(window, one, two);
  await received(2);
  const packet = path.join(desk.folder, '第二批.zip');
  const zip = new JSZip();
  zip.file('县里/交回.xlsx', fs.readFileSync(three));
  fs.writeFileSync(packet, await zip.generateAsync({ type: 'nodebuffer' }));
  await dropFiles(window, packet);
  await received(1);
  expect(stored(desk, 'SELECT state FROM return')).toEqual([['to-review'], ['to-review'], ['to-review']]);

  const other = path.join(desk.folder, '巴公镇.db');
  fs.copyFileSync(desk.dataFile, other);
  await answerDialogs(app, { open: [other] });
  await clickMenu(app, 'take-data-file');
  await window.getByTestId('toast').filter({ hasText: '“巴公镇.db”' }).waitFor();
  await keepScreenshot(window, 'other-data-file-1366');
  expect(stored(desk, 'SELECT count(*) FROM return')).toEqual([[3]]);
});

test('a rule of the review that is switched off stays off', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await clickMenu(app, 'return-rules');
  const rules = window.getByTestId('return-rules');
  const first = rules.getByRole('checkbox').first();
  await first.waitFor();
  await keepScreenshot(window, 'return-rules-1366');
  expect(await first.isChecked()).toBe(true);
  await first.click();
  // One rule is off from the start: the words alone would not tell that this one is by now.
  await eventually(() => stored(desk, 'SELECT active FROM return_rule')).toEqual([[0]]);
  await rules.getByText('已关闭').first().waitFor();
  await eventually(() => first.isChecked()).toBe(false);
  await window.keyboard.press('Escape');
  await clickMenu(app, 'return-rules');
  await first.waitFor();
  expect(await first.isChecked()).toBe(false);
});

async function renameHead(file: string, from: string, to: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  let found = false;
  book.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.value !== from) return;
      cell.value = to;
      found = true;
    }),
  );
  if (!found) throw new Error(`no head ${from}`);
  await book.xlsx.writeFile(file);
}
