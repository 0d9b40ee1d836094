import { expect, it } from 'vitest';
import { meaningOfCellKey } from '#renderer/grid/sheet/cell-keys.ts';
import { GRID_KEYS, keysText } from '#renderer/text/key-list.ts';

/** Keys that the grid or the page itself acts on. */
const LEFT_ALONE = new Set(['F2', 'Ctrl+C', 'Ctrl+X', 'Ctrl+V']);

it('every key of the help does something in the matrix, and none is named twice', () => {
  const keys = GRID_KEYS.flatMap((line) => line.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const shortcut of keys.filter((key) => !LEFT_ALONE.has(key))) {
    const parts = shortcut.split('+');
    const key = parts.at(-1) ?? '';
    const press = {
      key: key === 'Space' ? ' ' : key,
      code: key === 'Space' ? 'Space' : '',
      keyCode: 0,
      isComposing: false,
      altKey: parts.includes('Alt'),
      ctrlKey: parts.includes('Ctrl'),
      metaKey: false,
      shiftKey: parts.includes('Shift'),
    };
    expect(meaningOfCellKey(press, 'closed'), shortcut).toBeDefined();
  }
});

it('keys are written as on the keyboard', () => {
  expect(GRID_KEYS.map(keysText)).toContain('Shift+空格、Ctrl+空格、Ctrl+A');
  expect(GRID_KEYS.map(keysText)).toContain('Alt+↓、Shift+F10');
});
