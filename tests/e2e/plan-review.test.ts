import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docx, paragraph } from '#tests/backend/documents/docx-of.ts';
import { seedParagraphs } from '#tests/backend/documents/seed-documents.ts';
import {
  aDesk,
  answerDialogs,
  clickMenu,
  type Desk,
  eventually,
  keepScreenshot,
  quit,
  setWindowSize,
  startProgram,
  stored,
  storedRole,
} from './program.ts';
import { openDesk } from './shared-program.ts';

/** Next year's plan as the office gets it: a Word document with two units the directory does not know. */
function aDocument(desk: Desk): string {
  const file = path.join(desk.folder, '泽州县2022年食品安全重点工作安排.docx');
  const lines = seedParagraphs().map((line) =>
    line.replaceAll('2021', '2022').replaceAll('县教育局', '县教育和体育局').replaceAll('县林业局', '县林业和草原局'),
  );
  fs.writeFileSync(file, docx(lines.map((line) => paragraph(line)).join('')));
  return file;
}

test('a Word document is read, its doubts walked, a role corrected, and the plan is there after a restart', async () => {
  const desk = aDesk();
  const program = await startProgram(desk);
  const { app, window } = program;
  const created = path.join(desk.folder, '2022年.db');
  await answerDialogs(app, { open: [aDocument(desk)], save: created });
  await clickMenu(app, 'read-document');
  await window.getByTestId('plan-review').waitFor();
  await window.getByTestId('review-task-1').waitFor();
  await keepScreenshot(window, 'plan-review-1366');

  const count = async () => Number(/\d+/u.exec(await window.getByTestId('doubt-count').innerText())?.[0] ?? 0);
  const before = await count();
  expect(before).toBeGreaterThan(0);
  await window.keyboard.press('F8');
  await window.getByTestId('doubt-now').waitFor();
  await keepScreenshot(window, 'plan-review-doubt-1366');
  await window.getByTestId('doubt-actions').getByRole('button').last().click();
  await eventually(count).toBe(before - 1);
  // The rest kind by kind, as a clerk does with another county's units.
  for (let kinds = 0; (await count()) > 0 && kinds < 20; kinds++) {
    const all = window.getByTestId('doubt-actions').getByRole('button', { name: /^(?:全部新增|同类全部)/u });
    const one = window.getByTestId('doubt-actions').getByRole('button').last();
    await ((await all.count()) > 0 ? all : one).click();
  }
  await window.getByTestId('doubt-count').filter({ hasText: '没有未核对的疑点' }).waitFor();

  await window.getByTestId('review-tasks').hover();
  await window.mouse.wheel(0, -100_000);
  await window.getByTestId('review-task-1').getByRole('button').first().click();
  const editor = window.getByTestId('task-editor');
  await editor.getByTestId('add-agency').fill('xgaj');
  await window.getByRole('option', { name: '县公安局' }).click();
  await editor.getByTestId('role-of-县公安局').waitFor();
  await editor.getByTestId('change-role-of-县公安局').click();
  await window.getByTestId('set-co-responsible').click();
  await keepScreenshot(window, 'plan-review-edit-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'plan-review-edit-1920');

  // What is being typed is taken when F8 leaves the task, and when the button is pressed at once.
  await editor.getByTestId('task-title').fill('建立追溯体系');
  await window.keyboard.press('F8');
  await window.getByTestId('review-tasks').hover();
  await window.mouse.wheel(0, -100_000);
  await window.getByTestId('head-title').fill('泽州县2022年食品安全工作');

  await window.getByTestId('plan-create').click();
  await window.getByTestId('plan-name').filter({ hasText: '2022年食品安全工作' }).waitFor();
  expect(stored({ ...desk, dataFile: created }, 'SELECT title FROM task WHERE number = 1')).toEqual([['建立追溯体系']]);
  const next: Desk = { ...desk, dataFile: created };
  expect(stored(next, 'SELECT count(*) FROM task')).toEqual([[53]]);
  await quit(program);

  const again = await startProgram(next);
  await again.window.getByTestId('plan-name').filter({ hasText: '2022年食品安全工作' }).waitFor();
  expect(storedRole(next, 1, '县公安局')).toBe('co-responsible');
  expect(stored(desk, 'SELECT count(*) FROM step')).toEqual([[1]]);
});

test('a review that is cancelled asks once when something was changed, and leaves nothing', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  await answerDialogs(app, { open: [aDocument(desk)] });
  const files = fs.readdirSync(desk.folder);
  await clickMenu(app, 'read-document');
  await window.getByTestId('review-task-1').getByRole('button').first().click();
  await window.getByTestId('task-remove').click();
  await window.getByTestId('plan-review-cancel').click();
  await window.getByTestId('confirm-no').click();
  await window.getByTestId('review-undo').click();
  await window.getByTestId('task-editor').waitFor();
  await window.getByTestId('plan-review-cancel').click();
  await window.getByTestId('plan-review').waitFor({ state: 'hidden' });
  expect(fs.readdirSync(desk.folder)).toEqual(files);
  expect(stored(desk, 'SELECT count(*) FROM step')).toEqual([[1]]);
});

test('a newer version of the plan is taken in, change by change, and taken back with one undo', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const file = path.join(desk.folder, '修订版.docx');
  const lines = seedParagraphs()
    .filter((line) => !line.includes('（二）健全完善冷链运输'))
    .map((line) => line.replace('严格进口冷链食品管控', '从严管控进口冷链食品').replace('每季度', '每月'))
    .map((line) => line.replace('〔县农业农村局〕', '〔县农业农村局牵头，县公安局配合〕'));
  fs.writeFileSync(file, docx(lines.map((line) => paragraph(line)).join('')));
  const roles = 'SELECT count(*) FROM assignment JOIN task ON task.id = task_id WHERE number = 5 AND removed = 0';
  const before = stored(desk, roles);
  await answerDialogs(app, { open: [file] });
  // Read as a plan of its own: the program sees that it is a newer version of the open one.
  await clickMenu(app, 'read-document');
  await window.getByTestId('review-as-revision').click();
  await window.getByTestId('change-removed-2').waitFor();
  await keepScreenshot(window, 'plan-revision-1366');
  await window.getByTestId('change-removed-2').getByRole('checkbox').click();
  await window.getByTestId('plan-create').click();
  await window.getByTestId('confirm-yes').click();
  await window.getByTestId('toast').filter({ hasText: '已应用修订' }).waitFor();
  await window.getByTestId('plan-review').waitFor({ state: 'hidden' });
  await eventually(() => stored(desk, 'SELECT count(*) FROM task WHERE removed = 0')).toEqual([[53]]);
  expect(stored(desk, roles)).not.toEqual(before);
  expect(stored(desk, 'SELECT title FROM section ORDER BY ordinal LIMIT 1')).toEqual([['从严管控进口冷链食品']]);
  await window.getByTestId('undo').click();
  await eventually(() => stored(desk, roles)).toEqual(before);
  expect(stored(desk, 'SELECT title FROM section ORDER BY ordinal LIMIT 1')).toEqual([['严格进口冷链食品管控']]);
});

test('text from the clipboard: a repair is refused, a bracket taken as duty, forgotten words made a task', async () => {
  const desk = aDesk();
  const { app, window } = await openDesk(desk);
  const text = [
    '测试县2021年重点工作安排',
    '一、民生',
    '1.新建3所幼儿园。（县教育局牵头，县民政局配合',
    '2.召开总结会议（会议由局办公室组织，配合安排车辆）。',
    '二、其他事项',
    '县交通运输局负责修好农村公路。',
    '3.改造老旧小区。（县民政局负责）',
  ].join('\n');
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await clickMenu(app, 'read-clipboard');
  await window.getByTestId('review-tab-doubts').click();
  const doubt = (words: string) => window.getByTestId('review-doubts').getByRole('button', { name: words });
  const act = (words: string) => window.getByTestId('doubt-actions').getByRole('button', { name: words }).click();

  await doubt('读取时修改').click();
  await act('按原文读');
  await window.getByTestId('doubt-actions').getByRole('button', { name: '还是修改' }).waitFor();
  await doubt('未列为责任').click();
  await act('列为责任单位');
  await doubt('未列为责任').waitFor({ state: 'hidden' });

  // The words are chosen as with a mouse: from the beginning of their line to its end.
  const line = window.getByTestId('review-source').getByText('县交通运输局负责修好农村公路。');
  await line.click({ clickCount: 3 });
  const tasks = async () => Number(/\d+/u.exec(await window.getByTestId('review-tab-tasks').innerText())?.[0]);
  const before = await tasks();
  await window.getByTestId('source-as-task').click();
  await eventually(tasks).toBe(before + 1);
  await keepScreenshot(window, 'plan-review-added-1366');
  await window.getByTestId('review-undo').click();
  await eventually(tasks).toBe(before);
});

test('a document dropped on the window is read; a file that a script made up is not', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  const file = aDocument(desk);
  await window.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'hand' });
    document.body.append(input);
  });
  await window.locator('#hand').setInputFiles(file);
  const drop = (fromHand: boolean) =>
    window.evaluate((isReal) => {
      const input = document.querySelector<HTMLInputElement>('#hand');
      const real = input?.files?.[0];
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(isReal && real ? real : new File(['一、'], '编造.docx'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, fromHand);
  await drop(false);
  await window.getByTestId('toast').filter({ hasText: '没有读取任何文件' }).waitFor();
  await drop(true);
  await window.getByTestId('plan-review').waitFor();
});
