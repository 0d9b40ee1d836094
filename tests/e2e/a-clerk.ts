import type { Page } from 'playwright-core';
import { cellOf, type Desk, eventually, type Program, saved, stored, storedRole } from './program.ts';

/** A slow machine reads the matrix again within this time. */
const QUIET_MS = 250;
const FULL_NAMES = { 民政局: '县民政局', 文旅局: '县文化和旅游局', 林业局: '县林业局', 司法局: '县司法局' } as const;
type Agency = keyof typeof FULL_NAMES;
/** No step ends at the data file: the matrix is read again and the cursor comes back. Waits until nothing moves any more. */
function settled(window: Page): Promise<void> {
  return window.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        const grid = document.querySelector('.matrix-grid');
        if (!grid) throw new Error('no matrix');
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let quiet = setTimeout(done, quietMs);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, quietMs);
        });
        observer.observe(grid, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    QUIET_MS,
  );
}

/** A clerk at work: every action is asserted in the data file before the next one. */
export class Clerk {
  actions = 0;
  readonly #desk: Desk;
  readonly window: Page;

  constructor(desk: Desk, { window }: Program) {
    this.#desk = desk;
    this.window = window;
  }

  async does(action: () => Promise<unknown>, look: () => unknown, expected: unknown): Promise<void> {
    await action();
    await eventually(look).toEqual(expected);
    await saved(this.window);
    await settled(this.window);
    this.actions += 1;
  }

  press(...keys: readonly string[]) {
    return async () => {
      for (const key of keys) await this.window.keyboard.press(key);
    };
  }

  type(text: string, then: string) {
    return async () => {
      await this.window.keyboard.type(text);
      await this.window.keyboard.press(then);
    };
  }

  async chooses(task: number, agency: Agency, right = 0, down = 0): Promise<void> {
    await (await cellOf(this.window, task, agency)).click();
    for (let count = 0; count < right; count++) await this.window.keyboard.press('Shift+ArrowRight');
    for (let count = 0; count < down; count++) await this.window.keyboard.press('Shift+ArrowDown');
  }

  role(task: number, agency: Agency): unknown {
    return storedRole(this.#desk, task, FULL_NAMES[agency]) ?? '-';
  }

  roles(tasks: readonly number[], agencies: readonly Agency[]): unknown[] {
    return tasks.flatMap((task) => agencies.map((agency) => this.role(task, agency)));
  }

  read(sql: string): unknown {
    return stored(this.#desk, sql).flat()[0];
  }
}
