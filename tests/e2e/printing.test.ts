import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type PdfPages, readPdfPages } from './pdf-pages.ts';
import { aDesk, answerDialogs, type Desk, keepScreenshot, type Program, setWindowSize } from './program.ts';
import { openDesk } from './shared-program.ts';

const A4_LANDSCAPE = '842 x 595';
const A3_LANDSCAPE = '1191 x 842';

async function openPreview(window: Page): Promise<void> {
  await window.keyboard.press('Control+p');
  await window.getByTestId('printed-page-1').waitFor();
}

/** A task's number and title at the beginning of a printed line. */
const TASK_LINE = /^(\d{1,2}) ([^\s\d●○△]{2,})/mu;

/** Saves the previewed pages and reads the PDF back. */
async function savedPdf({ app, window }: Program, desk: Desk, name: string): Promise<PdfPages> {
  const file = path.join(desk.folder, `${name}.pdf`);
  await answerDialogs(app, { save: file });
  await window.getByTestId('print-pdf').click();
  await window
    .getByTestId('toast')
    .filter({ hasText: `${name}.pdf` })
    .waitFor();
  return readPdfPages(file);
}

test('the matrix is printed on A3 with its title, heads on every page, page numbers and the marks explained', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { app, window } = program;
  await openPreview(window);
  await keepScreenshot(window, 'print-preview-1366');
  const { pages, size, title } = await savedPdf(program, desk, '责任矩阵-A3');
  expect(size).toBe(A3_LANDSCAPE);
  const shown = await window.getByTestId('print-summary').textContent();
  expect(shown).toContain(`共 ${pages.length} 页`);
  expect(title).toBe('泽州县2021年食品安全重点工作安排责任矩阵');
  expect(pages[0]).toContain(title);
  expect(pages[0]).toMatch(/填报单位：.+填报日期：/u);
  pages.forEach((page, index) => {
    expect(page).toContain('工作任务');
    expect(page).toContain('县政府部门');
    expect(page).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
    expect(page).toContain('● 牵头 ○ 按职责分工负责 △ 配合');
  });
  // All 53 tasks, each once, in their order.
  const numbers = pages.flatMap((page) =>
    [...page.matchAll(new RegExp(TASK_LINE, 'gmu'))].map(([, digits]) => Number(digits)),
  );
  expect(numbers).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
  await setWindowSize(app, 1920, 1080);
  await keepScreenshot(window, 'print-preview-1920');
  // The hidden window that printed is gone.
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('in readable letters on A4 the columns go over several pages, each with number and task in front', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  await openPreview(window);
  await window.getByTestId('print-paper-A4').check();
  await window.getByTestId('print-fit-readable').check();
  await window.getByTestId('print-lights').check();
  await window.getByTestId('print-ink-colour').check();
  await window.getByTestId('print-summary').filter({ hasText: '各列分 2 组' }).waitFor();
  await keepScreenshot(window, 'print-readable-1366');
  const { pages, size } = await savedPdf(program, desk, '责任矩阵-A4-清晰');
  expect(size).toBe(A4_LANDSCAPE);
  expect(pages.length % 2).toBe(0);
  const half = pages.length / 2;
  for (const [index, page] of pages.slice(half).entries()) {
    expect(page).toContain('工作任务');
    // The same tasks as on the page that lies to the left of it.
    const first = TASK_LINE.exec(page);
    expect(first?.[2]).toBeDefined();
    expect(pages[index]).toContain(first?.[2] ?? '');
  }
  expect(pages.join('')).toContain('临 临近时限');
});

test('only what the matrix shows is printed, and everything when asked', async () => {
  const desk = aDesk();
  const { window } = await openDesk(desk);
  await window.getByTestId('quick-filter').fill('公安局');
  await expect.poll(() => window.locator('.ag-row[row-id^="task-"]').count()).toBeLessThan(20);
  await openPreview(window);
  const filtered = await window.getByTestId('printed-page-1').locator('tbody tr').count();
  await window.getByTestId('print-scope-all').check();
  await expect.poll(() => window.getByTestId('printed-page-1').locator('tbody tr').count()).toBeGreaterThan(filtered);
});

test('every other table is printed too, a list for each agency with all of them', async () => {
  const desk = aDesk();
  const program = await openDesk(desk);
  const { window } = program;
  await openPreview(window);
  for (const [layout, head] of [
    ['decomposition', '牵头单位'],
    ['ledger', '进展情况'],
    ['summary', '报送率'],
    ['reports', '排名'],
    ['late', '事由'],
    ['agency-tasks', '责任'],
  ] as const) {
    await window.getByTestId(`print-layout-${layout}`).check();
    await window.getByTestId('printed-page-1').getByText(head, { exact: true }).waitFor();
    const { pages } = await savedPdf(program, desk, layout);
    for (const page of pages) expect(page).toContain(head);
  }
});

test('printing goes to the dialog of the system with paper, direction and colour already chosen', async () => {
  const { app, window } = await openDesk(aDesk());
  // The system's dialog is the one thing that is not real here.
  await app.evaluate(({ app: electronApp }) => {
    electronApp.once('web-contents-created', (_event, contents) => {
      contents.print = (options, callback) => {
        Object.assign(globalThis, { printed: options });
        callback?.(true, '');
      };
    });
  });
  await openPreview(window);
  await window.getByTestId('print-paper').click();
  await window.getByTestId('toast').filter({ hasText: '已送往打印机' }).waitFor();
  const options = await app.evaluate(() => (globalThis as { printed?: unknown }).printed);
  expect(options).toMatchObject({ silent: false, pageSize: 'A3', landscape: true, color: false });
});
