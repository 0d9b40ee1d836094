import { expect, test } from 'vitest';
import { placeWindow } from '#electron/main/window/window-placement.ts';

const office = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };
const saved = { x: 1500, y: 100, width: 1200, height: 800, isMaximized: false };

test('the window opens where it was', () => {
  expect(placeWindow(saved, [office, second])).toEqual(saved);
});

test('a window of a screen that is gone opens centred and fits the screen that is there', () => {
  expect(placeWindow(saved, [office])).toEqual({ width: 1200, height: 728, isMaximized: false });
});

test('a window whose title bar is out of reach opens centred', () => {
  for (const place of [{ y: -40 }, { y: 720 }, { x: -1150 }, { x: 1300 }]) {
    expect(placeWindow({ ...saved, x: 10, y: 10, ...place }, [office])).not.toHaveProperty('x');
  }
});

test('a maximized window stays maximized', () => {
  expect(placeWindow({ ...saved, isMaximized: true }, [office]).isMaximized).toBe(true);
});

test('the first window fits the common office screen', () => {
  const first = placeWindow(undefined, [office]);
  expect(first.width).toBeLessThanOrEqual(office.width);
  expect(first.height).toBeLessThanOrEqual(office.height);
  expect(first).not.toHaveProperty('x');
});

test('a window is never smaller than the layout holds, nor larger than its screen', () => {
  const tiny = { x: 10, y: 10, width: 200, height: 1, isMaximized: false };
  expect(placeWindow(tiny, [office])).toMatchObject({ width: 960, height: 600 });
  expect(placeWindow({ ...tiny, width: 99_999, height: 99_999 }, [office])).toMatchObject({ width: 1366, height: 728 });
});
