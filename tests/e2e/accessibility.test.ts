import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aDesk, cellOf, keepScreenshot, startProgram } from './program.ts';

/** Elements whose text does not fit and is cut without an ellipsis, and those that leave the window. */
function cutTexts(window: Page): Promise<string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.top-bar, .top-bar *, .status-bar, .status-bar *, .find-bar *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (box.width <= 1 || style.visibility === 'hidden') return false;
        const isCut = style.overflow !== 'visible' && style.textOverflow !== 'ellipsis';
        return box.right > innerWidth + 1 || (isCut && element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => `${element.className || element.tagName}: ${element.textContent?.slice(0, 20)}`),
  );
}

test.each(['1.25', '1.5'])('nothing is cut at a Windows scaling of %s on a government screen', async (scale) => {
  const { window } = await startProgram(aDesk(), {
    before: [`--force-device-scale-factor=${scale}`],
    size: { width: Math.floor(1366 / Number(scale)), height: Math.floor(768 / Number(scale)) },
  });
  expect(await window.evaluate(() => devicePixelRatio)).toBe(Number(scale));
  await keepScreenshot(window, `scaling-${scale}`);
  expect(await cutTexts(window)).toEqual([]);
  await window.keyboard.press('Control+h');
  await window.getByTestId('replace-words').waitFor();
  await keepScreenshot(window, `scaling-${scale}-find`);
  expect(await cutTexts(window)).toEqual([]);
});

test('a screen reader hears unit, task, role and light of the cell the cursor comes to', async () => {
  const { window } = await startProgram(aDesk());
  const spoken = () => window.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await (await cellOf(window, 5, '农业农村局')).click();
  await expect.poll(spoken).toBe('县农业农村局，第5项，牵头，逾期未报');
  await window.keyboard.press('ArrowRight');
  await expect.poll(spoken).toBe('县发展和改革局，第5项，无责任');
  const names = await window.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea')]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        const labelled = element as HTMLInputElement;
        const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
        return label.trim() === '' && (labelled.labels?.length ?? 0) === 0 && !element.getAttribute('title');
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(names).toEqual([]);
});
