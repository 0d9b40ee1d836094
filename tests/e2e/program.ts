import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { createPlanFile } from '#backend/cases/plan/create-data-file.ts';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SHOTS = path.join(PROJECT, 'artefacts', 'screenshots');
export const START_TIMEOUT_MS = 30_000;
/** The window of a government screen: 1366 × 768 less the task bar and the frame. */
export const GOVERNMENT_SCREEN = { width: 1366, height: 768 };

/** A clerk's computer: folders of its own, in Chinese and with a blank, gone when the test ends. */
export type Desk = {
  readonly folder: string;
  readonly dataFile: string;
  readonly userData: string;
};

export function aDesk(): Desk {
  const { desk, remove } = aDeskToKeep();
  onTestFinished(remove);
  return desk;
}

/** As {@link aDesk}, for who removes it himself. */
export function aDeskToKeep(): { readonly desk: Desk; readonly remove: () => void } {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-e2e-'));
  const folder = path.join(root, '办公室 文档');
  fs.mkdirSync(folder);
  return {
    desk: { folder, dataFile: path.join(folder, '责任矩阵.db'), userData: path.join(root, '设置') },
    remove: () => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export type Program = { readonly app: ElectronApplication; readonly window: Page };

/** A data file with the embedded plan, as `--data-file` makes it where none is. */
export function makeDataFile(file: string): Promise<void> {
  const made = { at: new Date().toISOString(), client: 'window', manner: 'document' } as const;
  return createPlanFile({ file, seedsFolder: path.join(PROJECT, 'seeds'), made });
}

/** How the program is started on a desk; shared with tests that start it without the driver. */
export function startArguments(desk: Desk): string[] {
  return [PROJECT, `--data-file=${desk.dataFile}`, `--user-data-dir=${desk.userData}`];
}

/** Starts the real program and waits for the painted matrix. It is closed when the test ends, if it still runs. */
export async function startProgram(
  desk: Desk,
  options: {
    readonly before?: readonly string[];
    readonly size?: { readonly width: number; readonly height: number };
  } = {},
): Promise<Program> {
  const app = await launch(desk, options.before);
  const window = await app.firstWindow();
  const { width, height } = options.size ?? GOVERNMENT_SCREEN;
  await setWindowSize(app, width, height);
  await matrixPainted(window);
  return { app, window };
}

/** Waits until the rows of the matrix stand in the window. */
export async function matrixPainted(window: Page): Promise<void> {
  await window.locator('.ag-row[row-id]').first().waitFor({ timeout: START_TIMEOUT_MS });
}

/** Starts the real program without expecting a matrix. `before`: switches ahead of the program's folder. */
export async function launch(desk: Desk, before: readonly string[] = []): Promise<ElectronApplication> {
  const app = await launchToKeep(desk, before);
  onTestFinished(async () => {
    await app.close().catch(() => undefined);
  });
  return app;
}

/** As {@link launch}, for who closes the program himself. */
export function launchToKeep(desk: Desk, before: readonly string[] = []): Promise<ElectronApplication> {
  return _electron.launch({ args: [...before, ...startArguments(desk)], timeout: START_TIMEOUT_MS });
}

export async function setWindowSize(app: ElectronApplication, width: number, height: number): Promise<void> {
  const set = () =>
    app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, ...size });
      },
      { width, height },
    );
  // On a busy machine V8 may collect the promise the driver waits for; once more does no harm.
  await set().catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('garbage collected')) return set();
    throw error;
  });
}

/** Waits until the saved indicator says that the last change is on disk. */
export async function saved(window: Page): Promise<void> {
  await window.locator('[data-testid="save-state"][data-state="saved"]').waitFor();
}

/** Closes the program in order, as a person does. */
export async function quit({ app }: Program): Promise<void> {
  await app.close();
}

/** Kills the whole program at once, backend included, as a power cut would. */
export async function killHard({ app }: Program): Promise<void> {
  const pids = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics().map((metric) => metric.pid));
  const gone = new Promise((resolve) => app.process().once('close', resolve));
  for (const pid of pids.toReversed()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already ended with its parent.
    }
  }
  await gone;
}

/** Keeps a picture of the window for people to look at, outside git. */
export async function keepScreenshot(window: Page, name: string): Promise<void> {
  fs.mkdirSync(SHOTS, { recursive: true });
  await window.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

/** The matrix cell of a task (by number) and an agency (by short name, as the column head shows it). */
export async function cellOf(window: Page, taskNumber: number, agencyShortName: string) {
  const columnId = await window.locator('.ag-header-cell', { hasText: agencyShortName }).first().getAttribute('col-id');
  const rowId = await window.evaluate(
    (number) =>
      [...document.querySelectorAll('.ag-row')]
        .find((row) => row.querySelector('[col-id="number"]')?.textContent?.trim() === String(number))
        ?.getAttribute('row-id'),
    taskNumber,
  );
  return window.locator(`.ag-row[row-id="${rowId}"] [col-id="${columnId}"]`);
}

/** What the next native dialogs answer. Dialogs are the one thing that is not real here. */
export function answerDialogs(
  app: ElectronApplication,
  answers: { readonly save?: string; readonly open?: readonly string[] },
): Promise<void> {
  return app.evaluate(({ dialog }, given) => {
    // Overloads of Electron's dialogs are more than the test answers with.
    Object.assign(dialog, {
      showSaveDialog: () => Promise.resolve({ canceled: given.save === undefined, filePath: given.save ?? '' }),
      showOpenDialog: () => Promise.resolve({ canceled: given.open === undefined, filePaths: given.open ?? [] }),
    });
  }, answers);
}

/** Chooses an item of the native menu, by the id of its command. */
export function clickMenu(app: ElectronApplication, id: string): Promise<void> {
  return app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id);
}

/** What stands in the data file right now, read from outside the program: pairs of what to show and SQL. */
export function stored(desk: Desk, sql: string): unknown[] {
  const db = new Database(desk.dataFile, { readonly: true, timeout: 5000 });
  try {
    return db.prepare(sql).raw().all();
  } finally {
    db.close();
  }
}

/** Role of a task's agency in the data file; `undefined` when it has none. */
export function storedRole(desk: Desk, task: number, agency: string): unknown {
  const sql = `SELECT role FROM assignment JOIN task ON task.id = task_id JOIN agency ON agency.id = agency_id
               WHERE number = ${task} AND name = '${agency}'`;
  return stored(desk, sql).flat()[0];
}

/** Waits until the data file says so. */
export function eventually<Value>(read: () => Value): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { timeout: 10_000, interval: 50 });
}
