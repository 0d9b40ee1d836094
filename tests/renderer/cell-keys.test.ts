import { describe, expect, it } from 'vitest';
import { type KeyPress, meaningOfCellKey } from '#renderer/grid/cell-keys.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    keyCode: 0,
    isComposing: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...more,
  };
}

describe('keys on a cell', () => {
  it('belong to the input method while it composes, in the editor too', () => {
    expect(meaningOfCellKey(press('Enter', { isComposing: true }), true)).toBe('composing');
    expect(meaningOfCellKey(press('Process', { keyCode: 229 }), false)).toBe('composing');
  });

  it('Delete and Backspace take the role away, but only delete letters in the editor', () => {
    expect(meaningOfCellKey(press('Delete'), false)).toBe('clear');
    expect(meaningOfCellKey(press('Backspace'), false)).toBe('clear');
    expect(meaningOfCellKey(press('Backspace'), true)).toBeUndefined();
  });

  it('the menu key and Shift+F10 open the menu, F10 alone does not', () => {
    expect(meaningOfCellKey(press('ContextMenu'), false)).toBe('menu');
    expect(meaningOfCellKey(press('F10', { shiftKey: true }), false)).toBe('menu');
    expect(meaningOfCellKey(press('F10'), false)).toBeUndefined();
  });

  it('Alt+Enter opens the progress, Enter and letters are left to the grid', () => {
    expect(meaningOfCellKey(press('Enter', { altKey: true }), false)).toBe('progress');
    expect(meaningOfCellKey(press('Enter'), false)).toBeUndefined();
    expect(meaningOfCellKey(press('1'), false)).toBeUndefined();
  });
});
