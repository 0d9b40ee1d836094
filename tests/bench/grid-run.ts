import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { installProbe } from './pages/grid-probe.ts';

const BARE_MAIN = fileURLToPath(new URL('pages/bare-main.cjs', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const WINDOW_TIMEOUT_MS = 120_000;
/** After the first paint both programs load and clean up a little more; scrolling is measured when that is over. */
const REST_MS = 3_000;
const SCROLL_MS = 2_000;
/** Three rows and two columns a frame: a fast wheel. */
const STEP_PX = { x: 60, y: 84 } as const;
const FOCUS_MOVES = 60;
/** 100 × 100 cells. */
const CHANGED_SIDE = 100;
const PASTED_MARK = '△';
const FILLED_MARK = '○';
const SAVED = '[data-testid="save-state"][data-state="saved"]';
const TYPED = 20;
/** Frames as fast as they can be made, so that a delay is work and not the wait for the next frame of the screen. */
const UNCAPPED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export type Launch = { readonly app: ElectronApplication; readonly page: Page };

/** What one run of one program showed. Times in ms, memory in MB. */
export type GridRun = {
  /** From the rows in the page's memory to their paint. */
  readonly firstRender: number;
  /** From the opening of the page to the paint; ours reads the data file meanwhile, the bare page a script. */
  readonly opened: number;
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
  const at = async (mark: string) => (await page.evaluate((name) => window.gridProbe.at(name), mark)) ?? Number.NaN;
  const opened = await at('zeren:matrix-painted');
  const firstRender = opened - (await at('zeren:matrix-read'));
  const cells = await page.evaluate(() => window.gridProbe.cells());
  await page.waitForTimeout(REST_MS);
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
  return { firstRender, opened, fpsDown, fpsAcross, memory, cells };
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
  const line = Array.from({ length: CHANGED_SIDE }, () => PASTED_MARK).join('\t');
  const block = Array.from({ length: CHANGED_SIDE }, () => line).join('\r\n');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), block);
  await firstCell(page).click();
  return untilStored(page, 'v', PASTED_MARK);
}

/** The same for Ctrl+D over as many cells, below a first row with another mark. */
export async function measureFill({ app, page }: Launch): Promise<number> {
  const line = Array.from({ length: CHANGED_SIDE }, () => FILLED_MARK).join('\t');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), line);
  await firstCell(page).click();
  await page.keyboard.press('Control+v');
  await page.locator(SAVED).waitFor();
  // The pasted row is selected; 100 rows more make 10,000 changed cells.
  for (let row = 0; row < CHANGED_SIDE; row++) await page.keyboard.press('Shift+ArrowDown');
  return untilStored(page, 'd', FILLED_MARK);
}

function firstCell(page: Page) {
  return page.locator('.ag-row[row-id="task-1"] .ag-cell[col-id^="agency-"]').first();
}

/** Presses Ctrl and a key. @returns ms until the change is stored and every changed cell in the page shows the mark */
async function untilStored(page: Page, key: string, mark: string): Promise<number> {
  const done = page.evaluate(
    ([pressed, wanted, saved, last]) =>
      new Promise<number>((resolve) => {
        // Tasks and agencies of the made-up plan are numbered in the order in which they are shown.
        const isChanged = (element: Element, id: string) => Number(element.getAttribute(id)?.split('-')[1]) <= last;
        const isShown = () =>
          document.querySelector(saved) !== null &&
          [...document.querySelectorAll('.ag-row[row-id^="task-"]')]
            .filter((row) => isChanged(row, 'row-id'))
            .flatMap((row) => [...row.querySelectorAll('.ag-cell[col-id^="agency-"]')])
            .every((cell) => !isChanged(cell, 'col-id') || cell.textContent.startsWith(wanted));
        const wait = (from: number) =>
          requestAnimationFrame(() => (isShown() ? resolve(performance.now() - from) : wait(from)));
        window.addEventListener('keydown', (event) => event.key === pressed && wait(event.timeStamp), true);
      }),
    [key, mark, SAVED, CHANGED_SIDE] as const,
  );
  await page.keyboard.press(`Control+${key}`);
  return await done;
}
