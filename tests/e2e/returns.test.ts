// The month of an office: forty files come back, and each is gone through by keyboard.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  aDesk,
  eventually,
  keepScreenshot,
  matrixPainted,
  quit,
  saved,
  setWindowSize,
  startProgram,
  stored,
} from './program.ts';
import { fillForm, itemRow, returnLine, sendForms, takeReturned } from './returned-forms.ts';
import { openDesk } from './shared-program.ts';

const PROGRESS = 'SELECT percent, narrative FROM progress ORDER BY id';
const states = 'SELECT state FROM return ORDER BY id';

test('a return is received, its doubt found by F8, its value put right, taken in as one step and taken back', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const [form = ''] = await sendForms(program, desk);
  await fillForm(form, (nth) =>
    nth === 0 ? { 进展状态: '推进中', 完成比例: '1', 进展情况: '已完成 30 批次监测' } : null,
  );
  await takeReturned(program, [form]);
  expect(stored(desk, PROGRESS)).toEqual([]);

  await window.locator('.item-row').first().waitFor();
  await window.keyboard.press('F8');
  const asked = window.locator('.item-row[data-current]');
  await keepScreenshot(window, 'returns-doubt-1366');
  await expect.poll(() => asked.locator('.item-field').textContent()).toBe('完成比例');
  await window.keyboard.press('F2');
  await window.getByTestId('item-editor').fill('300');
  await window.keyboard.press('Enter');
  await window.getByTestId('item-problem').getByText('0 到 100').waitFor();
  await window.getByTestId('item-editor').fill('80');
  await window.keyboard.press('Enter');
  await expect.poll(() => asked.locator('.item-own').textContent()).toBe('80%');
  await expect.poll(() => window.getByTestId('questions-left').textContent()).toBe('没有待处理的疑问');

  // What is being typed is taken in by going on, and by writing.
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await window.getByTestId('item-editor').fill('已完成 31 批次监测');
  await window.keyboard.press('Control+Enter');
  await eventually(() => stored(desk, PROGRESS)).toEqual([[80, '已完成 31 批次监测']]);
  await expect.poll(() => stored(desk, states)).toEqual([['taken']]);
  await saved(window);
  await window.getByTestId('toast').getByText('撤销').first().click();
  await eventually(() => stored(desk, PROGRESS)).toEqual([]);
  await expect.poll(() => stored(desk, states)).toEqual([['to-review']]);
  expect(await window.getByTestId('returns').isVisible()).toBe(true);
});

test('what was decided is still decided after the program was closed and opened', async () => {
  const desk = aDesk();
  const program = await startProgram(desk);
  const [form = ''] = await sendForms(program, desk);
  await fillForm(form, (nth) => (nth === 0 ? { 进展状态: '推进中', 完成比例: '1', 进展情况: '已完成监测' } : null));
  await takeReturned(program, [form]);
  await itemRow(program.window, '进展状态').getByRole('checkbox').uncheck();
  await itemRow(program.window, '完成比例').getByRole('button', { name: '100%' }).click();
  await quit(program);

  const again = await startProgram(desk);
  await expect.poll(() => again.window.getByTestId('returns-waiting').textContent()).toBe('1');
  await again.window.keyboard.press('Control+PageDown');
  await again.window.keyboard.press('Control+PageDown');
  const tick = itemRow(again.window, '进展状态').getByRole('checkbox');
  await tick.waitFor();
  expect(await tick.isChecked()).toBe(false);
  const offer = itemRow(again.window, '完成比例').getByRole('button', { name: '100%' });
  expect(await offer.getAttribute('aria-pressed')).toBe('true');
  await again.window.getByTestId('confirm-file').click();
  await eventually(() => stored(desk, PROGRESS)).toEqual([[100, '已完成监测']]);
});

test('a return that two witnesses give to two agencies waits until a person says whose it is', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const forms = await sendForms(program, desk);
  const form = forms.find((file) => path.basename(file).startsWith('县林业局')) ?? '';
  await fillForm(form, (nth) => (nth === 0 ? { 进展情况: '已巡查林区 12 处' } : null), { unit: '县司法局' });
  await takeReturned(program, [form]);
  await window.getByTestId('held-return').waitFor();
  await keepScreenshot(window, 'returns-held-1366');
  expect(stored(desk, states)).toEqual([['received']]);
  await window.getByTestId('held-agency').selectOption({ label: '县林业局' });
  await window.getByTestId('held-settle').click();
  await itemRow(window, '已巡查林区 12 处').waitFor();
  await returnLine(window, '县林业局').waitFor();
  expect(stored(desk, states)).toEqual([['to-review']]);
});

test('a return goes back with its reasons in a text, and writes nothing', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const [form = ''] = await sendForms(program, desk);
  await fillForm(form, (nth) => (nth === 0 ? { 进展状态: '已完成', 完成比例: 1 } : null));
  await takeReturned(program, [form]);
  await window.getByTestId('send-back').click();
  await window.getByTestId('send-back-own').fill('请补充佐证材料。');
  await expect.poll(() => window.getByTestId('send-back-text').inputValue()).toContain('请补充佐证材料。');
  await keepScreenshot(window, 'returns-send-back-1366');
  await window.getByTestId('send-back-yes').click();
  await eventually(() => stored(desk, states)).toEqual([['sent-back']]);
  expect(stored(desk, PROGRESS)).toEqual([]);
  await window.getByTestId('return-became').getByText('请补充佐证材料。').waitFor();
});

test('a second return is compared with what the agency told last, and one that was taken goes back as a whole', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  const [form = ''] = await sendForms(program, desk);
  const told = '已召开专题会议安排部署，培训人员 40 人次，发放资料 500 份。';
  await fillForm(form, (nth) => (nth === 0 ? { 进展状态: '推进中', 进展情况: told } : null));
  await takeReturned(program, [form]);
  await window.getByTestId('confirm-file').click();
  await eventually(() => stored(desk, states)).toEqual([['taken']]);

  const again = path.join(desk.folder, `更正 ${path.basename(form)}`);
  await fillForm(form, (nth) => (nth === 0 ? { 进展情况: told.replace('40', '52') } : null), { into: again });
  await takeReturned(program, [again]);
  await expect.poll(() => window.getByTestId('return-version').textContent()).toBe('第2次报送');
  const changed = itemRow(window, '进展情况');
  expect(await changed.locator('del').allTextContents()).toEqual(['40']);
  expect(await changed.locator('ins').allTextContents()).toEqual(['52']);
  expect(await window.locator('.item-row').count()).toBe(1);
  await window.getByTestId('review-items').click();
  await keepScreenshot(window, 'returns-second-1366');
  await window.getByTestId('confirm-file').click();
  await eventually(() => stored(desk, states)).toEqual([['taken'], ['taken']]);

  await window.getByTestId('returns-taken').click();
  await window.locator('.return-line').first().click();
  // What it wrote then stands, though the second one wrote something else since.
  await window.getByTestId('written-cells').getByText('培训人员 40 人次').waitFor();
  await window.getByTestId('take-back').click();
  await window.getByTestId('take-back-all').waitFor();
  await keepScreenshot(window, 'returns-take-back-1366');
  await window.getByTestId('take-back-all').click();
  await eventually(() => stored(desk, PROGRESS)).toEqual([]);
});

test('a foreign file is refused with a sentence, and its line stays in the list', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const foreign = path.join(desk.folder, '照片.xlsx');
  fs.writeFileSync(foreign, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]));
  await takeReturned(program, [foreign]);
  await program.window.getByTestId('refused-return').getByText('照片.xlsx').waitFor();
  await keepScreenshot(program.window, 'returns-refused-1366');
});

test.each(['1.25', '1.5'])('nothing of a return is cut at a Windows scaling of %s', async (scale) => {
  const desk = aDesk();
  const program = await startProgram(desk, {
    before: [`--force-device-scale-factor=${scale}`],
    size: { width: Math.floor(1366 / Number(scale)), height: Math.floor(768 / Number(scale)) },
  });
  const { window } = program;
  const [form = ''] = await sendForms(program, desk);
  await fillForm(form, (nth) => (nth < 2 ? { 进展状态: '推进中', 完成比例: '1', 进展情况: '已完成监测' } : null));
  await takeReturned(program, [form]);
  await window.locator('.item-row').first().waitFor();
  await keepScreenshot(window, `returns-scaling-${scale}`);
  const cut = await window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.returns-views *')]
      .filter((element) => element.closest('.sheet-picture') === null && !element.closest('.visually-hidden'))
      .filter((element) => {
        const style = getComputedStyle(element);
        const isCut = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis';
        const box = element.getBoundingClientRect();
        return box.right > innerWidth + 1 || (isCut && element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => `${element.className}: ${element.textContent?.slice(0, 20)}`),
  );
  expect(cut).toEqual([]);
});

test('forty files open at once, and all that is reviewed is written as one step and taken back', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  const forms = await sendForms(program, desk);
  const full = (file: number) => (nth: number) => ({
    进展状态: nth % 3 === 0 ? '已完成' : '推进中',
    完成比例: file % 5 === 0 && nth === 1 ? '1' : 0.75,
    进展情况: `已推广农艺调控面积 ${3200 + file} 亩，发放技术明白纸 ${1500 + nth} 份，开展培训 4 场次。`,
    存在问题: '部分乡镇人员不足，资金未到位。',
    下步措施: '加快进度，逐户核对，月底前完成。',
  });
  for (const [index, form] of forms.entries()) await fillForm(form, full(index));
  const seconds = await Promise.all(
    forms
      .slice(0, 15)
      .map((form, index) =>
        fillForm(form, full(index + 100), { into: path.join(desk.folder, `第二次 ${path.basename(form)}`) }),
      ),
  );
  await takeReturned(program, [...forms, ...seconds]);
  await window.locator('.item-row').first().waitFor();
  await keepScreenshot(window, 'returns-forty-1366');
  await window.keyboard.press('F8');
  await keepScreenshot(window, 'returns-forty-doubt-1366');
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'returns-forty-1920');

  const ms = await window.evaluate(async () => {
    const lines = [...document.querySelectorAll<HTMLElement>('.return-line.return-state-to-review')];
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const times: number[] = [];
    for (const line of lines) {
      const start = performance.now();
      line.click();
      await frame();
      times.push(performance.now() - start);
    }
    return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  });
  await window.reload();
  await matrixPainted(window);
  await window.getByTestId('returns-waiting').waitFor();
  const openMs = await window.evaluate(async () => {
    const start = performance.now();
    document.querySelector<HTMLElement>('[data-testid="tab-returns"]')?.click();
    return new Promise<number>((resolve) => {
      const look = () => {
        if (document.querySelector('.item-row')) resolve(performance.now() - start);
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  console.log(`the screen opens on forty files in ${Math.round(openMs)} ms`);
  console.log(`a file of forty opens in ${Math.round(ms)} ms`);
  expect(ms).toBeLessThan(300);

  const before = stored(desk, 'SELECT count(*) FROM progress');
  await window.getByTestId('confirm-reviewed').click();
  await eventually(() => stored(desk, "SELECT count(*) > 0 FROM return WHERE state = 'taken'")).toEqual([[1]]);
  await saved(window);
  await window.keyboard.press('Control+z');
  await eventually(() => stored(desk, 'SELECT count(*) FROM progress')).toEqual(before);
});
