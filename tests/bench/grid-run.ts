import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { installProbe } from './pages/grid-probe.ts';

const BARE_MAIN = fileURLToPath(new URL('pages/bare-main.cjs', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const WINDOW_TIMEOUT_MS = 120_000;
const SCROLL_MS = 2_000;
/** Three rows and two columns a frame: a fast wheel. */
const STEP_PX = { x: 60, y: 84 } as const;
const FOCUS_MOVES = 60;
/** 100 × 100 cells. */
const PASTED_SIDE = 100;
const PASTED_MARK = '△';
const TYPED = 20;
/** Frames as fast as they can be made, so that a delay is work and not the wait for the next frame of the screen. */
const UNCAPPED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export type Launch = { readonly app: ElectronApplication; readonly page: Page };

/** What one run of one program showed. Times in ms, memory in MB. */
export type GridRun = {
  readonly painted: number;
  readonly fpsDown: number;
  readonly fpsAcross: number;
  readonly memory: number;
  readonly cells: number;
};

export type KeyDelays = { readonly focus: readonly number[]; readonly typing: readonly number[] };

export type Start = { readonly args: readonly string[]; readonly uncapped: boolean };

export const ours = (dataFile: string, userData: string): readonly string[] => [
  PROJECT,
  `--data-file=${dataFile}`,
  `--user-data-dir=${userData}`,
];

export const bare = (page: string, size: string, userData: string): readonly string[] => [
  BARE_MAIN,
  `--page=${path.resolve(page)}`,
  `--size=${size}`,
  `--user-data-dir=${userData}`,
];

/** Starts a program, waits for its painted matrix, and ends it afterwards. */
export async function withProgram<Result>(start: Start, work: (launch: Launch) => Promise<Result>): Promise<Result> {
  const args = [...(start.uncapped ? UNCAPPED : []), ...start.args];
  const app = await _electron.launch({ args, timeout: WINDOW_TIMEOUT_MS });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => performance.getEntriesByName('zeren:matrix-painted').length > 0, undefined, {
      timeout: WINDOW_TIMEOUT_MS,
    });
    await page.evaluate(installProbe);
    return await work({ app, page });
  } finally {
    await app.close();
  }
}

/** First render, scrolling and memory. */
export async function measureRun({ app, page }: Launch): Promise<GridRun> {
  const painted = (await page.evaluate(() => window.gridProbe.painted())) ?? Number.NaN;
  const cells = await page.evaluate(() => window.gridProbe.cells());
  const fps = (axis: 'x' | 'y') =>
    page.evaluate(([way, step, ms]) => window.gridProbe.scroll(way, step, ms), [
      axis,
      STEP_PX[axis],
      SCROLL_MS,
    ] as const);
  const fpsDown = await fps('y');
  const fpsAcross = await fps('x');
  const metrics = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics());
  const pages = metrics.filter(({ type }) => type === 'Tab');
  const memory = pages.reduce((sum, { memory: used }) => sum + used.workingSetSize, 0) / 1024;
  return { painted, fpsDown, fpsAcross, memory, cells };
}

/** From a key to the paint of what it did: moving the focus, and opening a cell with the first letter. */
export async function measureKeys({ page }: Launch): Promise<KeyDelays> {
  await page.locator('.ag-row[row-index="1"] .ag-cell').nth(6).click();
  const focus = await delaysOf(page, FOCUS_MOVES, async (nth) => {
    await page.keyboard.press(nth % 20 < 10 ? 'ArrowDown' : 'ArrowUp');
  });
  const typing: number[] = [];
  for (let nth = 0; nth < TYPED; nth++) {
    typing.push(...(await delaysOf(page, 1, () => page.keyboard.press('1'))));
    await page.keyboard.press('Escape');
  }
  return { focus, typing };
}

async function delaysOf(page: Page, times: number, press: (nth: number) => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => window.gridProbe.takeDelays());
  const delays: number[] = [];
  for (let nth = 0; nth < times; nth++) {
    await press(nth);
    await page.waitForTimeout(30);
    delays.push(...(await page.evaluate(() => window.gridProbe.takeDelays())));
  }
  return delays;
}

/**
 * From Ctrl+V to 10,000 marks that the window calls stored and shows in every cell on the screen (ms). The block is
 * laid over the upper left corner of the matrix.
 */
export async function measurePaste({ app, page }: Launch): Promise<number> {
  const line = Array.from({ length: PASTED_SIDE }, () => PASTED_MARK).join('\t');
  const block = Array.from({ length: PASTED_SIDE }, () => line).join('\r\n');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), block);
  await page.locator('.ag-row[row-id="task-1"] .ag-cell[col-id^="agency-"]').first().click();
  const pasted = page.evaluate(
    (mark) =>
      new Promise<number>((resolve) => {
        const isShown = () =>
          document.querySelector('[data-testid="save-state"][data-state="saved"]') !== null &&
          [...document.querySelectorAll('.ag-row[row-id^="task-"] .ag-cell[col-id^="agency-"]')].every((cell) =>
            cell.textContent.startsWith(mark),
          );
        const wait = (from: number) =>
          requestAnimationFrame(() => (isShown() ? resolve(performance.now() - from) : wait(from)));
        window.addEventListener('keydown', ({ key, timeStamp }) => key === 'v' && wait(timeStamp), true);
      }),
    PASTED_MARK,
  );
  await page.keyboard.press('Control+v');
  return await pasted;
}
