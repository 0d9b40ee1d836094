import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { createPlanFile } from '#backend/cases/plan/create-data-file.ts';
import { buildBarePage, fillBarePage, readBareMatrix } from './bare-page.ts';
import { type Figure, figure } from './figure.ts';
import { median } from './stats.ts';

const RUNS = 10;
const PAINTED = 'zeren:matrix-painted';
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = fileURLToPath(new URL('pages/', import.meta.url));
const WINDOW_TIMEOUT_MS = 30_000;

/** Moments of a start, in ms since the process was started. */
export type Marks = { readonly firstPaint: number; readonly painted: number | null };

/**
 * From starting the process to the window's first paint, and to the painted matrix (ms), against a bare Electron
 * window and a bare React + AG Grid page with the same matrix in it. The three take turns; the first round is not counted.
 */
export async function benchStartup(): Promise<readonly Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-bench-'));
  try {
    const dataFile = path.join(folder, '责任矩阵.db');
    const made = { at: new Date().toISOString(), client: 'window', manner: 'document' } as const;
    await createPlanFile({ file: dataFile, seedsFolder: path.join(PROJECT, 'seeds'), made });
    const samples = await measureStarts(folder, dataFile, RUNS);
    const firstPaint = (name: keyof typeof samples) => median(samples[name].map((marks) => marks.firstPaint));
    const painted = (name: keyof typeof samples) => median(samples[name].map((marks) => marks.painted ?? Number.NaN));
    const note = `median of ${RUNS}, taking turns`;
    return [
      figure({
        name: "start to the window's first paint",
        unit: 'ms',
        ours: firstPaint('ours'),
        peer: firstPaint('bare'),
        against: 'bare Electron window',
        atMost: 1.2,
        note,
      }),
      figure({
        name: 'start to the painted matrix',
        unit: 'ms',
        ours: painted('ours'),
        peer: painted('grid'),
        against: 'bare React + AG Grid page, data in the page',
        atMost: 1.1,
        note,
      }),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts a bare window, a bare page with the matrix of a data file in it, and the program on that file, taking turns; the
 * first round is not counted.
 *
 * @param folder for what is made; the caller's to remove
 */
export async function measureStarts(
  folder: string,
  dataFile: string,
  runs: number,
): Promise<Readonly<Record<'bare' | 'grid' | 'ours', readonly Marks[]>>> {
  const matrix = { ...(await readBareMatrix(dataFile)), measures: null };
  const gridPage = fillBarePage(await buildBarePage(folder), matrix);
  const bareMain = path.join(PAGES, 'bare-main.cjs');
  const userData = (name: string) => `--user-data-dir=${path.join(folder, name)}`;
  const starts = {
    bare: () => start([bareMain, userData('bare')], false),
    grid: () => start([bareMain, `--page=${gridPage}`, userData('grid')], true),
    ours: () => start([PROJECT, `--data-file=${dataFile}`, userData('ours')], true),
  };
  const samples = { bare: [] as Marks[], grid: [] as Marks[], ours: [] as Marks[] };
  for (let run = 0; run <= runs; run++) {
    for (const name of ['bare', 'grid', 'ours'] as const) {
      const marks = await starts[name]();
      if (run > 0) samples[name].push(marks);
    }
  }
  return samples;
}

async function start(args: readonly string[], hasGrid: boolean): Promise<Marks> {
  // The electron package's main export is the path of its executable when required from Node.
  const electron = createRequire(import.meta.url)('electron') as string;
  const started = Date.now();
  const child = spawn(electron, [...args, '--remote-debugging-port=0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const browser = await chromium.connectOverCDP(await devToolsUrl(child));
    const context = browser.contexts()[0];
    if (!context) throw new Error('no browser context');
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: WINDOW_TIMEOUT_MS }));
    const firstPaint = await page.waitForFunction(
      () => {
        const entry = performance.getEntriesByName('first-contentful-paint')[0];
        return entry && performance.timeOrigin + entry.startTime;
      },
      undefined,
      { timeout: WINDOW_TIMEOUT_MS },
    );
    const painted = hasGrid ? (await whenPainted(page)) - started : null;
    const marks = { firstPaint: Number(await firstPaint.jsonValue()) - started, painted };
    await browser.close();
    return marks;
  } finally {
    child.kill();
    await new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(null),
    );
  }
}

/** When the page marked its painted matrix (ms since the epoch). */
async function whenPainted(page: Page): Promise<number> {
  const mark = await page.waitForFunction(
    (name) => {
      const entry = performance.getEntriesByName(name)[0];
      return entry && performance.timeOrigin + entry.startTime;
    },
    PAINTED,
    { timeout: WINDOW_TIMEOUT_MS },
  );
  return Number(await mark.jsonValue());
}

function devToolsUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk) => {
      text += String(chunk);
      const url = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('close', () => reject(new Error(`the window ended: ${text.slice(-500)}`)));
  });
}
